package io.github.relinquish.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolReaderTest {
  private static final String HEAD = """
      api: A test
      source: here
      constants: { OK: 0, MORE: 0x00090312 }
      kinds:
        - name: k.ctx
          noun: context
          rule: SecurityContextLeak
          release: "{}.close()"
          parents:
            - { role: credentials, rule: ReleaseOrder }
      calls:
      """;

  private static ProtocolFile read(String text) {
    return new ProtocolReader(List.of()).read("t.yaml", text);
  }

  private static ProtocolFile readRow(String row) {
    return read(HEAD + row.indent(2));
  }

  private static Row onlyRow(String row) {
    ProtocolFile file = readRow(row);
    assertEquals(List.of(), file.problems());
    assertEquals(1, file.rows().size());
    return file.rows().get(0);
  }

  private static void assertProblem(ProtocolFile file, String expected) {
    assertTrue(file.problems().stream().anyMatch(p -> p.toString().contains(expected)), expected + " not in " + file.problems());
    file.problems().forEach(p -> assertFalse(p.message().contains("Exception"), p.toString()));
  }

  @Test void readsAKindWithItsDefaults() {
    ProtocolFile file = read(HEAD + "  []\n");
    assertEquals(List.of(), read("api: x\nkinds: []\ncalls: []\n").problems());
    assertEquals(List.of(new Kind("k.ctx", "context", RuleId.SECURITY_CONTEXT_LEAK, Severity.ERROR, Severity.NONE, Severity.ERROR, Severity.NONE,
        "{}.close()", false, true, false, false, false, List.of(new Kind.Parent("credentials", RuleId.RELEASE_ORDER, Severity.WARNING)), "here")),
        file.kinds());
    assertEquals(Map.of("OK", 0L, "MORE", 590610L), file.constants());
  }

  @Test void readsABegin() {
    Row row = onlyRow("""
        - call: "*#Init/3"
          begins:
            kind: k.ctx
            at: "Argument[2].value"
            when: ["Result in {OK, MORE}", "Argument[0] has 0x100"]
            otherwise: Result < 0
            continues: "Argument[1]"
            parents: { credentials: "Argument[0]" }
        """);
    assertEquals(new CallPattern("*", "Init", 3, List.of()), row.call());
    assertEquals("here", row.source());
    assertEquals("t.yaml", row.file());
    assertEquals(12, row.line());
    assertEquals(List.of(new Effect.Begin("k.ctx", new Port(Port.Root.ARGUMENT, 2, List.of("value")),
        List.of(new Clause(Port.RESULT, Clause.Test.IN, List.of(0L, 590610L)),
            new Clause(Port.argument(0), Clause.Test.HAS, List.of(256L))),
        List.of(new Clause(Port.RESULT, Clause.Test.LESS, List.of(0L))), List.of(Port.argument(1)),
        Map.of("credentials", Port.argument(0)), false)), row.effects());
  }

  @Test void appliesEffectsInTheOrderOfTheFormatNotOfTheFile() {
    Row row = onlyRow("""
        - call: java.util.Map#put/2
          puts: { from: "Argument[1]", to: "Receiver.[]" }
          takes: { from: "Receiver.[]", to: Result }
        """);
    assertTrue(row.effects().get(0) instanceof Effect.Take, row.toString());
    assertTrue(row.effects().get(1) instanceof Effect.Put, row.toString());
  }

  @Test void readsWhatClosuresThrow() {
    Row row = onlyRow("""
        - call: a.B#x/1
          runs: { of: "Argument[0]", wraps: [ { in: a.Checked, but: [java.lang.RuntimeException, java.lang.Error] }, a.Other ] }
        """);
    assertEquals(List.of(new Effect.Run(Port.argument(0), List.of(), List.of(), Effect.Times.ONCE,
        List.of(new Effect.Wrap("a.Checked", List.of("java.lang.RuntimeException", "java.lang.Error")), new Effect.Wrap("a.Other", List.of())))),
        row.effects());
  }

  @Test void readsSeveralCallsAsSeveralRows() {
    ProtocolFile file = readRow("""
        - call: ["a.B#x/1", "a.B#y(String, byte[], _)", "a.B$C#<init>/*"]
          uses: Receiver
        """);
    assertEquals(List.of("a.B#x/1", "a.B#y(String, byte[], _)", "a.B$C#<init>/*"),
        file.rows().stream().map(row -> row.call().toString()).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Result == 0|Result == 0", "Result != MORE|Result != 590610", "Result > 4|Result >= 5", "Result <= -1|Result < 0",
      "Result not in {1, 2}|Result not in {1, 2}", "Result null|Result null", "Argument[0] nonnull|Argument[0] nonnull",
      "Result == 0x80090301|Result == -2146893055", "Receiver.a.[] true|Receiver.a.[] true", "Argument[0] lacks 2|Argument[0] lacks 2"})
  void readsClauses(String written, String meant) {
    Row row = onlyRow("- call: a.B#x/1\n  ensures: \"" + written + "\"\n");
    assertEquals(meant, ((Effect.Ensures) row.effects().get(0)).clause().toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "api: x, y: 1}|not YAML",
      "api: x\u0007y|t.yaml:1: not YAML: it holds the character U+0007; a file of rows is text in UTF-8",
      "[]|a protocol file is a mapping, not a list",
      "``|the file is empty",
      "apu: x|t.yaml:1:1: a protocol file has no 'apu'; did you mean 'api'?",
      "source: x|a protocol file needs 'api'",
      "{api: a, api: b}|'api' stands here twice",
      "{api: a, kinds: b}|'kinds' is a list, not the text 'b'",
      "{api: a, calls: [b]}|t.yaml:1:18: a row is a mapping, not the text 'b'",
      "{api: [a]}|a text is wanted here, not a list",
      "{api: a, constants: {X: y}}|'y' is no number",
      "{api: a, constants: {'9': 1}}|no name of a constant",
      "{api: a, constants: 4}|'constants' is a mapping",
      "{api: &a b, source: *a}|anchors and aliases are not read here",
      "{api: !!int 4}|tags are not read here",
      "{api: a, kinds: !!set {a}}|tags are not read here",
      "{? [a] : b}|a key is a text",
      "{api: a, kinds: [{name: k, rule: SecurityContextLeak, release: r, source: s}]}|a kind needs 'noun'",
      "{api: a, kinds: [{name: k, noun: n, rule: SecurityContextLeek, release: r, source: s}]}|did you mean 'SecurityContextLeak'?",
      "{api: a, kinds: [{name: k, noun: n, rule: DoubleRelease, release: r, leak: eror, source: s}]}|did you mean 'error'?",
      "{api: a, kinds: [{name: k, noun: n, rule: DoubleRelease, release: r, thread: yes, source: s}]}|'thread' is true or false, not 'yes'",
      "{api: a, kinds: [{name: k, noun: n, rule: DoubleRelease, release: r}]}|a 'source' is missing"})
  void refusesAFile(String text, String problem) {
    assertProblem(read(text), problem);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{call: 'a.B#x/1', begin: {}}|a row has no 'begin'; did you mean 'begins'?",
      "{uses: Receiver}|a row needs 'call'",
      "{call: 'a.B.x/1', uses: Receiver}|'a.B.x/1' is no call",
      "{call: 'a.B#x', uses: Receiver}|does not end in the number or the types",
      "{call: 'a.B#x(,)', uses: Receiver}|does not end in the number or the types",
      "{call: 'a..B#x/1', uses: Receiver}|is no call",
      "{call: 'a.B#x/1', uses: Reciever}|'Reciever' is no port; did you mean 'Receiver'?",
      "{call: 'a.B#x/1', uses: 'Argumnet[0]'}|did you mean 'Argument'?",
      "{call: 'a.B#x/1', uses: 'Argument[0].'}|is no port",
      "{call: '*#F/9', uses: 'Argument[9]'}|t.yaml:12:27: 'Argument[9]' is beyond the 9 parameters of '*#F/9', counted from 0",
      "{call: 'a.B#x(int, int)', uses: 'Argument[2].v'}|is beyond the 2 parameters",
      "{call: 'a.B#x/1', begins: {kind: k.ctxt, at: Result}}|no kind is called 'k.ctxt'; did you mean 'k.ctx'?",
      "{call: 'a.B#x/1', begins: {at: Result}}|'begins' needs 'kind'",
      "{call: 'a.B#x/1', begins: {kind: k.ctx, at: Result, parents: {credential: Receiver}}}|did you mean 'credentials'?",
      "{call: 'a.B#x/1', begins: Result}|'begins' is a mapping, not the text 'Result'",
      "{call: 'a.B#x/1', ends: {kind: k.ctx}}|'ends' needs 'of'",
      "{call: 'a.B#x/1', begins: {kind: banana.split, at: Result}}|no kind is called 'banana.split'; there are k.",
      "{call: 'a.B#x/1', ends: {of: Receiver, kind: [k.ctx, k.cxt]}}|no kind is called 'k.cxt'",
      "{call: 'a.B#x/1', ensures: 'Result nonnul'}|'nonnul' is no test; did you mean 'nonnull'?",
      "{call: 'a.B#x/1', ensures: 'Result'}|is no condition",
      "{call: 'a.B#x/1', ensures: 'Result true 1'}|nothing may follow 'true'",
      "{call: 'a.B#x/1', ensures: 'Result in 1'}|a set of numbers stands in braces",
      "{call: 'a.B#x/1', ensures: 'Result == MOR'}|did you mean 'MORE'?",
      "{call: 'a.B#x/1', puts: {from: Result, to: Receiver}}|what is put joins elements",
      "{call: 'a.B#x/1', runs: {of: Receiver, times: twice}}|'twice' is none of once, maybe, each, later",
      "{call: 'a.B#x/1', runs: {of: Receiver, wraps: {but: a.E}}}|'wraps' needs 'in'",
      "{call: 'a.B#x/1', runs: {of: Receiver, wraps: {in: a.E, bat: a.F}}}|'wraps' has no 'bat'; did you mean 'but'?",
      "{call: 'a.B#x/1', asks: {of: Receiver, 'true': non}}|did you mean 'none'?",
      "{call: 'a.B#x/1', unloads: {of: Receiver}}|'unloads' needs 'kinds'",
      "{call: 'a.B#x/1', aliases: {from: Receiver}}|'aliases' needs 'to'",
      "{call: 'a.B#x/1', uses: []}|'uses' says nothing",
      "{call: 'a.B#x/1', uses: [[Receiver]]}|a text is wanted here, not a list"})
  void refusesARow(String row, String problem) {
    assertProblem(readRow("- " + row), problem);
  }

  @Test void refusesAKindOfAnotherFile() {
    ProtocolFile first = read(HEAD + "  []\n");
    assertProblem(new ProtocolReader(first.kinds()).read("u.yaml", HEAD + "  []\n"), "u.yaml:5:5: there is another kind 'k.ctx'");
  }

  @Test void keepsWhatIsSoundOfABrokenFile() {
    ProtocolFile file = readRow("- { call: 'a.B#x/1', uses: Receiver }\n- { call: 'a.B#y/1', uses: Nobody }\n");
    assertFalse(file.isSound());
    assertEquals("a.B#x/1", file.rows().get(0).call().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: "})
  void boundsNesting(String opening) {
    assertProblem(read(opening.repeat(50_000)), "nested too deeply");
  }

  @Test void boundsSize() {
    assertProblem(read("#".repeat(3_000_000)), "too large");
  }

  @Test void boundsProblems() {
    assertTrue(read("api: x\n" + "calls: x\n".repeat(5_000)).problems().size() <= 100);
  }

  @Test void survivesAnyPrefixOfAFile() {
    String text = RowWriter.text("x", ShippedProtocols.files().get(0).rows());
    for (int end = 0; end < text.length(); end += 97) {
      read(text.substring(0, end)).problems().forEach(p -> assertFalse(p.message().contains("\n"), p.toString()));
    }
  }
}
