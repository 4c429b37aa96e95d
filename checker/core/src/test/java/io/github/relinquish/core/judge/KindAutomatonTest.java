package io.github.relinquish.core.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.relinquish.core.data.ProtocolFile;
import io.github.relinquish.core.data.ShippedProtocols;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.GraphText;
import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The automaton of every shipped kind, by all short words over its alphabet: what the engine says is what the kind says. */
class KindAutomatonTest {
  private static final int LONGEST = 3;
  private static final String END = "end";
  private static final String USE = "use";

  static Stream<Kind> kinds() {
    List<ProtocolFile> files = new ArrayList<>(ShippedProtocols.files());
    List<Kind> known = ShippedProtocols.together(files).kinds();
    ShippedProtocols.packs().forEach(pack -> files.add(ShippedProtocols.pack(pack, known)));
    return ShippedProtocols.together(files).kinds().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void ownedOneBeginsLive(Kind kind) {
    for (List<String> word : words(kind)) {
      assertEquals(expected(kind, word, false), found(kind, word, false), kind.name() + " " + word);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void lentOneMustNotBeGivenBack(Kind kind) {
    for (List<String> word : words(kind)) {
      if (!kind.isThreadBound()) {
        assertEquals(expected(kind, word, true), found(kind, word, true), kind.name() + " " + word);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void parentsEndLater(Kind kind) {
    for (Kind.Parent parent : kind.parents()) {
      List<String> rightOrder = List.of(END, "drop");
      List<String> wrongOrder = List.of("drop", END);
      List<String> expected = parent.severity() == Severity.NONE
          ? List.of()
          : List.of(parent.rule().title() + "@2 " + parent.severity());
      assertEquals(List.of(), found(kind, rightOrder, false, parent.role()), kind.name());
      assertEquals(expected, found(kind, wrongOrder, false, parent.role()), kind.name());
    }
  }

  private static List<List<String>> words(Kind kind) {
    List<List<String>> all = new ArrayList<>(List.of(List.of()));
    List<List<String>> last = List.copyOf(all);
    for (int length = 1; length <= LONGEST; length++) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> word : last) {
        for (String letter : kind.isThreadBound() ? List.of(END) : List.of(END, USE)) {
          List<String> next = new ArrayList<>(word);
          next.add(letter);
          longer.add(next);
        }
      }
      all.addAll(longer);
      last = longer;
    }
    return all;
  }

  /** The automaton as its kind declares it. A mistake ends the story of that resource; a release begins the story of what it released. */
  private static List<String> expected(Kind kind, List<String> word, boolean isLent) {
    List<String> found = new ArrayList<>();
    boolean isLive = !isLent;
    boolean isReleased = false;
    boolean wasLent = isLent;
    for (int i = 0; i < word.size(); i++) {
      boolean isEnd = word.get(i).equals(END);
      Severity severity = !isReleased || kind.isThreadBound() ? Severity.NONE : isEnd ? kind.again() : kind.afterwards();
      severity = isEnd && wasLent && !asksNothing(kind) ? Severity.ERROR : severity;
      if (severity != Severity.NONE) {
        found.add((isEnd ? RuleId.DOUBLE_RELEASE : RuleId.USE_AFTER_RELEASE).title() + "@" + (i + 2) + " " + severity);
      }
      isReleased = isEnd || (isReleased && severity == Severity.NONE);
      isLive &= !isEnd;
      wasLent &= !isEnd;
    }
    if (isLive && kind.leak() != Severity.NONE) {
      found.add(0, kind.rule().title() + "@1 " + kind.leak());
    }
    return found;
  }

  /** Such a kind only marks what others depend on; it is never followed. */
  private static boolean asksNothing(Kind kind) {
    return kind.leak() == Severity.NONE && kind.again() == Severity.NONE && kind.afterwards() == Severity.NONE;
  }

  private static List<String> found(Kind kind, List<String> word, boolean isLent, String... roles) {
    StringBuilder text = new StringBuilder("graph Main#run()\n  p = invoke Api#open()  ; 9\n  h = invoke Api#begin(p)  ; 1\n");
    for (int i = 0; i < word.size(); i++) {
      String operand = word.get(i).equals("drop") ? "p" : "h";
      text.append("  invoke Api#").append(word.get(i)).append('(').append(operand).append(")  ; ").append(i + 2).append('\n');
    }
    FlowGraph graph = GraphText.parse(text.append("  return  ; 8\n").toString());
    return new TextProgram(List.of(graph), Map.of(), List.of()).findings(rows(kind, isLent, roles), false).stream()
        .map(f -> f.rule().title() + "@" + f.site().line() + " " + f.severity())
        .toList();
  }

  private static Protocols rows(Kind kind, boolean isLent, String... roles) {
    Port at = kind.isThreadBound() ? Port.THREAD : Port.RESULT;
    Port of = kind.isThreadBound() ? Port.THREAD : Port.argument(0);
    Map<String, Port> parents = roles.length == 0 ? Map.of() : Map.of(roles[0], Port.argument(0));
    Effect begin = new Effect.Begin(kind.name(), at, List.of(), List.of(), List.of(), parents, isLent);
    return new Protocols(List.of(kind), List.of(
        row("begin", begin),
        row(END, new Effect.Release(List.of(kind.name()), of, List.of())),
        row("drop", new Effect.Release(List.of(), Port.argument(0), List.of())),
        row(USE, new Effect.Use(Port.argument(0)))));
  }

  private static Row row(String name, Effect effect) {
    return new Row(new CallPattern("Api", name, 1, List.of()), List.of(effect), "made up", "test", 0);
  }
}
