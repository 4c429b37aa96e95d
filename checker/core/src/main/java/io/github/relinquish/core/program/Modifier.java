package io.github.relinquish.core.program;

import java.util.EnumSet;
import java.util.Set;

/** What the analysis asks about a member. */
public enum Modifier {
  PUBLIC(0x0001), PROTECTED(0x0004), PRIVATE(0x0002), STATIC(0x0008), FINAL(0x0010), ABSTRACT(0x0400), NATIVE(0x0100),
  SYNTHETIC(0x1000);

  private final int flag;

  Modifier(int flag) {
    this.flag = flag;
  }

  /**
   * The modifiers that access flags stand for; flags of other things are ignored.
   *
   * @param flags as class files have them (JVMS 4.5, 4.6), and javac too
   */
  public static Set<Modifier> ofFlags(long flags) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    for (Modifier modifier : values()) {
      if ((flags & modifier.flag) != 0) {
        modifiers.add(modifier);
      }
    }
    return modifiers;
  }
}
