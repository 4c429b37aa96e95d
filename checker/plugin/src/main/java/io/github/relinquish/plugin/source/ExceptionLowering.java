package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.errorprone.dataflow.cfg.node.AssertionErrorNode;
import org.checkerframework.errorprone.dataflow.cfg.node.CatchMarkerNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MarkerNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.ThrowNode;
import org.checkerframework.errorprone.dataflow.cfg.node.VariableDeclarationNode;

/** Where exceptions start, are caught, and go on. */
final class ExceptionLowering {
  private final Frame frame;
  private final GraphDraft draft;
  private final BlockLowering blocks;
  private final NodeLowering nodes;
  private final Map<String, Variable> caught = new HashMap<>();

  ExceptionLowering(Frame frame, BlockLowering blocks, NodeLowering nodes) {
    this.frame = frame;
    this.draft = frame.draft;
    this.blocks = blocks;
    this.nodes = nodes;
  }

  Variable raise(ThrowNode node, Site site) {
    Variable thrown = nodes.value(node.getExpression());
    blocks.guard(site);
    draft.throwing(site, thrown);
    return null;
  }

  Variable raise(AssertionErrorNode node, Site site) {
    String type = "java.lang.AssertionError";
    Variable error = draft.temporary(type);
    draft.add(new Step.Create(site, error, type));
    blocks.guard(site);
    boolean hasDetail = node.getDetail() != null;
    MethodKey constructor =
        new MethodKey(type, MethodKey.CONSTRUCTOR, hasDetail ? "(Ljava/lang/Object;)V" : "()V");
    List<Variable> operands = hasDetail ? List.of(error, nodes.value(node.getDetail())) : List.of(error);
    draft.add(new Step.Invoke(site, Variable.VOID, CallKind.SPECIAL, constructor, operands, List.of()));
    draft.throwing(site, error);
    return null;
  }

  /** Markers of {@code catch} and of the exceptional copy of {@code finally} bind the exception and throw it on. */
  Variable mark(MarkerNode node, Site site) {
    String message = node.getMessage();
    if (message.startsWith(HandlerMap.FINALLY_START)) {
      Variable exception = draft.temporary("java.lang.Throwable");
      draft.add(new Step.Caught(site, exception));
      caught.put(message.substring(HandlerMap.FINALLY_START.length()), exception);
    } else if (message.startsWith(HandlerMap.FINALLY_END)) {
      Variable exception = caught.get(message.substring(HandlerMap.FINALLY_END.length()));
      Site end = frame.sites.endOf(PatternLowering.finallyOf(node.getTree()));
      blocks.guard(end);
      draft.throwing(end, exception);
    }
    return null;
  }

  Variable declare(VariableDeclarationNode node, Site site) {
    List<Node> before = blocks.currentBlock().getNodes();
    if (before.size() > 1 && before.get(1) == node && before.get(0) instanceof CatchMarkerNode) {
      VarSymbol symbol = ((JCVariableDecl) node.getTree()).sym;
      draft.add(new Step.Caught(site, frame.own(symbol)));
    }
    return null;
  }

  /** The exception that {@code marker} caught. */
  Variable caughtBy(MarkerNode marker) {
    return caught.get(marker.getMessage().substring(HandlerMap.FINALLY_START.length()));
  }
}
