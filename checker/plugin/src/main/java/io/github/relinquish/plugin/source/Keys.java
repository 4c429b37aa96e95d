package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.MethodKey;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * javac's symbols and types as the names that class files use.
 *
 * <p>Constructors have the parameters of the class file: name and ordinal of an enum, then the enclosing instance, the
 * declared ones, and the captured variables of a local class in order of first use.
 */
final class Keys {
  private final Types types;
  private final Symtab symtab;
  private final Names names;
  private final Captures captures;
  private final Map<MethodSymbol, MethodKey> methods = new IdentityHashMap<>();

  Keys(Context context, Captures captures) {
    this.types = Types.instance(context);
    this.symtab = Symtab.instance(context);
    this.names = Names.instance(context);
    this.captures = captures;
  }

  static String className(TypeSymbol symbol) {
    return symbol.flatName().toString();
  }

  /** A word as javac keeps it. */
  Name name(String word) {
    return names.fromString(word);
  }

  /** Binary name of the erased type. */
  String typeName(Type type) {
    Type erased = types.erasure(type);
    if (erased.hasTag(TypeTag.ARRAY)) {
      return typeName(types.elemtype(erased)) + "[]";
    }
    if (erased.isPrimitiveOrVoid()) {
      return erased.tsym.name.toString();
    }
    return erased.hasTag(TypeTag.CLASS) ? className(erased.tsym) : className(symtab.objectType.tsym);
  }

  String descriptor(List<Type> parameters, Type result) {
    StringBuilder text = new StringBuilder("(");
    parameters.forEach(p -> text.append(descriptor(p)));
    return text.append(')').append(descriptor(result)).toString();
  }

  private String descriptor(Type type) {
    Type erased = types.erasure(type);
    return switch (erased.getTag()) {
      case ARRAY -> "[" + descriptor(types.elemtype(erased));
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case CHAR -> "C";
      case SHORT -> "S";
      case INT -> "I";
      case LONG -> "J";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case VOID -> "V";
      default -> "L" + typeName(erased).replace('.', '/') + ";";
    };
  }

  /** The method as its own class declares it. */
  MethodKey method(MethodSymbol method) {
    // What a constructor gets besides depends on what its class is known to capture so far.
    return method.isConstructor() ? keyOf(method) : methods.computeIfAbsent(method, this::keyOf);
  }

  private MethodKey keyOf(MethodSymbol method) {
    return new MethodKey(className(method.owner.enclClass()), method.name.toString(), descriptor(method));
  }

  /**
   * The method as a call on a value of type {@code site} names it in a class file: members of {@code Object} and static ones
   * keep their class, others get that of the receiver.
   */
  MethodKey called(MethodSymbol method, Type site) {
    Type erased = site == null ? null : types.erasure(site);
    if (erased != null && erased.hasTag(TypeTag.ARRAY)) {
      return method.name.contentEquals("clone")
          ? new MethodKey(typeName(erased), "clone", "()Ljava/lang/Object;") : method(method);
    }
    if (method.owner == symtab.objectType.tsym || isCopyOfObjects(method)) {
      return method(method).in(className(symtab.objectType.tsym));
    }
    boolean staysPut = erased == null || method.isStatic() || method.isConstructor()
        || !erased.hasTag(TypeTag.CLASS) || erased.tsym == symtab.objectType.tsym;
    return staysPut ? method(method) : method(method).in(className(erased.tsym));
  }

  /** From JDK 18 on, a call of {@code Object}'s methods on an interface has a copy of their symbol, which the interface does not know. */
  private static boolean isCopyOfObjects(MethodSymbol method) {
    return method.owner instanceof ClassSymbol owner && owner.isInterface()
        && owner.members().findFirst(method.name, m -> m == method) == null;
  }

  /** The method of that name that takes nothing, as the type or the nearest one above it declares it. */
  Optional<MethodSymbol> withoutParameters(Type type, String method) {
    for (Type at : types.closure(types.skipTypeVars(type, false))) {
      for (Symbol member : at.tsym.members().getSymbolsByName(name(method))) {
        if (member instanceof MethodSymbol found && found.params().isEmpty()) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  FieldKey field(VarSymbol field) {
    return new FieldKey(className(field.owner.enclClass()), field.name.toString());
  }

  private String descriptor(MethodSymbol method) {
    Type erased = method.erasure(types);
    List<Type> parameters = new ArrayList<>();
    if (method.isConstructor()) {
      ClassSymbol owner = (ClassSymbol) method.owner;
      parameters.addAll(before(owner));
      parameters.addAll(erased.getParameterTypes());
      captures.ofClass(owner).forEach(v -> parameters.add(v.type));
      return descriptor(parameters, symtab.voidType);
    }
    return descriptor(erased.getParameterTypes(), erased.getReturnType());
  }

  /** Types of what a constructor gets before its declared parameters. */
  List<Type> before(ClassSymbol owner) {
    List<Type> types = new ArrayList<>();
    if (isEnum(owner)) {
      types.add(symtab.stringType);
      types.add(symtab.intType);
    }
    outer(owner).ifPresent(o -> types.add(o.type));
    return types;
  }

  /** An enum, the class of an enum constant with a body, or {@code java.lang.Enum} from a source of its own. */
  boolean isEnum(ClassSymbol owner) {
    boolean isEnum = (owner.flags() & Flags.ENUM) != 0;
    Type parent = owner.getSuperclass();
    return isEnum || owner.name.isEmpty() && parent != null && parent.tsym != null && (parent.tsym.flags() & Flags.ENUM) != 0;
  }

  /** The class of the enclosing instance, if it keeps one. */
  static Optional<ClassSymbol> outer(ClassSymbol owner) {
    return owner.hasOuterInstance()
        ? Optional.of((ClassSymbol) owner.type.getEnclosingType().tsym) : Optional.empty();
  }

  /** The field that keeps the enclosing instance: {@code this$0} in the outermost inner class, {@code this$1} inside that. */
  static FieldKey outerField(ClassSymbol owner) {
    int depth = 0;
    Type around = owner.type.getEnclosingType().getEnclosingType();
    while (around.hasTag(TypeTag.CLASS)) {
      around = around.getEnclosingType();
      depth++;
    }
    return new FieldKey(className(owner), "this$" + depth);
  }

  static FieldKey capturedField(ClassSymbol owner, VarSymbol variable) {
    return new FieldKey(className(owner), "val$" + variable.name);
  }

  List<String> thrown(List<Type> thrown) {
    Set<String> names = new LinkedHashSet<>();
    thrown.forEach(t -> names.add(typeName(t)));
    return List.copyOf(names);
  }

  boolean isInherited(ClassSymbol by, Symbol member) {
    return by.isSubClass(member.owner.enclClass(), types);
  }

  boolean isBelow(ClassSymbol lower, ClassSymbol upper) {
    return lower.isSubClass(upper, types);
  }

  /** {@code Integer.valueOf(int)}, {@code integer.intValue()} and their kin: the same value, written or not. */
  boolean isBoxing(MethodSymbol method) {
    Type primitive = types.unboxedType(method.owner.type);
    if (primitive.hasTag(TypeTag.NONE)) {
      return false;
    }
    boolean isBox = method.isStatic() && method.name.contentEquals("valueOf") && method.params().size() == 1
        && types.isSameType(method.params().get(0).type, primitive);
    boolean isUnbox = !method.isStatic() && method.params().isEmpty()
        && method.name.contentEquals(primitive.tsym.name + "Value");
    return isBox || isUnbox;
  }

  boolean isArrayLength(VarSymbol field) {
    return field == symtab.lengthVar;
  }
}
