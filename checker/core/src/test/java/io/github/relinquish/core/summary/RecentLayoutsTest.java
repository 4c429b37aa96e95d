package io.github.relinquish.core.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.Program;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.Layout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecentLayoutsTest {
  /** Three of these are more than what is kept. */
  private static final int LARGE = Budget.LAID_OUT * 2 / 5;

  private final List<String> made = new ArrayList<>();
  private final RecentLayouts layouts = new RecentLayouts(new Bodies());

  @Test void keepsWhatWasAskedForLast() {
    Layout first = ask("a");
    ask("b");
    assertSame(first, ask("a"));
    ask("c");
    assertSame(first, ask("a"));
    assertEquals(List.of("a", "b", "c"), made);
  }

  @Test void makesAgainWhatItLetGo() {
    FlowGraph first = ask("a").graph();
    ask("b");
    ask("c");
    assertEquals(first, ask("a").graph());
    assertEquals(List.of("a", "b", "c", "a"), made);
  }

  @Test void knowsOfABodyThatItLetGo() {
    List.of("a", "b", "c").forEach(this::ask);
    assertTrue(layouts.hasBody(key("a")));
    assertEquals(List.of("a", "b", "c"), made);
  }

  @Test void asksOnceForABodyThatIsNotThere() {
    assertTrue(layouts.of(key("none")).isEmpty() && layouts.of(key("none")).isEmpty() && !layouts.hasBody(key("none")));
    assertEquals(List.of("none"), made);
  }

  private Layout ask(String name) {
    return layouts.of(key(name)).orElseThrow();
  }

  private static MethodKey key(String name) {
    return new MethodKey("app.Main", name, "()V");
  }

  /** Large bodies for all names but one. */
  private final class Bodies implements Program {
    @Override public Optional<FlowGraph> bodyOf(MethodKey key) {
      made.add(key.name());
      List<Step> steps = Collections.nCopies(LARGE, new Step.Havoc(Site.UNKNOWN, Variable.VOID, "nothing"));
      Block block = new Block(0, steps, new End.Return(Site.UNKNOWN, Variable.VOID), List.of());
      return key.name().equals("none") ? Optional.empty() : Optional.of(new FlowGraph(key, List.of(), List.of(block)));
    }

    @Override public Optional<ClassShape> shapeOf(String className) {
      return Optional.empty();
    }

    @Override public List<String> subclassesOf(String className) {
      return List.of();
    }

    @Override public List<MethodKey> mentionsOf(String simpleName) {
      return List.of();
    }
  }
}
