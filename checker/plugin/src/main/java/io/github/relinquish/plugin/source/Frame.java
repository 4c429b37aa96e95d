package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** What one body sees: its class, {@code this}, its variables, and the way to those of the code around it. */
final class Frame {
  /** What the constructor of an enum constant gets besides its arguments. */
  record EnumConstant(String name, int ordinal) {}

  final GraphDraft draft = new GraphDraft();
  final DeclaredClass owner;
  final Keys keys;
  final Captures captures;
  final Lambdas lambdas;
  final Sites sites;
  private final Map<VarSymbol, Variable> variables = new IdentityHashMap<>();
  private Variable self;
  private Site latest;
  private EnumConstant enumConstant = new EnumConstant("", 0);

  Frame(DeclaredClass owner, Keys keys, Captures captures, Lambdas lambdas, Sites sites) {
    this.owner = owner;
    this.keys = keys;
    this.captures = captures;
    this.lambdas = lambdas;
    this.sites = sites;
    this.latest = sites.of(owner.tree());
  }

  Variable self() {
    if (self == null) {
      throw new IllegalStateException("no this in this body of " + owner.symbol());
    }
    return self;
  }

  Optional<Variable> selfIfAny() {
    return Optional.ofNullable(self);
  }

  void declareSelf() {
    self = draft.parameter("this", Variable.Kind.THIS, Keys.className(owner.symbol()));
  }

  Variable declareParameter(VarSymbol symbol) {
    String name = symbol.name.isEmpty() ? "_" : symbol.name.toString();
    Variable variable = draft.parameter(name, Variable.Kind.PARAMETER, keys.typeName(symbol.type));
    variables.put(symbol, variable);
    return variable;
  }

  /** A variable of this body, declared on first use. */
  Variable own(VarSymbol symbol) {
    return variables.computeIfAbsent(symbol, s -> {
      String type = keys.typeName(s.type);
      // The library numbers the variables it makes up: iter#num0.
      boolean isMadeUp = s.name.isEmpty() || s.name.toString().indexOf('#') >= 0;
      return isMadeUp ? draft.temporary(type) : draft.local(s.name.toString(), type);
    });
  }

  /** The value of a local variable, wherever it is declared. */
  Variable read(VarSymbol symbol, Site site) {
    Variable mine = variables.get(symbol);
    if (mine != null) {
      return mine;
    }
    if (owner.declares(symbol) || selfIfAny().isEmpty()) {
      return own(symbol);
    }
    Variable at = self();
    ClassSymbol in = owner.symbol();
    while (!captures.ofClass(in).contains(symbol) && in.hasOuterInstance()) {
      at = load(at, in, site);
      in = Keys.outer(in).orElseThrow();
    }
    Variable value = draft.temporary(keys.typeName(symbol.type));
    draft.add(new Step.LoadField(site, value, at, Keys.capturedField(in, symbol)));
    return value;
  }

  /** The innermost enclosing instance of {@code wanted} or a class below it. */
  Variable instanceBelow(ClassSymbol wanted, Site site) {
    ClassSymbol in = owner.symbol();
    Variable at = self();
    while (!keys.isBelow(in, wanted) && in.hasOuterInstance()) {
      at = load(at, in, site);
      in = Keys.outer(in).orElseThrow();
    }
    return at;
  }

  /** The innermost enclosing instance whose class has {@code member}. */
  Variable instanceWith(Symbol member, Site site) {
    ClassSymbol in = owner.symbol();
    Variable at = self();
    while (!keys.isInherited(in, member) && in.hasOuterInstance()) {
      at = load(at, in, site);
      in = Keys.outer(in).orElseThrow();
    }
    return at;
  }

  /** {@code Outer.this}. */
  Variable instanceOf(ClassSymbol wanted, Site site) {
    ClassSymbol in = owner.symbol();
    Variable at = self();
    while (in != wanted && in.hasOuterInstance()) {
      at = load(at, in, site);
      in = Keys.outer(in).orElseThrow();
    }
    return at;
  }

  /** The class that {@link #instanceWith} finds. */
  ClassSymbol classWith(Symbol member) {
    ClassSymbol in = owner.symbol();
    while (!keys.isInherited(in, member) && in.owner.enclClass() != null) {
      in = in.owner.enclClass();
    }
    return keys.isInherited(in, member) ? in : member.owner.enclClass();
  }

  private Variable load(Variable inner, ClassSymbol of, Site site) {
    Variable outer = draft.temporary(keys.typeName(of.type.getEnclosingType()));
    draft.add(new Step.LoadField(site, outer, inner, Keys.outerField(of)));
    return outer;
  }

  EnumConstant enumConstant() {
    return enumConstant;
  }

  void initialize(EnumConstant constant) {
    enumConstant = constant;
  }

  Variable constant(Site site, Literal value, String type) {
    Variable target = draft.temporary(type);
    draft.add(new Step.Constant(site, target, value));
    return target;
  }

  /** The place of {@code tree}; of the latest written tree where this one was made up by the library. */
  Site at(JCTree tree) {
    if (tree != null && Sites.isWritten(tree)) {
      latest = sites.of(tree);
    }
    return latest;
  }

  Site latest() {
    return latest;
  }
}
