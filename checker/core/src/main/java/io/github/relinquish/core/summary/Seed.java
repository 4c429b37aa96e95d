package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.simulate.Beginning;
import io.github.relinquish.core.simulate.CallSemantics;
import io.github.relinquish.core.simulate.Simulation;
import io.github.relinquish.core.simulate.Start;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One resource that begins in a body.
 *
 * @param call behind which it is there
 * @param first what is known of it there
 * @param starts where following it starts
 */
record Seed(Step.Invoke call, Beginning first, List<Start> starts) {
  /**
   * All that begins in a body, block by block.
   *
   * @param plain a run over the body that followed nothing
   */
  static List<Seed> in(FlowGraph graph, Simulation plain, CallSemantics calls) {
    Map<String, Seed> seeds = new LinkedHashMap<>();
    for (Block block : graph.blocks()) {
      plain.replay(block.id(), (step, index, state) -> {
        if (step instanceof Step.Invoke call) {
          calls.beginnings(state, call).forEach(beginning -> add(beginning, call, block, index, seeds));
        }
      });
    }
    return List.copyOf(seeds.values());
  }

  private static void add(Beginning beginning, Step.Invoke call, Block block, int index, Map<String, Seed> seeds) {
    State state = beginning.outcome().state();
    String key = block.id() + ":" + index + " " + state.kind().name() + " " + state.typestate() + " " + beginning.isOwned();
    Seed seed = seeds.computeIfAbsent(key, k -> new Seed(call, beginning, new ArrayList<>()));
    if (beginning.outcome().isNormal()) {
      state.store().assign(call.target(), beginning.outcome().result() >= 0
          ? beginning.outcome().result()
          : state.store().fresh(Value.UNKNOWN));
      if (call.target().isNamed() && call.target().index() >= 0
          && state.isResource(state.store().node(call.target()))) {
        state.setName(call.target().name());
      }
      seed.starts().add(new Start(block.id(), index + 1, state));
    } else {
      seed.starts().add(Start.raised(block.id(), index, state, beginning.outcome().thrown()));
    }
  }
}
