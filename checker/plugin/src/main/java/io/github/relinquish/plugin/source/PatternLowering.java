package io.github.relinquish.plugin.source;

import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.RecordComponent;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.plugin.source.GraphDraft.DraftBlock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.errorprone.dataflow.cfg.block.Block;
import org.checkerframework.errorprone.dataflow.cfg.block.ConditionalBlock;
import org.checkerframework.errorprone.dataflow.cfg.node.CaseNode;
import org.checkerframework.errorprone.dataflow.cfg.node.DeconstructorPatternNode;
import org.checkerframework.errorprone.dataflow.cfg.node.InstanceOfNode;
import org.checkerframework.errorprone.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;

/**
 * Patterns: a type test, then the bindings. The library puts a pattern before its guard and the case behind both; here the
 * test comes first, so that the guard only runs where the pattern matched.
 */
final class PatternLowering {
  /** A pattern that stands alone in a case: what it is matched against, and where the next case begins. */
  private record CasePattern(Node selector, Block otherwise) {}

  private final Frame frame;
  private final GraphDraft draft;
  private final BlockLowering blocks;
  private final NodeLowering nodes;
  private final Map<Node, CasePattern> cases = new IdentityHashMap<>();

  PatternLowering(Frame frame, BlockLowering blocks, NodeLowering nodes, List<Block> order) {
    this.frame = frame;
    this.draft = frame.draft;
    this.blocks = blocks;
    this.nodes = nodes;
    for (Block block : order) {
      for (Node node : block.getNodes()) {
        enter(node, block);
      }
    }
  }

  private void enter(Node node, Block block) {
    boolean isOfOne = node instanceof CaseNode one && one.getCaseOperands().size() == 1;
    if (isOfOne && isPattern(((CaseNode) node).getCaseOperands().get(0))
        && BlockLowering.successorOf(block) instanceof ConditionalBlock conditional) {
      CaseNode one = (CaseNode) node;
      cases.put(one.getCaseOperands().get(0), new CasePattern(one.getSwitchOperand(), conditional.getElseSuccessor()));
    }
  }

  boolean isPattern(Node label) {
    return label instanceof DeconstructorPatternNode
        || label instanceof LocalVariableNode && label.getTree().getKind() == Tree.Kind.VARIABLE;
  }

  /** Whether the test was written where the pattern stands. */
  boolean isTested(Node label) {
    return cases.containsKey(label);
  }

  /** A pattern of a case is tested and bound here; one of an {@code instanceof} where that is. */
  Variable declare(Node pattern, Site site) {
    CasePattern here = cases.get(pattern);
    if (here == null) {
      return pattern instanceof LocalVariableNode local ? frame.own((VarSymbol) local.getElement()) : null;
    }
    Variable selector = nodes.value(here.selector());
    Variable test = nodes.typeTest(site, selector, pattern.getType());
    DraftBlock otherwise = blocks.draftOf(here.otherwise());
    branchOn(site, test, otherwise);
    bind(pattern, selector, site, otherwise);
    return selector;
  }

  private void branchOn(Site site, Variable test, DraftBlock otherwise) {
    Variable zero = frame.constant(site, new Literal.Int(0), "boolean");
    DraftBlock matched = new DraftBlock();
    draft.branch(site, new Condition(test, Relation.NE, zero), matched, otherwise);
    draft.continueIn(matched);
  }

  /** Sets what the test binds, in the current block; a nested pattern that does not match goes to {@code otherwise}. */
  void bind(InstanceOfNode test, Variable value, DraftBlock otherwise) {
    Node pattern = test.getPatternNode();
    Site site = nodes.siteOf(test);
    if (pattern != null) {
      bind(pattern, value, site, otherwise);
    } else {
      for (LocalVariableNode binding : test.getBindingVariables()) {
        draft.add(new Step.Assign(site, frame.own((VarSymbol) binding.getElement()), value));
      }
    }
  }

  /** Where the truth of the test is a value: the bindings are set and hold what they can. */
  void bindAnyway(InstanceOfNode test, Variable value) {
    DraftBlock behind = new DraftBlock();
    bind(test, value, behind);
    draft.jump(nodes.siteOf(test), behind);
    draft.continueIn(behind);
  }

  private void bind(Node pattern, Variable value, Site site, DraftBlock otherwise) {
    if (pattern instanceof LocalVariableNode binding) {
      draft.add(new Step.Assign(site, frame.own((VarSymbol) binding.getElement()), value));
    } else if (pattern instanceof DeconstructorPatternNode record) {
      bindComponents(record, value, site, otherwise);
    }
  }

  private void bindComponents(DeconstructorPatternNode record, Variable value, Site site, DraftBlock otherwise) {
    ClassSymbol type = (ClassSymbol) ((Type) record.getType()).tsym;
    List<? extends RecordComponent> components = type.getRecordComponents();
    for (int i = 0; i < record.getNestedPatterns().size() && i < components.size(); i++) {
      Node inner = record.getNestedPatterns().get(i);
      // An unnamed pattern, for which the library has no node, takes anything.
      if (inner == null) {
        continue;
      }
      Variable part = component(type, components.get(i), value, site);
      String wanted = nodes.typeOf(inner);
      if (!wanted.equals(part.type())) {
        branchOn(site, nodes.typeTest(site, part, inner.getType()), otherwise);
      }
      bind(inner, part, site, otherwise);
    }
  }

  private Variable component(ClassSymbol owner, RecordComponent component, Variable value, Site site) {
    Variable target = draft.temporary(frame.keys.typeName(component.type));
    String descriptor = frame.keys.descriptor(List.of(), component.type);
    MethodKey accessor = new MethodKey(Keys.className(owner), component.name.toString(), descriptor);
    blocks.guard(site);
    draft.add(new Step.Invoke(site, target, CallKind.VIRTUAL, accessor, List.of(value), List.of()));
    return target;
  }

  /** The last tree of what a marker of a {@code finally} copy stands for: its block, or the resource. */
  static Tree finallyOf(Tree marked) {
    return marked instanceof TryTree tree && tree.getFinallyBlock() != null ? tree.getFinallyBlock() : marked;
  }
}
