package io.github.relinquish.core.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints a flow graph in its text form: the form of golden files, of {@code explain} and of crash notes. */
public final class GraphPrinter {
  private GraphPrinter() {}

  /** The graph, a line a step, ending in a newline. */
  public static String print(FlowGraph graph) {
    return print(graph, Optional.empty());
  }

  /** The same with a star before {@code starred}, compared by identity. */
  public static String print(FlowGraph graph, Optional<Step> starred) {
    StringBuilder out = new StringBuilder("graph ").append(graph.method()).append(' ');
    out.append(graph.parameters().stream().map(GraphPrinter::declared).collect(Collectors.joining(", ", "(", ")\n")));
    for (Block block : graph.blocks()) {
      print(block, starred, out);
    }
    return out.toString();
  }

  private static void print(Block block, Optional<Step> starred, StringBuilder out) {
    out.append('b').append(block.id()).append(':');
    List<Block.Handler> handlers = block.handlers();
    if (!handlers.isEmpty()) {
      out.append(handlers.stream().map(Block.Handler::toString).collect(Collectors.joining(", ", " on ", "")));
    }
    out.append('\n');
    for (Step step : block.steps()) {
      boolean isStarred = starred.isPresent() && starred.get() == step;
      out.append(isStarred ? "* " : "  ").append(step);
      if (step.site().line() > 0) {
        out.append("  ; ").append(step.site().line());
      }
      out.append('\n');
    }
    out.append("  ").append(block.end()).append('\n');
  }

  private static String declared(Variable variable) {
    return variable.name() + ": " + variable.type();
  }
}
