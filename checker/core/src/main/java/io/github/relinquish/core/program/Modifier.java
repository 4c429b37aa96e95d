package io.github.relinquish.core.program;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What the analysis asks about a member. */
public enum Modifier {
  PUBLIC(0x0001), PROTECTED(0x0004), PRIVATE(0x0002), STATIC(0x0008), FINAL(0x0010), VOLATILE(0x0040), ABSTRACT(0x0400), NATIVE(0x0100),
  SYNTHETIC(0x1000), ENUM(0x4000);

  /** All sets that there are, by the ordinals of their members: a member of a class points to one of them. */
  private static final List<Set<Modifier>> SETS = IntStream.range(0, 1 << values().length).mapToObj(Modifier::ofOrdinals).toList();

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
    int ordinals = 0;
    for (Modifier modifier : values()) {
      if ((flags & modifier.flag) != 0) {
        ordinals |= 1 << modifier.ordinal();
      }
    }
    return SETS.get(ordinals);
  }

  private static Set<Modifier> ofOrdinals(int ordinals) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    for (Modifier modifier : values()) {
      if ((ordinals & 1 << modifier.ordinal()) != 0) {
        modifiers.add(modifier);
      }
    }
    return Set.copyOf(modifiers);
  }
}
