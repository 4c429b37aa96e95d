package io.github.relinquish.plugin.source;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.AnnotationFact;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.program.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shapes of classes, from symbols: of this run, of the class path and of the JDK. */
final class Shapes {
  private final ClassIndex classes;
  private final Keys keys;
  private final Captures captures;
  private final Bridges bridges;
  private final ClassSymbols symbols;

  Shapes(ClassSymbols symbols, ClassIndex classes, Keys keys, Captures captures, Bridges bridges) {
    this.classes = classes;
    this.keys = keys;
    this.captures = captures;
    this.bridges = bridges;
    this.symbols = symbols;
  }

  /** Empty where javac does not know the class; what goes wrong while it reads one goes through. */
  Optional<ClassShape> of(String className) {
    Optional<DeclaredClass> declared = classes.named(className);
    if (declared.isPresent()) {
      return Optional.of(shape(declared.get().symbol(), declared));
    }
    return symbols.find(className).map(symbol -> shape(symbol, declared));
  }

  private ClassShape shape(ClassSymbol symbol, Optional<DeclaredClass> declared) {
    symbol.complete();
    Map<Symbol, Tree> trees = treesOf(declared);
    List<MethodShape> methods = new ArrayList<>();
    List<FieldShape> fields = new ArrayList<>();
    for (Symbol member : membersOf(symbol)) {
      if (member instanceof MethodSymbol method && !method.name.contentEquals(MethodKey.STATIC_INITIALIZER)) {
        methods.add(method(method, siteOf(trees.get(member), declared)));
      } else if (member instanceof VarSymbol field && field.kind == com.sun.tools.javac.code.Kinds.Kind.VAR) {
        fields.add(field(field));
      }
    }
    declared.ifPresent(d -> bridges.of(symbol).forEach((key, override) -> methods.add(bridge(key, override))));
    declared.filter(Bodies::hasStaticCode).ifPresent(d -> methods.add(staticInitializer(d)));
    List<String> interfaces = new ArrayList<>();
    symbol.getInterfaces().forEach(i -> interfaces.add(keys.typeName(i)));
    ClassSymbol around = symbol.owner == null ? null : symbol.owner.enclClass();
    boolean isInterface = (symbol.flags() & Flags.INTERFACE) != 0;
    return new ClassShape(
        Keys.className(symbol), isInterface ? "" : superclassOf(symbol), interfaces, isInterface,
        (symbol.flags() & Flags.FINAL) != 0, symbol.name.isEmpty(), around == null ? "" : Keys.className(around),
        declared.isPresent() ? Scope.RUN : Scopes.of(symbol), methods, fields, AnnotationFacts.of(symbol));
  }

  /** The superclass, which interfaces have none of here, and then the interfaces. */
  List<String> parentsOf(ClassSymbol symbol) {
    symbol.complete();
    List<String> parents = new ArrayList<>();
    String above = (symbol.flags() & Flags.INTERFACE) != 0 ? "" : superclassOf(symbol);
    if (!above.isEmpty()) {
      parents.add(above);
    }
    symbol.getInterfaces().forEach(i -> parents.add(keys.typeName(i)));
    return parents;
  }

  private static Map<Symbol, Tree> treesOf(Optional<DeclaredClass> declared) {
    Map<Symbol, Tree> trees = new IdentityHashMap<>();
    declared.ifPresent(d -> {
      for (Tree member : d.tree().getMembers()) {
        if (member instanceof JCMethodDecl method) {
          trees.put(method.sym, member);
        } else if (member instanceof JCVariableDecl field) {
          trees.put(field.sym, member);
        }
      }
    });
    return trees;
  }

  private Site siteOf(Tree tree, Optional<DeclaredClass> declared) {
    if (declared.isEmpty()) {
      return Site.UNKNOWN;
    }
    return new Sites(declared.get().unit(), classes.positions()).of(tree == null ? declared.get().tree() : tree);
  }

  /** A scope hands its members out last one first. */
  private static List<Symbol> membersOf(ClassSymbol symbol) {
    List<Symbol> members = new ArrayList<>();
    symbol.members().getSymbols(com.sun.tools.javac.code.Scope.LookupKind.NON_RECURSIVE).forEach(members::add);
    Collections.reverse(members);
    return members;
  }

  private String superclassOf(ClassSymbol symbol) {
    Type above = symbol.getSuperclass();
    return above == null || !above.hasTag(TypeTag.CLASS) ? "" : keys.typeName(above);
  }

  private static MethodShape staticInitializer(DeclaredClass declared) {
    MethodKey key = new MethodKey(Keys.className(declared.symbol()), MethodKey.STATIC_INITIALIZER, "()V");
    return new MethodShape(key, Set.of(Modifier.STATIC), List.of(), List.of(), List.of(), List.of(), Site.UNKNOWN);
  }

  private MethodShape bridge(MethodKey key, MethodSymbol override) {
    Set<Modifier> modifiers = EnumSet.of(Modifier.SYNTHETIC);
    modifiers.addAll(modifiersOf(override));
    modifiers.remove(Modifier.ABSTRACT);
    List<String> parameterNames = override.params().stream().map(p -> p.name.toString()).toList();
    List<List<AnnotationFact>> none = parameterNames.stream().map(p -> List.<AnnotationFact>of()).toList();
    return new MethodShape(key, modifiers, parameterNames, keys.thrown(override.getThrownTypes()), List.of(), none, Site.UNKNOWN);
  }

  private FieldShape field(VarSymbol field) {
    Object constant = field.getConstantValue();
    List<Literal> constants = constant == null ? List.of() : List.of(Literal.of(constant));
    return new FieldShape(
        keys.field(field), keys.typeName(field.type), Modifier.ofFlags(field.flags()), constants, AnnotationFacts.of(field));
  }

  private MethodShape method(MethodSymbol method, Site site) {
    List<String> parameterNames = new ArrayList<>();
    List<List<AnnotationFact>> annotations = new ArrayList<>();
    if (method.isConstructor()) {
      keys.before((ClassSymbol) method.owner).forEach(t -> addUnwritten("$" + parameterNames.size(), parameterNames, annotations));
    }
    List<VarSymbol> parameters = method.params();
    for (int i = 0; i < parameters.size(); i++) {
      parameterNames.add(parameters.get(i).name.toString());
      annotations.add(AnnotationFacts.ofParameter(method, parameters.get(i), i));
    }
    if (method.isConstructor()) {
      captures.ofClass((ClassSymbol) method.owner)
          .forEach(v -> addUnwritten("val$" + v.name, parameterNames, annotations));
    }
    return new MethodShape(keys.method(method), modifiersOf(method), parameterNames,
        keys.thrown(method.getThrownTypes()), AnnotationFacts.of(method), annotations, site);
  }

  /** Javac calls the default methods of interfaces abstract; class files do not. */
  private static Set<Modifier> modifiersOf(MethodSymbol method) {
    return Modifier.ofFlags(method.isDefault() ? method.flags() & ~Flags.ABSTRACT : method.flags());
  }

  private static void addUnwritten(String name, List<String> names, List<List<AnnotationFact>> annotations) {
    names.add(name);
    annotations.add(List.of());
  }
}
