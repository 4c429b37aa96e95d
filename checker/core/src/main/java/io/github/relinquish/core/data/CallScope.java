package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads ports and clauses of one row: they must fit the call.
 *
 * @param file what the readers of the file share
 * @param calls what the row is about; the shortest parameter list decides which arguments there are
 */
record CallScope(Scope file, List<CallPattern> calls) {
  private static final List<String> ROOTS = List.of("Receiver", "Argument", "Result", "Thread", "Static");
  private static final Map<String, Clause.Test> WORDS = words();
  private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=", "in", "not in", "has", "lacks", "true", "false",
      "null", "nonnull");

  /** Reads {@code Argument[2].value}; empty, with a problem, where it is no port of this call. */
  Optional<Port> port(Node node) {
    return Fields.asText(node, file.problems()).flatMap(text -> port(text, text.text()));
  }

  Optional<Port> port(Fields fields, String key) {
    return fields.required(key).flatMap(this::port);
  }

  /** One port or a list of them. */
  List<Port> ports(Node node) {
    List<Port> found = new ArrayList<>();
    Fields.oneOrMore(node).forEach(item -> port(item).ifPresent(found::add));
    return found;
  }

  List<Port> ports(Fields fields, String key) {
    return fields.value(key).map(this::ports).orElse(List.of());
  }

  private Optional<Port> port(Node.Scalar at, String text) {
    Optional<Port> port = file.port(text);
    if (port.isEmpty()) {
      String head = text.split("[.\\[]", 2)[0];
      file.problems().add(at, "'" + text + "' is no port" + (ROOTS.contains(head) ? "" : Advice.nearest(head, ROOTS))
          + "; a port is Receiver, Argument[0], Result, Thread or Static, then perhaps .field or .[]");
      return port;
    }
    for (CallPattern call : calls) {
      if (call.arity() >= 0 && port.get().index() >= call.arity()) {
        file.problems().add(at, "'" + text + "' is beyond the " + call.arity() + " parameters of '" + call + "', counted from 0");
        return Optional.empty();
      }
    }
    return port;
  }

  /** One clause or a list of them. */
  List<Clause> clauses(Fields fields, String key) {
    List<Clause> found = new ArrayList<>();
    fields.value(key).ifPresent(node -> Fields.oneOrMore(node).forEach(item -> clause(item).ifPresent(found::add)));
    return found;
  }

  /** Reads {@code Result in {0, 590610}}; empty, with a problem, where it is no clause. */
  Optional<Clause> clause(Node node) {
    return Fields.asText(node, file.problems()).flatMap(this::clause);
  }

  private Optional<Clause> clause(Node.Scalar node) {
    String text = node.text().trim();
    int space = text.indexOf(' ');
    if (space < 0) {
      file.problems().add(node, "'" + text + "' is no condition, write it like Result == 0, Result nonnull or Argument[3] has 0x100");
      return Optional.empty();
    }
    Optional<Port> port = port(node, text.substring(0, space));
    String rest = text.substring(space + 1).trim();
    String operator = operator(rest);
    String operand = rest.substring(operator.length()).trim();
    if (!OPERATORS.contains(operator)) {
      file.problems().add(node, "'" + operator + "' is no test" + Advice.nearest(operator, OPERATORS));
      return Optional.empty();
    }
    return port.flatMap(p -> clause(node, p, operator, operand));
  }

  private static String operator(String rest) {
    if (rest.startsWith("not in")) {
      return "not in";
    }
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != ' ' && rest.charAt(end) != '{') {
      end++;
    }
    return rest.substring(0, end);
  }

  private Optional<Clause> clause(Node.Scalar at, Port port, String operator, String operand) {
    Clause.Test word = WORDS.get(operator);
    if (word != null) {
      if (!operand.isEmpty()) {
        file.problems().add(at, "nothing may follow '" + operator + "', but here is '" + operand + "'");
      }
      return Optional.of(new Clause(port, word, List.of()));
    }
    Optional<List<Long>> values = operator.endsWith("in") ? set(at, operand) : number(at, operand).map(List::of);
    return values.map(v -> switch (operator) {
      case "==", "in" -> new Clause(port, Clause.Test.IN, v);
      case "!=", "not in" -> new Clause(port, Clause.Test.NOT_IN, v);
      case "<" -> new Clause(port, Clause.Test.LESS, v);
      case "<=" -> new Clause(port, Clause.Test.LESS, List.of(v.get(0) + 1));
      case ">" -> new Clause(port, Clause.Test.AT_LEAST, List.of(v.get(0) + 1));
      case ">=" -> new Clause(port, Clause.Test.AT_LEAST, v);
      case "has" -> new Clause(port, Clause.Test.HAS, v);
      default -> new Clause(port, Clause.Test.LACKS, v);
    });
  }

  private Optional<List<Long>> set(Node.Scalar at, String operand) {
    if (!operand.startsWith("{") || !operand.endsWith("}")) {
      file.problems().add(at, "a set of numbers stands in braces: Result in {0, 590610}");
      return Optional.empty();
    }
    List<Long> values = new ArrayList<>();
    for (String item : operand.substring(1, operand.length() - 1).split(",", -1)) {
      Optional<Long> value = number(at, item.trim());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  /** A number or one of the file's constants; empty, with a problem, where it is neither. */
  Optional<Long> number(Node.Scalar at, String text) {
    Optional<Long> number = Optional.ofNullable(file.constants().get(text)).or(() -> NumberText.parse(text));
    if (number.isEmpty()) {
      file.problems().add(at, "'" + text + "' is neither a number nor one of this file's constants"
          + Advice.nearest(text, file.constants().keySet()));
    }
    return number;
  }

  private static Map<String, Clause.Test> words() {
    Map<String, Clause.Test> words = new LinkedHashMap<>();
    for (Clause.Test test : List.of(Clause.Test.TRUE, Clause.Test.FALSE, Clause.Test.NULL, Clause.Test.NONNULL)) {
      words.put(test.word(), test);
    }
    return words;
  }
}
