package io.github.relinquish.plugin.fix;

import com.sun.tools.javac.code.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A releasing call, ready to be written.
 *
 * @param expression without the semicolon
 * @param condition what must hold for there to be something to release; empty for always
 * @param refused checked exceptions of the call that the method at hand does not declare, as the file names them
 * @param thrown all checked exceptions of the call
 * @param imports classes that {@code expression} names and the file must import
 */
record ReleaseCall(String expression, String condition, List<String> refused, List<Type> thrown, List<String> imports) {
  ReleaseCall {
    refused = List.copyOf(refused);
    thrown = List.copyOf(thrown);
    imports = List.copyOf(imports);
  }

  ReleaseCall onlyIf(String other) {
    return new ReleaseCall(expression, other, refused, thrown, imports);
  }

  /** Its lines, the first and the last without blanks around them. */
  String written(String indent, String unit) {
    return written(indent, unit, "What came before matters more.");
  }

  /** @param excuse why what it throws may be caught and dropped */
  String written(String indent, String unit, String excuse) {
    List<String> lines = new ArrayList<>(List.of(expression + ";"));
    if (!refused.isEmpty()) {
      lines = new ArrayList<>(List.of("try {", unit + expression + ";", "} catch (" + String.join(" | ", refused) + " ignored) {",
          unit + "// " + excuse, "}"));
    }
    if (!condition.isEmpty()) {
      lines.replaceAll(line -> unit + line);
      lines.add(0, "if (" + condition + ") {");
      lines.add("}");
    }
    return String.join("\n" + indent, lines);
  }
}
