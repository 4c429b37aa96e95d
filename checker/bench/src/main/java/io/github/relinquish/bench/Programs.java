package io.github.relinquish.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Programs of any size over the real interfaces of JGSS. By file name, the text of each file. */
final class Programs {
  private static final String HEAD = """
      import org.ietf.jgss.*;
      """;

  private Programs() {}

  /** One method with that many branches while a context is alive. */
  static Map<String, String> branches(int n) {
    StringBuilder body = new StringBuilder("  void run(GSSManager m, int x) throws GSSException {\n    GSSContext c = m.createContext((GSSCredential) null);\n");
    for (int i = 0; i < n; i++) {
      body.append("    if (x == ").append(i).append(") { x += ").append(i + 1).append("; }\n");
    }
    return one(body.append("    c.dispose();\n  }\n").toString());
  }

  /** That many nested blocks: loops, branches and {@code try}, while a context is alive. */
  static Map<String, String> nesting(int n) {
    StringBuilder body = new StringBuilder("  void run(GSSManager m, int x) throws GSSException {\n    GSSContext c = m.createContext((GSSCredential) null);\n");
    String[] open = {"if (x > %d) {\n", "try {\n"};
    String[] close = {"}\n", "} finally { x++; }\n"};
    for (int i = 0; i < n; i++) {
      body.append(open[i % 2].formatted(i));
    }
    body.append("x++;\n");
    for (int i = n - 1; i >= 0; i--) {
      body.append(close[i % 2]);
    }
    return one(body.append("    c.dispose();\n  }\n").toString());
  }

  /** One method with that many contexts that are alive one after the other. */
  static Map<String, String> acquisitions(int n) {
    StringBuilder body = new StringBuilder("  void run(GSSManager m) throws GSSException {\n");
    for (int i = 0; i < n; i++) {
      body.append("    GSSContext c").append(i).append(" = m.createContext((GSSCredential) null);\n    c").append(i).append(".dispose();\n");
    }
    return one(body.append("  }\n").toString());
  }

  /** One class with that many methods, each with a context of its own. */
  static Map<String, String> methods(int n) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < n; i++) {
      body.append("  void run").append(i).append("(GSSManager m, boolean b) throws GSSException {\n")
          .append("    GSSContext c = m.createContext((GSSCredential) null);\n    try { if (b) { c.getMech(); } } finally { c.dispose(); }\n  }\n");
    }
    return one(body.toString());
  }

  /** That many classes with one method each. */
  static Map<String, String> classes(int n) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < n; i++) {
      files.put("C" + i, HEAD + "class C" + i + " {\n  void run(GSSManager m, boolean b) throws GSSException {\n"
          + "    GSSContext c = m.createContext((GSSCredential) null);\n    try { if (b) { c.getMech(); } } finally { c.dispose(); }\n  }\n}\n");
    }
    return files;
  }

  /** A chain of that many classes that call each other; the last one makes the context, the first one disposes of it. */
  static Map<String, String> chain(int n) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("Main", HEAD + "class Main {\n  void run(GSSManager m) throws GSSException {\n    GSSContext c = C0.make(m);\n    C0.end(c);\n  }\n}\n");
    for (int i = 0; i < n; i++) {
      boolean isLast = i == n - 1;
      String make = isLast ? "m.createContext((GSSCredential) null)" : "C" + (i + 1) + ".make(m)";
      String end = isLast ? "c.dispose()" : "C" + (i + 1) + ".end(c)";
      files.put("C" + i, HEAD + "class C" + i + " {\n  static GSSContext make(GSSManager m) throws GSSException {\n    return " + make
          + ";\n  }\n\n  static void end(GSSContext c) throws GSSException {\n    " + end + ";\n  }\n}\n");
    }
    return files;
  }

  private static Map<String, String> one(String body) {
    return Map.of("Main", HEAD + "class Main {\n" + body + "}\n");
  }
}
