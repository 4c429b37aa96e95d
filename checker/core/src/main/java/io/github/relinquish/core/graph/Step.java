package io.github.relinquish.core.graph;

import java.util.List;
import java.util.Optional;

/**
 * One step of a body, in evaluation order. A step that writes has one target; operands are variables only: constants are
 * put into temporaries first.
 */
public sealed interface Step {
  /** Where it stands in the source. */
  Site site();

  /** The variable it writes; {@link Variable#VOID} if none. */
  Variable target();

  /** The variables it reads. */
  default List<Variable> operands() {
    return List.of();
  }

  /** {@code target = source}; also a cast, boxing and unboxing, {@code requireNonNull} and whatever else keeps identity. */
  record Assign(Site site, Variable target, Variable source) implements Step {
    @Override public List<Variable> operands() {
      return List.of(source);
    }

    @Override public String toString() {
      return target + " = " + source;
    }
  }

  /** {@code target = literal}. */
  record Constant(Site site, Variable target, Literal value) implements Step {
    @Override public String toString() {
      return target + " = " + value;
    }
  }

  /** A new object or array, not yet constructed: the constructor is an {@link Invoke} of {@code <init>} that follows. */
  record Create(Site site, Variable target, String type) implements Step {
    @Override public String toString() {
      return target + " = new " + type;
    }
  }

  /** {@code target = receiver.field}. */
  record LoadField(Site site, Variable target, Variable receiver, FieldKey field) implements Step {
    @Override public List<Variable> operands() {
      return List.of(receiver);
    }

    @Override public String toString() {
      return target + " = " + receiver + "." + field.name();
    }
  }

  /** {@code receiver.field = value}. */
  record StoreField(Site site, Variable receiver, FieldKey field, Variable value) implements Step {
    @Override public Variable target() {
      return Variable.VOID;
    }

    @Override public List<Variable> operands() {
      return List.of(receiver, value);
    }

    @Override public String toString() {
      return receiver + "." + field.name() + " = " + value;
    }
  }

  /** {@code target = Owner.field}. */
  record LoadStatic(Site site, Variable target, FieldKey field) implements Step {
    @Override public String toString() {
      return target + " = static " + field;
    }
  }

  /** {@code Owner.field = value}. */
  record StoreStatic(Site site, FieldKey field, Variable value) implements Step {
    @Override public Variable target() {
      return Variable.VOID;
    }

    @Override public List<Variable> operands() {
      return List.of(value);
    }

    @Override public String toString() {
      return "static " + field + " = " + value;
    }
  }

  /** {@code target = array[index]}. */
  record LoadElement(Site site, Variable target, Variable array, Variable index) implements Step {
    @Override public List<Variable> operands() {
      return List.of(array, index);
    }

    @Override public String toString() {
      return target + " = " + array + "[" + index + "]";
    }
  }

  /** {@code array[index] = value}. */
  record StoreElement(Site site, Variable array, Variable index, Variable value) implements Step {
    @Override public Variable target() {
      return Variable.VOID;
    }

    @Override public List<Variable> operands() {
      return List.of(array, index, value);
    }

    @Override public String toString() {
      return array + "[" + index + "] = " + value;
    }
  }

  /** {@code target = array.length}. */
  record Length(Site site, Variable target, Variable array) implements Step {
    @Override public List<Variable> operands() {
      return List.of(array);
    }

    @Override public String toString() {
      return target + " = length " + array;
    }
  }

  /**
   * A call. It may throw whatever {@code thrown} names, besides what its body is known to throw.
   *
   * @param target receives the result; {@link Variable#VOID} for {@code void} and constructors
   * @param callee the method as the call names it (static type of the receiver, erased descriptor)
   * @param operands the receiver first, unless {@code kind} is STATIC, then the arguments (variable arity: one array)
   * @param thrown declared exceptions of the callee, checked and unchecked, as binary names
   */
  record Invoke(Site site, Variable target, CallKind kind, MethodKey callee, List<Variable> operands, List<String> thrown)
      implements Step {
    public Invoke {
      operands = List.copyOf(operands);
      thrown = List.copyOf(thrown);
      int receivers = kind == CallKind.STATIC ? 0 : 1;
      if (operands.size() < receivers) {
        throw new IllegalArgumentException("no receiver in a call of " + callee);
      }
    }

    public Optional<Variable> receiver() {
      return kind == CallKind.STATIC ? Optional.empty() : Optional.of(operands.get(0));
    }

    /** The arguments without the receiver. */
    public List<Variable> arguments() {
      return kind == CallKind.STATIC ? operands : operands.subList(1, operands.size());
    }

    @Override public String toString() {
      StringBuilder text = new StringBuilder();
      if (target.index() >= 0) {
        text.append(target).append(" = ");
      }
      text.append("invoke ").append(kind.name().toLowerCase(java.util.Locale.ROOT)).append(' ').append(callee);
      text.append(operands.toString().replace('[', '(').replace(']', ')'));
      if (!thrown.isEmpty()) {
        text.append(" throws ").append(String.join(", ", thrown));
      }
      return text.toString();
    }
  }

  /**
   * A lambda or method reference becomes an object. Calling its one method calls {@code body} with the captured values
   * in front of the arguments.
   *
   * @param type the functional interface
   * @param kind how {@code body} is called; CREATE for {@code X::new}
   * @param captured values it holds on to, a bound receiver or the enclosing {@code this} first
   */
  record Closure(Site site, Variable target, String type, CallKind kind, MethodKey body, List<Variable> captured)
      implements Step {
    public Closure {
      captured = List.copyOf(captured);
    }

    @Override public List<Variable> operands() {
      return captured;
    }

    @Override public String toString() {
      return target + " = closure " + type + " " + kind.name().toLowerCase(java.util.Locale.ROOT) + " " + body
          + captured.toString().replace('[', '(').replace(']', ')');
    }
  }

  /** {@code target = left relation right}, a boolean. */
  record Compare(Site site, Variable target, Variable left, Relation relation, Variable right) implements Step {
    @Override public List<Variable> operands() {
      return List.of(left, right);
    }

    @Override public String toString() {
      return target + " = " + left + " " + relation.sign() + " " + right;
    }
  }

  /** {@code target = value instanceof type}. True implies that {@code value} is not null. */
  record TypeTest(Site site, Variable target, Variable value, String type) implements Step {
    @Override public List<Variable> operands() {
      return List.of(value);
    }

    @Override public String toString() {
      return target + " = " + value + " instanceof " + type;
    }
  }

  /** {@code target = operator operands}: arithmetic, bits, string concatenation. */
  record Operate(Site site, Variable target, String operator, List<Variable> operands) implements Step {
    public Operate {
      operands = List.copyOf(operands);
    }

    @Override public String toString() {
      return target + " = " + operator + operands.toString().replace('[', '(').replace(']', ')');
    }
  }

  /** At the start of a handler: binds the exception that came here. Never null. */
  record Caught(Site site, Variable target) implements Step {
    @Override public String toString() {
      return target + " = caught " + target.type();
    }
  }

  /** {@code target} is anything. The front end met something it does not know; {@code why} says what. */
  record Havoc(Site site, Variable target, String why) implements Step {
    @Override public String toString() {
      return target + " = havoc " + why;
    }
  }
}
