package io.github.relinquish.plugin.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.plugin.report.UnitResult;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
  private static final String LEAK = """
      void leak(org.ietf.jgss.GSSManager m) throws Exception {
        org.ietf.jgss.GSSContext ctx = m.createContext((byte[]) null);
      }
      """;

  private static UnitResult judge(String members, Map<String, String> options) throws IOException {
    JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
      @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return "class A {\n" + members + "}\n";
      }
    };
    JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, List.of(source));
    CompilationUnitTree unit = task.parse().iterator().next();
    task.analyze();
    return AnalysisSession.of(((BasicJavacTask) task).getContext(), Settings.of(options)).resultOf(unit);
  }

  private static String told(String members, Map<String, String> options) throws IOException {
    UnitResult result = judge(members, options);
    return result.findings().size() + " " + result.notes().stream().map(Note::text).map(t -> t.replaceAll("; .*", "")).toList();
  }

  @Test void onMethodsVariablesAndClasses() throws IOException {
    assertEquals("1 []", told(LEAK, Map.of()));
    assertEquals("0 []", told("@SuppressWarnings(\"SecurityContextLeak\") " + LEAK, Map.of()));
    assertEquals("0 []", told("@SuppressWarnings({\"unused\", \"all\"}) " + LEAK, Map.of()));
    assertEquals("0 []", told("static final String N = \"SecurityContextLeak\"; @SuppressWarnings(value = N) " + LEAK, Map.of()));
    assertEquals("0 []", told("@SuppressWarnings(\"SecurityContextLeak\") static class B { " + LEAK + "}", Map.of()));
    assertEquals("0 []", told(LEAK.replace("org.ietf.jgss.GSSContext ctx", "@SuppressWarnings(\"SecurityContextLeak\") org.ietf.jgss.GSSContext ctx"), Map.of()));
  }

  @Test void thoseThatSuppressNothingAreTold() throws IOException {
    assertEquals("1 [the suppression of DoubleRelease suppresses nothing]", told("@SuppressWarnings(\"DoubleRelease\") " + LEAK, Map.of()));
    assertEquals("1 []", told("@SuppressWarnings(\"unchecked\") " + LEAK, Map.of()));
    assertEquals("1 [the suppression of SecurityContextLeak suppresses nothing]",
        told(LEAK + "@SuppressWarnings(\"SecurityContextLeak\") int x;", Map.of()));
  }

  @Test void misspeltOnesAreTold() throws IOException {
    assertEquals("1 [there is no rule 'SecurityContextLeek', so this suppresses nothing]", told("@SuppressWarnings(\"SecurityContextLeek: why\") " + LEAK, Map.of()));
    assertEquals("1 [there is no rule 'securityContextLeak', so this suppresses nothing]", told("@SuppressWarnings(\"securityContextLeak\") " + LEAK, Map.of()));
    assertEquals("1 []", told("@SuppressWarnings({\"ResourceLeak\", \"MemoryLeak\", \"DoubleBraceInitialization\"}) " + LEAK, Map.of()));
  }

  @Test void withoutAReasonTheyDoNotCount() throws IOException {
    Map<String, String> strict = Map.of("RequireReason", "true");
    assertEquals("1 [the suppression of SecurityContextLeak gives no reason and does not count]",
        told("@SuppressWarnings(\"SecurityContextLeak\") " + LEAK, strict));
    assertEquals("0 []", told("@SuppressWarnings(\"SecurityContextLeak: the pool closes it\") " + LEAK, strict));
    assertEquals("0 []", told("// because the pool closes it\n@SuppressWarnings(\"SecurityContextLeak\") " + LEAK, strict));
    assertEquals("0 []", told("@SuppressWarnings(\"SecurityContextLeak\") // because the pool closes it\n" + LEAK, strict));
    assertEquals("1 [the suppression of SecurityContextLeak gives no reason and does not count]",
        told("// opens it\n@SuppressWarnings(\"SecurityContextLeak\") " + LEAK, strict));
  }
}
