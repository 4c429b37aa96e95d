package io.github.relinquish.plugin.source;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A flow graph that is being written: blocks refer to each other directly, may be empty, and get their numbers at the end
 * ({@link Stitching}).
 */
final class GraphDraft {
  /** How a draft block ends; targets are drafts. Null parts are the ones this way of ending does not have. */
  record Exit(Way way, Site site, Condition condition, DraftBlock first, DraftBlock second, Variable value) {
    enum Way { JUMP, BRANCH, RETURN, THROW, STOP }

    List<DraftBlock> targets() {
      return switch (way) {
        case JUMP -> List.of(first);
        case BRANCH -> List.of(first, second);
        default -> List.of();
      };
    }
  }

  /** A handler whose block has no number yet. */
  record DraftHandler(String type, DraftBlock block) {}

  /** A block that has no number yet. */
  static final class DraftBlock {
    final List<Step> steps = new ArrayList<>();
    List<DraftHandler> handlers = List.of();
    Exit exit;
    private boolean hasCall;

    void add(Step step) {
      steps.add(step);
      hasCall |= step instanceof Step.Invoke;
    }

    /** Appends the steps of {@code next} and ends as it does. */
    void take(DraftBlock next) {
      if (!mayThrow()) {
        handlers = next.handlers;
      }
      steps.addAll(next.steps);
      hasCall |= next.hasCall;
      exit = next.exit;
    }

    /** Whether a handler matters here. */
    boolean mayThrow() {
      return hasCall || exit != null && exit.way() == Exit.Way.THROW;
    }
  }

  private final List<Variable> variables = new ArrayList<>();
  private final List<Variable> parameters = new ArrayList<>();
  private final DraftBlock entry = new DraftBlock();
  private DraftBlock current = entry;

  Variable parameter(String name, Variable.Kind kind, String type) {
    Variable variable = variable(name, kind, type);
    parameters.add(variable);
    return variable;
  }

  Variable local(String name, String type) {
    return variable(name, Variable.Kind.LOCAL, type);
  }

  Variable temporary(String type) {
    return variable("t" + variables.size(), Variable.Kind.TEMPORARY, type);
  }

  private Variable variable(String name, Variable.Kind kind, String type) {
    Variable variable = new Variable(variables.size(), name, kind, type);
    variables.add(variable);
    return variable;
  }

  List<Variable> parameters() {
    return parameters;
  }

  DraftBlock current() {
    return current;
  }

  /** What follows is written to {@code block}. */
  void continueIn(DraftBlock block) {
    current = block;
  }

  void add(Step step) {
    if (current.exit == null) {
      current.add(step);
    }
  }

  void jump(Site site, DraftBlock to) {
    end(new Exit(Exit.Way.JUMP, site, null, to, null, null));
  }

  void branch(Site site, Condition condition, DraftBlock whenTrue, DraftBlock whenFalse) {
    end(new Exit(Exit.Way.BRANCH, site, condition, whenTrue, whenFalse, null));
  }

  void returns(Site site, Variable value) {
    end(new Exit(Exit.Way.RETURN, site, null, null, null, value));
  }

  void throwing(Site site, Variable value) {
    end(new Exit(Exit.Way.THROW, site, null, null, null, value));
  }

  void stop(Site site) {
    end(new Exit(Exit.Way.STOP, site, null, null, null, null));
  }

  /** The first end of a block counts: behind a throw nothing else happens. */
  private void end(Exit exit) {
    if (current.exit == null) {
      current.exit = exit;
    }
  }

  FlowGraph finish(MethodKey method) {
    return new FlowGraph(method, parameters, new Stitching(entry).blocks());
  }

  static End lower(Exit exit, ToIntFunction<DraftBlock> number) {
    return switch (exit.way()) {
      case JUMP -> new End.Jump(exit.site(), number.applyAsInt(exit.first()));
      case BRANCH -> new End.Branch(
          exit.site(), exit.condition(), number.applyAsInt(exit.first()), number.applyAsInt(exit.second()));
      case RETURN -> new End.Return(exit.site(), exit.value());
      case THROW -> new End.Throw(exit.site(), exit.value());
      case STOP -> new End.Stop(exit.site());
    };
  }

  static Block.Handler lower(DraftHandler handler, ToIntFunction<DraftBlock> number) {
    return new Block.Handler(handler.type(), number.applyAsInt(handler.block()));
  }
}
