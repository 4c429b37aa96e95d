package io.github.relinquish.core.graph;

import java.util.Set;

/** Parts of binary names, {@code java.util.Map$Entry}. */
public final class ClassNames {
  private static final Set<String> PLAIN = Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void");

  private ClassNames() {}

  /** Whether values of the type are references, and not numbers, truth values or nothing. */
  public static boolean isReference(String type) {
    return !PLAIN.contains(type);
  }

  /** Behind the last dot or dollar: {@code Entry}. A class without a name of its own has its number. */
  public static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  /** The simple name without the number that javac puts in front of a local class; empty if nothing else is left. */
  public static String declared(String name) {
    String simple = simple(name);
    int digits = 0;
    while (digits < simple.length() && Character.isDigit(simple.charAt(digits))) {
      digits++;
    }
    return simple.substring(digits);
  }

  /** Without the package, as a program writes it: {@code Map.Entry}. */
  public static String readable(String name) {
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  /** The class around all others, {@code java.util.Map}. A dollar that begins a name belongs to it. */
  public static String topLevel(String name) {
    int dollar = name.indexOf('$', name.lastIndexOf('.') + 2);
    return dollar < 0 ? name : name.substring(0, dollar);
  }
}
