package io.github.relinquish.plugin.source;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import io.github.relinquish.core.graph.Block.Handler;
import io.github.relinquish.core.graph.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.errorprone.dataflow.cfg.block.Block;
import org.checkerframework.errorprone.dataflow.cfg.block.ExceptionBlock;
import org.checkerframework.errorprone.dataflow.cfg.node.CatchMarkerNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MarkerNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.VariableDeclarationNode;

/**
 * Which handlers are around a place: from the nesting of {@code try} statements, which is exact; the library's edges only
 * know the types it thinks of. The edges choose among the copies of a handler that stands in a copied {@code finally}.
 */
final class HandlerMap {
  static final String FINALLY_START = "start of finally block for Throwable";
  static final String FINALLY_END = "end of finally block for Throwable";

  /** A protected range of the file, the types caught for it, and the tree by which the handler's blocks are found. */
  private record Region(int start, int end, List<String> types, Tree key) {}

  /** A handler as a block of the library's graph. */
  record Found(String type, Block block) {}

  private final Keys keys;
  private final Sites sites;
  private final List<Region> regions = new ArrayList<>();
  private final Map<Tree, List<Block>> starts = new IdentityHashMap<>();

  HandlerMap(Tree body, Collection<Block> blocks, Keys keys, Sites sites) {
    this.keys = keys;
    this.sites = sites;
    new TreeScanner<Void, Void>() {
      @Override public Void visitTry(TryTree tree, Void unused) {
        enter(tree);
        return super.visitTry(tree, null);
      }
    }.scan(body, null);
    // Innermost first: the ranges nest, and a catch stands before the finally around it.
    regions.sort(Comparator.comparingInt((Region r) -> r.end() - r.start()));
    blocks.forEach(this::findStart);
  }

  private void enter(TryTree tree) {
    Site body = sites.of(tree.getBlock());
    int last = body.end();
    for (Tree resource : tree.getResources()) {
      regions.add(new Region(sites.of(resource).end(), body.end(), List.of(Handler.ANY), resource));
    }
    int first = tree.getResources().isEmpty() ? body.start() : sites.of(tree.getResources().get(0)).start();
    for (CatchTree clause : tree.getCatches()) {
      regions.add(new Region(first, body.end(), typesOf(clause), clause.getParameter()));
      last = sites.of(clause).end();
    }
    if (tree.getFinallyBlock() != null) {
      regions.add(new Region(first, last, List.of(Handler.ANY), tree));
    }
  }

  private List<String> typesOf(CatchTree clause) {
    List<String> types = new ArrayList<>();
    Tree declared = clause.getParameter().getType();
    List<? extends Tree> alternatives =
        declared instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(declared);
    for (Tree alternative : alternatives) {
      Type type = ((JCTree) alternative).type;
      types.add(keys.typeName(type));
    }
    return types;
  }

  private void findStart(Block block) {
    List<Node> nodes = block.getNodes();
    if (nodes.isEmpty() || !(nodes.get(0) instanceof MarkerNode marker)) {
      return;
    }
    if (marker instanceof CatchMarkerNode && nodes.size() > 1 && nodes.get(1) instanceof VariableDeclarationNode caught) {
      starts.computeIfAbsent(caught.getTree(), t -> new ArrayList<>()).add(block);
    } else if (marker.getMessage().startsWith(FINALLY_START)) {
      starts.computeIfAbsent(marker.getTree(), t -> new ArrayList<>()).add(block);
    }
  }

  /** Handlers around {@code site}, innermost first, for code in {@code block}. */
  List<Found> around(Site site, Block block) {
    List<Found> found = new ArrayList<>();
    for (Region region : regions) {
      List<Block> copies = starts.get(region.key());
      if (site.start() < region.start() || site.end() > region.end() || copies == null) {
        continue;
      }
      Block copy = copies.size() == 1 ? copies.get(0) : nearest(block, copies);
      region.types().forEach(type -> found.add(new Found(type, copy)));
    }
    return found;
  }

  /** Whether whoever leaves {@code site} runs a {@code finally} block, or closes a resource, on the way. */
  boolean isInsideFinally(Site site) {
    return regions.stream().anyMatch(r -> r.types().contains(Handler.ANY) && site.start() >= r.start() && site.end() <= r.end());
  }

  /** The copy that exceptions of this block, or of the closest one before or behind it, go to. */
  private static Block nearest(Block from, List<Block> copies) {
    Set<Block> seen = new LinkedHashSet<>();
    Deque<Block> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Block block = open.poll();
      if (!seen.add(block)) {
        continue;
      }
      if (block instanceof ExceptionBlock thrower) {
        for (Set<Block> targets : thrower.getExceptionalSuccessors().values()) {
          for (Block target : targets) {
            if (copies.contains(target)) {
              return target;
            }
          }
        }
      }
      open.addAll(block.getSuccessors());
    }
    return copies.get(0);
  }
}
