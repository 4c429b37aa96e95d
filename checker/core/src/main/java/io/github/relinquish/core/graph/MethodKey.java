package io.github.relinquish.core.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Identity of a method by value.
 *
 * @param owner binary name of the declaring class with dots, {@code java.util.Map$Entry}
 * @param name simple name; {@code <init>} of a constructor, {@code <clinit>} of a static initialiser
 * @param descriptor erased JVM descriptor, {@code (Ljava/lang/String;I)V} (JVMS 4.3.3)
 */
public record MethodKey(String owner, String name, String descriptor) implements Comparable<MethodKey> {
  /** The name under which the JVM knows constructors. */
  public static final String CONSTRUCTOR = "<init>";
  /** The name of static initialisers. */
  public static final String STATIC_INITIALIZER = "<clinit>";

  private static final Comparator<MethodKey> ORDER =
      Comparator.comparing(MethodKey::owner).thenComparing(MethodKey::name).thenComparing(MethodKey::descriptor);

  public MethodKey {
    Objects.requireNonNull(owner);
    Objects.requireNonNull(name);
    if (!descriptor.startsWith("(")) {
      throw new IllegalArgumentException("not a method descriptor: " + descriptor);
    }
  }

  /** Number of declared parameters; the receiver does not count. */
  public int arity() {
    int count = 0;
    for (int at = 1; descriptor.charAt(at) != ')'; at = endOfType(at)) {
      count++;
    }
    return count;
  }

  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  /** Erased types of the declared parameters as binary names: {@code int}, {@code java.lang.String}, {@code byte[]}. */
  public List<String> parameterTypes() {
    List<String> types = new ArrayList<>();
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      int end = endOfType(at);
      types.add(typeName(descriptor.substring(at, end)));
      at = end;
    }
    return types;
  }

  /** Erased type of the result, {@code void} included. */
  public String returnType() {
    return typeName(descriptor.substring(descriptor.indexOf(')') + 1));
  }

  /** The same method as another class declares it. */
  public MethodKey in(String otherOwner) {
    return otherOwner.equals(owner) ? this : new MethodKey(otherOwner, name, descriptor);
  }

  /** Simple name of the owner and name of the method, as a developer would write it: {@code Map.Entry.getValue}. */
  public String shortName() {
    String simple = ClassNames.readable(owner);
    return isConstructor() ? "new " + simple : simple + "." + name;
  }

  /** {@code Class::method}, as in a method reference; a class that has no name is none to refer to. */
  public String reference() {
    boolean isAnonymous = ClassNames.declared(owner).isEmpty();
    return isAnonymous ? name + "() of an anonymous class" : ClassNames.readable(owner) + "::" + name;
  }

  private int endOfType(int at) {
    int end = at;
    while (descriptor.charAt(end) == '[') {
      end++;
    }
    return descriptor.charAt(end) == 'L' ? descriptor.indexOf(';', end) + 1 : end + 1;
  }

  private static String typeName(String descriptor) {
    int dimensions = 0;
    while (descriptor.charAt(dimensions) == '[') {
      dimensions++;
    }
    String element = descriptor.substring(dimensions);
    String name = switch (element.charAt(0)) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'S' -> "short";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      case 'V' -> "void";
      case 'L' -> element.substring(1, element.length() - 1).replace('/', '.');
      default -> throw new IllegalArgumentException("not a type descriptor: " + descriptor);
    };
    return name + "[]".repeat(dimensions);
  }

  @Override public int compareTo(MethodKey other) {
    return ORDER.compare(this, other);
  }

  @Override public String toString() {
    return owner + "#" + name + descriptor;
  }
}
