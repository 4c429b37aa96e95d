package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.CallPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text form of a {@link CallPattern}. */
final class PatternText {
  private static final String FORM = "; write owner#name/2, owner#name(String, _), owner#name/* or *#name/2";

  private PatternText() {}

  /** Reads one; empty, with a problem, where it is none. */
  static Optional<CallPattern> parse(Node.Scalar node, Problems problems) {
    String text = node.text();
    int hash = text.indexOf('#');
    int end = hash < 0 ? -1 : endOfName(text, hash + 1);
    String owner = hash < 0 ? "" : text.substring(0, hash);
    String name = end < 0 ? "" : text.substring(hash + 1, end);
    if (!isOwner(owner) || !isMethod(name)) {
      problems.add(node, "'" + text + "' is no call" + FORM);
      return Optional.empty();
    }
    String rest = text.substring(end);
    Optional<CallPattern> pattern = rest.startsWith("(") ? withTypes(owner, name, rest) : withArity(owner, name, rest);
    if (pattern.isEmpty()) {
      problems.add(node, "'" + text + "' does not end in the number or the types of its parameters" + FORM);
    }
    return pattern;
  }

  private static Optional<CallPattern> withTypes(String owner, String name, String rest) {
    if (!rest.endsWith(")")) {
      return Optional.empty();
    }
    String inside = rest.substring(1, rest.length() - 1).trim();
    List<String> types = new ArrayList<>();
    for (String type : inside.isEmpty() ? new String[0] : inside.split(",", -1)) {
      if (!isType(type.trim())) {
        return Optional.empty();
      }
      types.add(type.trim());
    }
    return Optional.of(new CallPattern(owner, name, types.size(), types));
  }

  private static Optional<CallPattern> withArity(String owner, String name, String rest) {
    if (rest.equals("/*")) {
      return Optional.of(new CallPattern(owner, name, -1, List.of()));
    }
    if (!rest.startsWith("/") || rest.length() > 4) {
      return Optional.empty();
    }
    return NumberText.parse(rest.substring(1)).filter(n -> n >= 0 && n < 256)
        .map(n -> new CallPattern(owner, name, n.intValue(), List.of()));
  }

  private static int endOfName(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '/' && text.charAt(at) != '(') {
      at++;
    }
    return at;
  }

  private static boolean isOwner(String owner) {
    return owner.equals(CallPattern.ANY) || isDotted(owner);
  }

  private static boolean isMethod(String name) {
    return name.equals("<init>") || NumberText.isName(name);
  }

  private static boolean isType(String type) {
    String element = type;
    while (element.endsWith("[]")) {
      element = element.substring(0, element.length() - 2);
    }
    return isDotted(element);
  }

  private static boolean isDotted(String name) {
    int from = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
      if (!NumberText.isName(name.substring(from, dot))) {
        return false;
      }
      from = dot + 1;
    }
    return NumberText.isName(name.substring(from));
  }
}
