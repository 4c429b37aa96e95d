package io.github.relinquish.classfile;

import org.objectweb.asm.Type;

/** Names of types as the flow graph writes them. */
final class TypeNames {
  static final String OBJECT = "java.lang.Object";
  static final String THROWABLE = "java.lang.Throwable";

  private TypeNames() {}

  /** {@code int}, {@code java.util.Map$Entry}, {@code byte[]} from a descriptor. */
  static String ofDescriptor(String descriptor) {
    return of(Type.getType(descriptor));
  }

  static String of(Type type) {
    return type.getSort() == Type.METHOD ? type.getDescriptor() : type.getClassName();
  }

  /** From an internal name: {@code java/util/Map$Entry}, but also {@code [I} where an array is meant. */
  static String ofInternal(String internalName) {
    return internalName.startsWith("[") ? ofDescriptor(internalName) : internalName.replace('/', '.');
  }

  /** Element type of an array type, {@code otherwise} where it is not known to be an array. */
  static String elementOf(String arrayType, String otherwise) {
    return arrayType.endsWith("[]") ? arrayType.substring(0, arrayType.length() - 2) : otherwise;
  }

  /** Whether a value of this type takes two slots. */
  static boolean isWide(String type) {
    return type.equals("long") || type.equals("double");
  }

  /** How local instructions tell types apart: {@code I}, {@code J}, {@code F}, {@code D} or {@code A}. */
  static char categoryOf(String type) {
    return switch (type) {
      case "boolean", "byte", "char", "short", "int" -> 'I';
      case "long" -> 'J';
      case "float" -> 'F';
      case "double" -> 'D';
      default -> 'A';
    };
  }

  /** The widest type of a category. */
  static String typeOf(char category) {
    return switch (category) {
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      default -> OBJECT;
    };
  }
}
