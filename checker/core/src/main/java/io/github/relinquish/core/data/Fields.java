package io.github.relinquish.core.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one mapping: unknown and double ones are problems, and so are values of the wrong form. */
final class Fields {
  private final Node.Mapping mapping;
  private final String what;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /**
   * @param what the mapping's noun for messages: {@code a kind}
   * @param allowed the keys that may stand in it
   */
  Fields(Node.Mapping mapping, String what, Collection<String> allowed, Problems problems) {
    this.mapping = mapping;
    this.what = what;
    this.problems = problems;
    for (Node.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!allowed.contains(key)) {
        problems.add(entry.key(), what + " has no '" + key + "'" + Advice.nearest(key, allowed));
      } else if (values.putIfAbsent(key, entry.value()) != null) {
        problems.add(entry.key(), "'" + key + "' stands here twice");
      }
    }
  }

  /** Reads a node as a mapping; empty, with a problem, where it is something else. */
  static Optional<Fields> of(Node node, String what, Collection<String> allowed, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(new Fields(mapping, what, allowed, problems));
    }
    problems.add(node, what + " is a mapping, not " + node.noun());
    return Optional.empty();
  }

  Node node() {
    return mapping;
  }

  Optional<Node> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value of a key that must be there. */
  Optional<Node> required(String key) {
    if (!values.containsKey(key)) {
      problems.add(mapping, what + " needs '" + key + "'");
    }
    return value(key);
  }

  /** A text that is not empty. */
  Optional<Node.Scalar> text(String key) {
    return value(key).flatMap(this::asText);
  }

  Optional<Node.Scalar> requiredText(String key) {
    return required(key).flatMap(this::asText);
  }

  /** One text or a list of them; empty where the key is missing. */
  List<Node.Scalar> texts(String key) {
    List<Node.Scalar> found = new ArrayList<>();
    value(key).ifPresent(node -> oneOrMore(node).forEach(item -> asText(item).ifPresent(found::add)));
    return found;
  }

  boolean flag(String key, boolean otherwise) {
    Optional<Node.Scalar> written = text(key);
    if (written.isEmpty()) {
      return otherwise;
    }
    String text = written.get().text();
    if (!text.equals("true") && !text.equals("false")) {
      problems.add(written.get(), "'" + key + "' is true or false, not '" + text + "'");
    }
    return text.equals("true");
  }

  /** The items of a list; empty, with a problem, where the value is something else. */
  List<Node> items(String key) {
    Optional<Node> node = value(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof Node.Items list) {
      return list.items();
    }
    problems.add(node.get(), "'" + key + "' is a list, not " + node.get().noun());
    return List.of();
  }

  /** A list stands for its items, anything else for itself. */
  static List<Node> oneOrMore(Node node) {
    return node instanceof Node.Items list ? list.items() : List.of(node);
  }

  Optional<Node.Scalar> asText(Node node) {
    return asText(node, problems);
  }

  static Optional<Node.Scalar> asText(Node node, Problems problems) {
    if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    problems.add(node, "a text is wanted here, not " + node.noun());
    return Optional.empty();
  }
}
