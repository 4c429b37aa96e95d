package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Lowers one method: finds its blocks, walks those that can be reached, and numbers them in code order.
 *
 * <p>A value on the operand stack at the end of a block is handed on in a variable that belongs to its depth
 * ({@code s0}, {@code s1}, ..), so that all ways into a block agree where it lies.
 */
final class MethodLowering {
  /** Where a block stands: chains of switch cases and landings of exceptions share the position of their code. */
  private record Spot(int position, int part) implements Comparable<Spot> {
    @Override public int compareTo(Spot other) {
      return position != other.position ? Integer.compare(position, other.position) : Integer.compare(part, other.part);
    }
  }

  /** Part of a block that takes an exception and goes on to code that others reach without one. */
  private static final int LANDING = -1;

  private final MethodKey key;
  private final BodyContext context;
  private final Map<Spot, Integer> ids = new HashMap<>();
  private final List<Spot> spots = new ArrayList<>();
  private final Map<Integer, List<Variable>> entryStacks = new HashMap<>();
  private final Map<Integer, Block> lowered = new HashMap<>();
  private final TreeSet<Spot> work = new TreeSet<>();

  private MethodLowering(MethodKey key, BodyContext context) {
    this.key = key;
    this.context = context;
  }

  /**
   * Lowers {@code method}.
   *
   * @throws MalformedCode where the code breaks the rules of the JVM or uses subroutines
   */
  static FlowGraph lower(
      String owner, MethodNode method, String sourceFile, References references, Predicate<String> isOwnPrivate) {
    MethodKey key = new MethodKey(owner, method.name, method.desc);
    MethodCode code = new MethodCode(method, sourceFile);
    Map<SlotKey, String> hints = Map.of();
    while (true) {
      Variables variables = new Variables();
      Locals locals = new Locals(method, owner, code, variables, hints);
      FlowGraph graph =
          new MethodLowering(key, new BodyContext(owner, code, variables, locals, references, isOwnPrivate)).lower();
      if (!hints.isEmpty() || locals.learnedTypes().isEmpty()) {
        return graph;
      }
      hints = locals.learnedTypes();
    }
  }

  private FlowGraph lower() {
    entryStacks.put(0, List.of());
    visit(new Spot(0, 0));
    while (!work.isEmpty()) {
      Spot spot = work.pollFirst();
      if (spot.part() == LANDING || isPlainHandler(spot.position())) {
        startHandler(spot);
      } else {
        lowerBlock(spot, new BlockLowering(context, spot.position(), entryStacks.get(spot.position())));
      }
    }
    return new FlowGraph(key, context.locals().parameters(), new BlockOrder(lowered, order()).inOrder());
  }

  private List<Integer> order() {
    List<Spot> sorted = new ArrayList<>(ids.keySet());
    sorted.sort(null);
    // A landing in front of the first instruction must not become the entry.
    sorted.remove(new Spot(0, 0));
    sorted.add(0, new Spot(0, 0));
    return sorted.stream().map(ids::get).toList();
  }

  private int idOf(Spot spot) {
    return ids.computeIfAbsent(spot, s -> ids.size());
  }

  private int visit(Spot spot) {
    if (!ids.containsKey(spot)) {
      work.add(spot);
    }
    return idOf(spot);
  }

  private boolean isPlainHandler(int position) {
    return !context.code().arrivingAt(position).isEmpty() && !context.code().isReachedNormally(position);
  }

  private void startHandler(Spot spot) {
    BlockLowering block = new BlockLowering(context, spot.position(), List.of());
    block.startHandler(caughtType(spot.position()));
    if (spot.part() == LANDING) {
      finish(spot, block, new End.Jump(block.site(), edgesFrom(spot).to(spot.position(), block)));
    } else {
      lowerBlock(spot, block);
    }
  }

  private String caughtType(int handler) {
    List<String> types = context.code().arrivingAt(handler).stream()
        .map(t -> t.type == null ? TypeNames.THROWABLE : TypeNames.ofInternal(t.type)).distinct().toList();
    return types.size() == 1 ? types.get(0) : statedType(handler, 0, TypeNames.THROWABLE);
  }

  private void lowerBlock(Spot spot, BlockLowering block) {
    MethodCode code = context.code();
    Edges edges = edgesFrom(spot);
    EndLowering end = new EndLowering(context, block, edges);
    while (!end.isNext()) {
      block.lowerNext();
      if (block.position() >= code.size()) {
        throw new MalformedCode("runs off its end");
      }
      if (code.isLeader(block.position())) {
        finish(spot, block, new End.Jump(block.site(), edges.to(block.position(), block)));
        return;
      }
    }
    finish(spot, block, end.lower());
  }

  private Edges edgesFrom(Spot spot) {
    return new Edges() {
      @Override public int to(int position, BlockLowering from) {
        return goTo(position, from);
      }

      @Override public int extra(int part) {
        return idOf(new Spot(spot.position(), part));
      }

      @Override public void addExtra(int part, List<Step> steps, End end) {
        int id = extra(part);
        lowered.put(id, new Block(id, steps, end, handlersAt(spot.position())));
      }
    };
  }

  private int goTo(int position, BlockLowering from) {
    if (position >= context.code().size()) {
      throw new MalformedCode("runs off its end");
    }
    List<Variable> values = from.stack().values();
    List<Variable> entry = entryStacks.computeIfAbsent(position, p -> entryStack(p, values));
    if (entry.size() != values.size()) {
      throw new MalformedCode("meets itself with operand stacks of different depth");
    }
    from.handOn(entry);
    return visit(new Spot(position, 0));
  }

  private List<Variable> entryStack(int position, List<Variable> values) {
    List<Variable> entry = new ArrayList<>();
    for (int depth = 0; depth < values.size(); depth++) {
      String type = statedType(position, depth, values.get(depth).type());
      entry.add(context.variables().stackSlot(depth, type));
    }
    return entry;
  }

  /** The type that the class file gives for an operand where ways meet, which the first way alone need not know. */
  private String statedType(int position, int depth, String otherwise) {
    List<Object> stated = context.code().stackTypes(position).orElse(List.of());
    return depth < stated.size() && stated.get(depth) instanceof String internalName
        ? TypeNames.ofInternal(internalName)
        : otherwise;
  }

  private void finish(Spot spot, BlockLowering block, End end) {
    int id = ids.get(spot);
    lowered.put(id, new Block(id, block.steps(), end, handlersAt(spot.position())));
  }

  private List<Block.Handler> handlersAt(int position) {
    List<Block.Handler> handlers = new ArrayList<>();
    for (TryCatchBlockNode entry : context.code().covering(position)) {
      int target = context.code().position(entry.handler);
      boolean isPlain = isPlainHandler(target);
      boolean isAny = entry.type == null || context.code().isOfResources(target);
      String type = isAny ? Block.Handler.ANY : TypeNames.ofInternal(entry.type);
      Block.Handler handler = new Block.Handler(type, visit(new Spot(target, isPlain ? 0 : LANDING)));
      if (!handlers.contains(handler)) {
        handlers.add(handler);
      }
    }
    return handlers;
  }
}
