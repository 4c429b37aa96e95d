package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The meaning of a graph by running it: every path with every answer of every call, each block at most {@link #VISITS} times. What it
 * finds, somebody can really run into.
 */
final class PathEnumeration {
  private static final int VISITS = 3;
  private static final int PATHS = 4_000;
  private static final long[] CODES = {0, 5, -1};

  private final FlowGraph graph;
  private final TreeSet<String> found = new TreeSet<>();
  private int paths;

  private PathEnumeration(FlowGraph graph) {
    this.graph = graph;
  }

  /** Findings as {@code Rule@line}. */
  static TreeSet<String> findings(FlowGraph graph) {
    PathEnumeration run = new PathEnumeration(graph);
    run.block(0, new World(graph));
    return run.found;
  }

  /** One resource: where it began, how often it was released. */
  private static final class Resource {
    private final Site begun;
    private boolean isReleased;
    private boolean isFinished;

    Resource(Site begun, boolean isFinished) {
      this.begun = begun;
      this.isFinished = isFinished;
    }
  }

  /** Values of variables: numbers; an object is a number above 1000. */
  private static final class World {
    private final long[] values;
    private final int[] visits;
    private final TreeMap<Long, Resource> resources = new TreeMap<>();
    private long next;

    World(FlowGraph graph) {
      values = new long[64];
      visits = new int[graph.blocks().size()];
      next = 1_000;
    }

    World(World other) {
      values = other.values.clone();
      visits = other.visits.clone();
      next = other.next;
      other.resources.forEach((object, r) -> {
        Resource copy = new Resource(r.begun, r.isFinished);
        copy.isReleased = r.isReleased;
        resources.put(object, copy);
      });
    }

    long get(Variable variable) {
      return values[variable.index()];
    }

    boolean isNamed(long object) {
      for (long value : values) {
        if (value == object) {
          return true;
        }
      }
      return false;
    }
  }

  private void block(int id, World world) {
    if (++world.visits[id] <= VISITS && paths < PATHS) {
      step(graph.blocks().get(id), 0, world);
    }
  }

  private void step(Block block, int at, World world) {
    if (at == block.steps().size()) {
      end(block, world);
      return;
    }
    Step step = block.steps().get(at);
    if (step instanceof Step.Invoke call) {
      for (World after : call(block, call, world)) {
        lose(after);
        step(block, at + 1, after);
      }
      return;
    }
    if (step instanceof Step.Constant constant) {
      world.values[step.target().index()] = constant.value() instanceof Literal.Int number ? number.value() : 0;
    } else if (step instanceof Step.Assign assign) {
      world.values[step.target().index()] = world.get(assign.source());
    } else if (step instanceof Step.Compare compare) {
      boolean answer = compare.relation().holds(world.get(compare.left()), world.get(compare.right()));
      world.values[step.target().index()] = answer ? 1 : 0;
    } else {
      world.values[step.target().index()] = ++world.next;
    }
    lose(world);
    step(block, at + 1, world);
  }

  private List<World> call(Block block, Step.Invoke call, World world) {
    List<World> after = new ArrayList<>();
    String name = call.callee().name();
    switch (name) {
      case "open" -> after.add(open(call, world));
      case "tryOpen" -> {
        after.add(answer(call, new World(world), 0));
        after.add(open(call, world));
      }
      case "openOrThrow" -> {
        raise(block, new World(world));
        after.add(open(call, world));
      }
      case "work" -> {
        raise(block, new World(world));
        after.add(answer(call, world, 0));
      }
      case "flip" -> {
        after.add(answer(call, new World(world), 0));
        after.add(answer(call, world, 1));
      }
      case "acquire" -> {
        for (long code : CODES) {
          after.add(acquire(call, new World(world), code));
        }
      }
      case "close" -> after.add(close(call, world));
      default -> after.add(use(call, world));
    }
    return after;
  }

  private static World answer(Step.Invoke call, World world, long value) {
    if (call.target().index() >= 0) {
      world.values[call.target().index()] = value;
    }
    return world;
  }

  private static World open(Step.Invoke call, World world) {
    long object = ++world.next;
    world.resources.put(object, new Resource(call.site(), false));
    return answer(call, world, object);
  }

  private World acquire(Step.Invoke call, World world, long code) {
    long object = world.get(call.operands().get(0));
    if (code == 0) {
      Resource old = world.resources.get(object);
      if (old != null && !old.isReleased && !old.isFinished) {
        leak(old);
      }
      world.resources.put(object, new Resource(call.site(), false));
    }
    return answer(call, world, code);
  }

  private World close(Step.Invoke call, World world) {
    long object = world.get(call.operands().get(0));
    if (object != 0) {
      Resource resource = world.resources.computeIfAbsent(object, o -> new Resource(call.site(), true));
      if (resource.isReleased && !resource.isFinished) {
        found.add("DoubleRelease@" + call.site().line());
      }
      // Whatever happened to it before: from here on it is something that was released.
      world.resources.put(object, new Resource(call.site(), false));
      world.resources.get(object).isReleased = true;
    }
    return answer(call, world, 0);
  }

  private World use(Step.Invoke call, World world) {
    Resource resource = world.resources.get(world.get(call.operands().get(0)));
    if (resource != null && resource.isReleased && !resource.isFinished) {
      found.add("UseAfterRelease@" + call.site().line());
      resource.isFinished = true;
    }
    return answer(call, world, 0);
  }

  /** What no variable means any more is lost if it lives. */
  private void lose(World world) {
    world.resources.forEach((object, resource) -> {
      if (!resource.isReleased && !resource.isFinished && !world.isNamed(object)) {
        leak(resource);
      }
    });
  }

  private void leak(Resource resource) {
    found.add("SecurityContextLeak@" + resource.begun.line());
    resource.isFinished = true;
  }

  private void raise(Block block, World world) {
    if (block.handlers().isEmpty()) {
      leave(world, 0);
    } else {
      block(block.handlers().get(0).block(), world);
    }
  }

  private void end(Block block, World world) {
    End end = block.end();
    if (end instanceof End.Jump jump) {
      block(jump.to(), world);
    } else if (end instanceof End.Branch branch) {
      boolean answer = branch.condition().relation().holds(
          world.get(branch.condition().left()), world.get(branch.condition().right()));
      block(answer ? branch.whenTrue() : branch.whenFalse(), world);
    } else if (end instanceof End.Return result) {
      leave(world, result.value().index() < 0 ? 0 : world.get(result.value()));
    } else {
      raise(block, world);
    }
  }

  private void leave(World world, long returned) {
    paths++;
    world.resources.forEach((object, resource) -> {
      if (!resource.isReleased && !resource.isFinished && object != returned) {
        leak(resource);
      }
    });
  }
}
