package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.Relation;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** What arithmetic and comparing instructions compute, as Java writes it. */
final class Operators {
  private static final String[] PRIMITIVES = {"int", "long", "float", "double"};
  private static final String[] ARITHMETIC = {"+", "-", "*", "/", "%", "-"};
  private static final String[] BITS = {"<<", ">>", ">>>", "&", "|", "^"};

  private Operators() {}

  /** An operator applied to values. */
  record Operator(String sign, int operands, String type) {}

  /** IADD to LXOR. */
  static Optional<Operator> arithmetic(int opcode) {
    if (opcode >= Opcodes.IADD && opcode <= Opcodes.DNEG) {
      int row = (opcode - Opcodes.IADD) / 4;
      return Optional.of(new Operator(
          ARITHMETIC[row], opcode >= Opcodes.INEG ? 1 : 2, PRIMITIVES[(opcode - Opcodes.IADD) % 4]));
    }
    if (opcode >= Opcodes.ISHL && opcode <= Opcodes.LXOR) {
      return Optional.of(new Operator(BITS[(opcode - Opcodes.ISHL) / 2], 2, PRIMITIVES[(opcode - Opcodes.ISHL) % 2]));
    }
    return Optional.empty();
  }

  /** Type that a conversion (I2L to I2S) makes; empty for other instructions. */
  static Optional<String> conversion(int opcode) {
    return Optional.ofNullable(switch (opcode) {
      case Opcodes.L2I, Opcodes.F2I, Opcodes.D2I -> "int";
      case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> "long";
      case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> "float";
      case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> "double";
      case Opcodes.I2B -> "byte";
      case Opcodes.I2C -> "char";
      case Opcodes.I2S -> "short";
      default -> null;
    });
  }

  /** LCMP to DCMPG: less, equal or greater as a number. */
  static boolean isThreeWay(int opcode) {
    return opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG;
  }

  /** Relation under which IFEQ to IF_ACMPNE, IFNULL and IFNONNULL jump; empty for other instructions. */
  static Optional<Relation> jumpsWhen(int opcode) {
    return Optional.ofNullable(switch (opcode) {
      case Opcodes.IFEQ, Opcodes.IF_ICMPEQ, Opcodes.IF_ACMPEQ, Opcodes.IFNULL -> Relation.EQ;
      case Opcodes.IFNE, Opcodes.IF_ICMPNE, Opcodes.IF_ACMPNE, Opcodes.IFNONNULL -> Relation.NE;
      case Opcodes.IFLT, Opcodes.IF_ICMPLT -> Relation.LT;
      case Opcodes.IFGE, Opcodes.IF_ICMPGE -> Relation.GE;
      case Opcodes.IFGT, Opcodes.IF_ICMPGT -> Relation.GT;
      case Opcodes.IFLE, Opcodes.IF_ICMPLE -> Relation.LE;
      default -> null;
    });
  }

  /** Whether a conditional jump takes one operand and compares it with zero or null. */
  static boolean hasOneOperand(int opcode) {
    return opcode <= Opcodes.IFLE || opcode >= Opcodes.IFNULL;
  }

  /** Type of the array element that IALOAD to SALOAD, IASTORE to SASTORE and NEWARRAY's cousins mean. */
  static String elementType(int opcode) {
    return switch (opcode) {
      case Opcodes.IALOAD -> "int";
      case Opcodes.LALOAD -> "long";
      case Opcodes.FALOAD -> "float";
      case Opcodes.DALOAD -> "double";
      case Opcodes.BALOAD -> "byte";
      case Opcodes.CALOAD -> "char";
      case Opcodes.SALOAD -> "short";
      default -> TypeNames.OBJECT;
    };
  }

  /** Element type that the operand of NEWARRAY names. */
  static String newArrayType(int operand) {
    return switch (operand) {
      case Opcodes.T_BOOLEAN -> "boolean";
      case Opcodes.T_CHAR -> "char";
      case Opcodes.T_FLOAT -> "float";
      case Opcodes.T_DOUBLE -> "double";
      case Opcodes.T_BYTE -> "byte";
      case Opcodes.T_SHORT -> "short";
      case Opcodes.T_INT -> "int";
      case Opcodes.T_LONG -> "long";
      default -> throw new MalformedCode("makes an array of an unknown primitive type");
    };
  }
}
