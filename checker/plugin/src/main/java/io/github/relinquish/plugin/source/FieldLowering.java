package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import org.checkerframework.errorprone.dataflow.cfg.node.FieldAccessNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ImplicitThisNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.SuperNode;

/** Reads and writes of fields, and what looks like them: {@code Outer.this}, class literals, the length of an array. */
final class FieldLowering {
  private final Frame frame;
  private final GraphDraft draft;
  private final NodeLowering nodes;

  FieldLowering(Frame frame, NodeLowering nodes) {
    this.frame = frame;
    this.draft = frame.draft;
    this.nodes = nodes;
  }

  Variable load(FieldAccessNode node, Site site) {
    String name = node.getFieldName();
    Type type = ((JCTree) node.getTree()).type;
    if (name.equals("this")) {
      return frame.instanceOf((ClassSymbol) type.tsym, site);
    }
    if (name.equals("super") || node.getElement() == null) {
      return frame.self();
    }
    VarSymbol symbol = (VarSymbol) node.getElement();
    if (name.equals("class")) {
      return frame.constant(site, new Literal.Opaque(classLiteral(node)), "java.lang.Class");
    }
    if (symbol.getConstValue() != null && !isWritten(node)) {
      return frame.constant(site, Literal.of(symbol.getConstantValue()), frame.keys.typeName(symbol.type));
    }
    Variable target = draft.temporary(nodes.typeOf(node));
    if (node.isStatic()) {
      draft.add(new Step.LoadStatic(site, target, frame.keys.field(symbol)));
    } else if (name.equals("length") && frame.keys.isArrayLength(symbol)) {
      draft.add(new Step.Length(site, target, nodes.value(node.getReceiver())));
    } else {
      draft.add(new Step.LoadField(site, target, receiverOf(node, site), frame.keys.field(symbol)));
    }
    return target;
  }

  void store(FieldAccessNode node, Variable value, Site site) {
    FieldKey key = frame.keys.field((VarSymbol) node.getElement());
    draft.add(node.isStatic()
        ? new Step.StoreStatic(site, key, value) : new Step.StoreField(site, receiverOf(node, site), key, value));
  }

  private String classLiteral(FieldAccessNode node) {
    return frame.keys.typeName(((JCFieldAccess) node.getTree()).selected.type) + ".class";
  }

  /** A field that is assigned keeps its address, even where it holds a constant in the end. */
  private static boolean isWritten(FieldAccessNode node) {
    return node.isLValue();
  }

  private Variable receiverOf(FieldAccessNode node, Site site) {
    Node receiver = node.getReceiver();
    if (receiver instanceof ImplicitThisNode) {
      return frame.instanceWith((Symbol) node.getElement(), site);
    }
    return receiver instanceof SuperNode ? frame.self() : nodes.value(receiver);
  }

  /** As javac does it: a class asks once and keeps the opposite. */
  Variable assertionsEnabled(Site site) {
    Variable disabled = draft.temporary("boolean");
    String owner = Keys.className(frame.owner.symbol());
    draft.add(new Step.LoadStatic(site, disabled, new FieldKey(owner, "$assertionsDisabled")));
    Variable zero = frame.constant(site, new Literal.Int(0), "boolean");
    Variable enabled = draft.temporary("boolean");
    draft.add(new Step.Compare(site, enabled, disabled, Relation.EQ, zero));
    return enabled;
  }
}
