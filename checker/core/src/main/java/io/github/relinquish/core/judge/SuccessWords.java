package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.summary.Acquisition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells on a path what the acquiring call answered, where nobody asks: {@code ok is true}. Else the path seems to be that of every call. */
final class SuccessWords {
  private SuccessWords() {}

  /**
   * The steps with the answer behind the acquisition; as they are where a later one tells it, or it cannot be told in a word.
   *
   * @param steps of a path, the first one first
   * @param begin the row by which the resource began
   * @param graph of the body of {@code acquisition}
   */
  static List<WitnessStep> told(List<WitnessStep> steps, Acquisition acquisition, Optional<Effect.Begin> begin, Optional<FlowGraph> graph) {
    int at = 0;
    while (at < steps.size() && !(steps.get(at).depth() == 0 && steps.get(at).site().equals(acquisition.site()))) {
      at++;
    }
    String name = graph.map(g -> nameOf(acquisition.call(), g)).orElse("");
    Optional<String> answer = acquisition.isDirect() ? begin.flatMap(b -> answer(b, acquisition.call(), name)) : Optional.empty();
    String asked = name.isEmpty() ? acquisition.call().callee().name() + "()" : name;
    boolean isTold = steps.subList(Math.min(at + 1, steps.size()), steps.size()).stream()
        .anyMatch(s -> s.text().matches(".*(?<![\\w.])(?:\\w+\\.)*" + asked.replace("(", "\\(").replace(")", "\\)").replace("$", "\\$") + "(?!\\w).*"));
    if (at == steps.size() || answer.isEmpty() || isTold) {
      return steps;
    }
    List<WitnessStep> more = new ArrayList<>(steps);
    more.add(at + 1, new WitnessStep(steps.get(at).site(), answer.get(), 0));
    return more;
  }

  private static Optional<String> answer(Effect.Begin begin, Step.Invoke call, String name) {
    if (begin.when().size() != 1 || !begin.when().get(0).port().equals(Port.RESULT)) {
      return Optional.empty();
    }
    Clause clause = begin.when().get(0);
    boolean isTruth = call.callee().returnType().equals("boolean");
    String is = name.isEmpty() ? call.callee().shortName() + "() returns " : name + (isTruth ? " is " : " == ");
    return switch (clause.test()) {
      case TRUE, FALSE -> isTruth ? Optional.of(is + (clause.test() == Clause.Test.TRUE)) : Optional.empty();
      case IN -> clause.values().equals(List.of(0L)) ? Optional.of(is + 0) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The variable that takes the answer; empty where none does. */
  private static String nameOf(Step.Invoke call, FlowGraph graph) {
    if (call.target().isNamed()) {
      return call.target().name();
    }
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        if (step instanceof Step.Assign assign && assign.source().equals(call.target()) && assign.target().isNamed()) {
          return assign.target().name();
        }
      }
    }
    return "";
  }
}
