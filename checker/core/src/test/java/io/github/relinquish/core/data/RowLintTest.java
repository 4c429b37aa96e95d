package io.github.relinquish.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowLintTest {
  private static final String HEAD = """
      api: A test
      source: here
      kinds:
        - { name: k.a, noun: a, rule: SecurityContextLeak, release: "x({})" }
      calls:
        - { call: a.B#begin/0, begins: { kind: k.a, at: Receiver } }
        - { call: a.B#end/0, ends: { of: Receiver, kind: k.a } }
      """;

  private static List<String> lint(String more) {
    ProtocolFile file = new ProtocolReader(List.of()).read("t.yaml", HEAD + more.indent(2));
    assertEquals(List.of(), file.problems());
    return RowLint.check(List.of(), List.of(file)).stream().map(Problem::toString).toList();
  }

  @Test void shippedRowsAreClean() {
    List<ProtocolFile> files = ShippedProtocols.files();
    assertEquals(List.of(), RowLint.check(List.of(), files));
    List<Kind> kinds = ShippedProtocols.together(files).kinds();
    for (String pack : ShippedProtocols.packs()) {
      assertEquals(List.of(), RowLint.check(kinds, List.of(ShippedProtocols.pack(pack, kinds))));
    }
  }

  @Test void aSoundFileIsClean() {
    assertEquals(List.of(), lint(""));
  }

  @Test void findsKindsWithoutALife() {
    ProtocolFile file = new ProtocolReader(List.of()).read("t.yaml", HEAD.substring(0, HEAD.indexOf("calls:")));
    assertEquals(List.of("t.yaml: no row begins the kind 'k.a'", "t.yaml: no row ends the kind 'k.a', so every one of it leaks"),
        RowLint.check(List.of(), List.of(file)).stream().map(Problem::toString).toList());
  }

  @Test void findsRowsThatALaterOneHides() {
    assertEquals(List.of("t.yaml:8: 'a.B#x/1' is never asked: 'a.B#x/*' in line 9 is about the same calls and says something else"),
        lint("- { call: a.B#x/1, uses: Receiver }\n- { call: 'a.B#x/*', borrows: Receiver }\n"));
    assertEquals(List.of(), lint("- { call: 'a.B#x/*', borrows: Receiver }\n- { call: a.B#x/1, uses: Receiver }\n"));
  }

  @Test void findsRowsAtOddsWithThemselves() {
    assertTrue(lint("- { call: a.B#x/1, ensures: [Result nonnull, Result null] }").get(0).contains("its opposite"));
    assertTrue(lint("- { call: a.B#x/1, uses: [Receiver, Receiver] }").get(0).contains("twice"));
    assertTrue(lint("- { call: a.B#x/1, begins: { kind: k.a, at: Result }, lends: { kind: k.a, at: Result } }").get(0)
        .contains("both owned and lent"));
    assertTrue(lint("- { call: a.B#x/1 }").get(0).contains("has no effect"));
  }

  @Test void findsWrapsThatNeverApply() {
    assertTrue(lint("- { call: a.B#x/1, runs: { of: \"Argument[0]\", wraps: [a.E, a.F] } }").get(0).contains("wrap in 'a.F': 'a.E' stands in front of it"));
    assertTrue(lint("- { call: a.B#x/1, runs: { of: \"Argument[0]\", times: later, wraps: a.E } }").get(0).contains("only runs later"));
    assertEquals(List.of(), lint("- { call: a.B#x/1, runs: { of: \"Argument[0]\", wraps: [{ in: a.E, but: a.X }, a.F] } }"));
  }

  @Test void findsUnknownKindsInRowsFromElsewhere() {
    Row row = new Row(PatternText.parse(new Node.Scalar("a.B#x/0", true, 1, 1), new Problems("t")).orElseThrow(),
        new ArrayList<Effect>(List.of(new Effect.Begin("k.b", Port.RESULT, List.of(), List.of(), List.of(), Map.of(), false))), "s", "t", 4);
    ProtocolFile file = new ProtocolFile("t", "t", List.of(), List.of(row), Map.of(), List.of());
    assertEquals("[t:4: 'a.B#x/0' begins 'k.b', which is no kind]", RowLint.check(List.of(), List.of(file)).toString());
  }
}
