package io.github.relinquish.plugin.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.RecordComponent;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Bodies of classes that have a source, by key. */
final class Bodies {
  private static final Runnable NOTHING = () -> {};

  private final CfgSource cfgs;
  private final ClassIndex classes;
  private final Keys keys;
  private final Captures captures;
  private final Lambdas lambdas;
  private final Bridges bridges;
  private final Map<String, Map<MethodKey, JCMethodDecl>> methods = new TreeMap<>();

  Bodies(CfgSource cfgs, ClassIndex classes, Keys keys, Captures captures, Lambdas lambdas, Bridges bridges) {
    this.cfgs = cfgs;
    this.classes = classes;
    this.keys = keys;
    this.captures = captures;
    this.lambdas = lambdas;
    this.bridges = bridges;
  }

  /** Lowers the body; empty where the class declares none under this key. What the library throws goes through. */
  Optional<FlowGraph> lower(MethodKey key, DeclaredClass owner) {
    if (key.name().equals(MethodKey.STATIC_INITIALIZER)) {
      return hasStaticCode(owner) ? Optional.of(staticCode(key, owner)) : Optional.empty();
    }
    JCMethodDecl method = methodsOf(owner).get(key);
    if (method != null) {
      return method.body == null ? Optional.empty() : Optional.of(method(key, owner, method));
    }
    for (Lambdas.DeclaredLambda lambda : lambdas.in(owner).values()) {
      if (lambda.key().equals(key)) {
        return Optional.of(lambda(owner, lambda));
      }
    }
    MethodSymbol bridged = bridges.of(owner.symbol()).get(key);
    return bridged != null ? Optional.of(bridges.body(key, bridged, frame(owner))) : accessor(key, owner);
  }

  /** The declared method of that key, where it has a body. */
  Optional<JCMethodDecl> declared(MethodKey key, DeclaredClass owner) {
    return Optional.ofNullable(methodsOf(owner).get(key)).filter(m -> m.body != null);
  }

  private Map<MethodKey, JCMethodDecl> methodsOf(DeclaredClass owner) {
    return methods.computeIfAbsent(Keys.className(owner.symbol()), name -> {
      Map<MethodKey, JCMethodDecl> found = new LinkedHashMap<>();
      for (Tree member : owner.tree().getMembers()) {
        if (member instanceof JCMethodDecl method && method.sym != null) {
          found.put(keys.method(method.sym), method);
        }
      }
      return found;
    });
  }

  private Frame frame(DeclaredClass owner) {
    Sites sites = new Sites(owner.unit(), classes.positions());
    return new Frame(owner, keys, captures, lambdas, sites);
  }

  private FlowGraph method(MethodKey key, DeclaredClass owner, JCMethodDecl tree) {
    Frame frame = frame(owner);
    MethodSymbol symbol = tree.sym;
    if (!symbol.isStatic()) {
      frame.declareSelf();
    }
    if (symbol.isConstructor()) {
      declareBefore(frame, owner);
    }
    for (JCVariableDecl parameter : tree.params) {
      frame.declareParameter(parameter.sym);
    }
    if (symbol.isConstructor()) {
      for (VarSymbol captured : captures.ofClass(owner.symbol())) {
        frame.draft.parameter("val$" + captured.name, Variable.Kind.PARAMETER, keys.typeName(captured.type));
      }
    }
    ClassTree around = owner.tree();
    Runnable behindSuper = symbol.isConstructor() ? () -> initializers(frame, owner, false) : NOTHING;
    TreePath path = new TreePath(owner.path(), tree);
    BlockLowering blocks = new BlockLowering(
        frame, cfgs.ofMethod(path, around), new TreePath(path, tree.body), key.returnType(), behindSuper);
    if (isCompact(symbol)) {
      blocks.lowerInline();
      storeComponents(frame, owner, tree);
    } else {
      blocks.lower();
    }
    return frame.draft.finish(key);
  }

  private void declareBefore(Frame frame, DeclaredClass owner) {
    if (keys.isEnum(owner.symbol())) {
      frame.draft.parameter("$name", Variable.Kind.PARAMETER, "java.lang.String");
      frame.draft.parameter("$ordinal", Variable.Kind.PARAMETER, "int");
    }
    Keys.outer(owner.symbol()).ifPresent(outer -> frame.draft.parameter(
        Keys.outerField(owner.symbol()).name(), Variable.Kind.PARAMETER, Keys.className(outer)));
  }

  /** Javac adds the assignments of a record's canonical constructor later. */
  static boolean isCompact(MethodSymbol symbol) {
    boolean isOfRecord = symbol.isConstructor() && (symbol.owner.flags() & Flags.RECORD) != 0;
    return isOfRecord && (symbol.flags() & (Flags.COMPACT_RECORD_CONSTRUCTOR | Flags.GENERATEDCONSTR)) != 0;
  }

  private void storeComponents(Frame frame, DeclaredClass owner, JCMethodDecl tree) {
    Site site = frame.sites.of(tree);
    for (JCVariableDecl parameter : tree.params) {
      FieldKey field = new FieldKey(Keys.className(owner.symbol()), parameter.name.toString());
      frame.draft.add(new Step.StoreField(site, frame.self(), field, frame.read(parameter.sym, site)));
    }
    frame.draft.returns(site, Variable.VOID);
  }

  private FlowGraph lambda(DeclaredClass owner, Lambdas.DeclaredLambda lambda) {
    Frame frame = frame(owner);
    if (lambda.captured().needsThis()) {
      frame.declareSelf();
    }
    lambda.captured().variables().forEach(frame::declareParameter);
    for (JCVariableDecl parameter : lambda.tree().params) {
      frame.declareParameter(parameter.sym);
    }
    TreePath body = new TreePath(lambda.path(), lambda.tree().getBody());
    String result = lambda.key().returnType();
    new BlockLowering(frame, cfgs.ofLambda(lambda.path(), owner.tree()), body, result, NOTHING).lower();
    return frame.draft.finish(lambda.key());
  }

  /** Whether the class has a static initialiser. */
  static boolean hasStaticCode(DeclaredClass owner) {
    return owner.tree().getMembers().stream().anyMatch(m -> isInitializer(m, true));
  }

  private FlowGraph staticCode(MethodKey key, DeclaredClass owner) {
    Frame frame = frame(owner);
    initializers(frame, owner, true);
    frame.draft.returns(frame.latest(), Variable.VOID);
    return frame.draft.finish(key);
  }

  static boolean isInitializer(Tree member, boolean isStatic) {
    if (member instanceof JCBlock block) {
      return block.isStatic() == isStatic;
    }
    // A constant needs no code: it stands in the class file.
    return member instanceof JCVariableDecl field && field.sym != null && field.init != null
        && field.sym.isStatic() == isStatic && !(isStatic && field.sym.getConstValue() != null);
  }

  private void initializers(Frame frame, DeclaredClass owner, boolean isStatic) {
    int ordinal = 0;
    for (Tree member : owner.tree().getMembers()) {
      if (!isInitializer(member, isStatic)) {
        continue;
      }
      if (member instanceof JCVariableDecl field && (field.sym.flags() & Flags.ENUM) != 0) {
        frame.initialize(new Frame.EnumConstant(field.name.toString(), ordinal++));
      }
      TreePath path = new TreePath(owner.path(), member);
      frame.at((JCTree) member);
      new BlockLowering(frame, cfgs.ofInitializer(path, owner.tree()), path, "void", NOTHING).lowerInline();
    }
  }

  private Optional<FlowGraph> accessor(MethodKey key, DeclaredClass owner) {
    if ((owner.symbol().flags() & Flags.RECORD) == 0 || key.arity() > 0) {
      return Optional.empty();
    }
    for (RecordComponent component : owner.symbol().getRecordComponents()) {
      if (component.name.contentEquals(key.name())) {
        Frame frame = frame(owner);
        frame.declareSelf();
        Variable value = frame.draft.temporary(keys.typeName(component.type));
        FieldKey field = new FieldKey(key.owner(), key.name());
        frame.draft.add(new Step.LoadField(frame.latest(), value, frame.self(), field));
        frame.draft.returns(frame.latest(), value);
        return Optional.of(frame.draft.finish(key));
      }
    }
    return Optional.empty();
  }
}
