package io.github.relinquish.tools.lsp.compile;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.tree.JCTree;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Bodies;
import io.github.relinquish.core.summary.Course;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.core.summary.Summary;
import io.github.relinquish.plugin.session.AnalysisSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects what a reader of one file wants to know besides its findings: who holds what, and who owns it afterwards. */
final class Insight {
  private final AnalysisSession session;
  private final Summaries summaries;
  private final CompilationUnitTree unit;
  private final Bodies bodies;
  private final Givens givens;
  private final List<Answer.Resource> resources = new ArrayList<>();
  private final List<Answer.Ownership> ownerships = new ArrayList<>();

  Insight(AnalysisSession session, CompilationUnitTree unit) {
    this.session = session;
    this.summaries = session.summaries();
    this.unit = unit;
    this.bodies = new Bodies(summaries);
    this.givens = new Givens(summaries);
  }

  List<Answer.Resource> resources() {
    return resources;
  }

  List<Answer.Ownership> ownerships() {
    return ownerships;
  }

  /** Looks at the methods in which anything can begin, end or go wrong; most units have none. */
  void look(Canceled canceled) {
    if (!session.isConcerned(unit)) {
      return;
    }
    for (String name : session.classesIn(unit)) {
      canceled.check();
      summaries.program().shapeOf(name).ifPresent(this::look);
    }
  }

  private void look(ClassShape shape) {
    for (MethodShape method : shape.methods()) {
      Set<String> texts = new LinkedHashSet<>();
      boolean isRelevant = summaries.relevance().isRelevant(method.key());
      if (isRelevant) {
        acquired(method, texts);
      }
      if (isRelevant || passesOn(method)) {
        released(method, texts);
        summaries.layoutOf(method.key()).ifPresent(layout -> given(method, layout.graph()));
      }
      nameOf(method).ifPresent(offset -> texts.forEach(text -> ownerships.add(new Answer.Ownership(offset, text))));
    }
  }

  private void acquired(MethodShape method, Set<String> texts) {
    for (MethodKey body : bodies.of(method.key())) {
      for (Course course : Course.in(body, summaries)) {
        Acquisition acquisition = course.acquisition();
        if (course.first() != Typestate.RELEASED && course.first() != Typestate.FAILED) {
          resource(course);
        }
        if (body.equals(method.key()) && isReturned(acquisition)) {
          texts.add("returns a live " + acquisition.kind().noun());
        }
      }
    }
  }

  /** Whether it has parameters and calls a method that may release what it is given. */
  private boolean passesOn(MethodShape method) {
    return !method.parameterNames().isEmpty() && summaries.layoutOf(method.key()).filter(layout ->
        callsIn(layout.graph()).stream().anyMatch(call -> summaries.relevance().isRelevant(call.callee()))).isPresent();
  }

  private static boolean isReturned(Acquisition acquisition) {
    return acquisition.exits().stream().anyMatch(e -> e.isNormal() && e.state().isLive()
        && Exits.holdersOf(e).stream().anyMatch(p -> p.root() == Port.Root.RESULT));
  }

  /** Parameters that every normal exit has released; only those that some call releases are followed. */
  private void released(MethodShape method, Set<String> texts) {
    Optional<FlowGraph> graph = summaries.layoutOf(method.key()).map(layout -> layout.graph());
    if (graph.isEmpty()) {
      return;
    }
    Map<Variable, Set<String>> ended = endedIn(graph.get());
    int receivers = graph.get().hasThis() ? 1 : 0;
    for (int i = receivers; i < graph.get().parameters().size(); i++) {
      for (String name : ended.getOrDefault(graph.get().parameters().get(i), Set.of())) {
        Kind kind = summaries.rows().protocols().kind(name).orElseThrow();
        if (releases(method.key(), kind, i - receivers)) {
          texts.add("releases " + method.parameterNames().get(i - receivers));
        }
      }
    }
  }

  private boolean releases(MethodKey method, Kind kind, int argument) {
    Optional<Summary> summary = summaries.follow(method, kind, Typestate.LIVE, List.of(Port.argument(argument)));
    List<Leaving> normal = summary.map(s -> s.exits().stream().filter(Leaving::isNormal).toList()).orElse(List.of());
    return !normal.isEmpty() && normal.stream().allMatch(e -> e.state().isReleased());
  }

  /** Kinds that some call in the body may end, by the variable it is called with. */
  private Map<Variable, Set<String>> endedIn(FlowGraph graph) {
    Map<Variable, Set<String>> ended = new LinkedHashMap<>();
    for (Step.Invoke call : callsIn(graph)) {
      Set<String> kinds = endedBy(call.callee(), new HashSet<>());
      call.operands().forEach(operand -> ended.computeIfAbsent(operand, o -> new TreeSet<>()).addAll(kinds));
    }
    return ended;
  }

  /** Kinds that a call may end by a row, or by a body that it runs. */
  private Set<String> endedBy(MethodKey callee, Set<MethodKey> seen) {
    Set<String> kinds = new TreeSet<>();
    summaries.rows().protocols().rowsNamed(callee.name()).forEach(row -> ended(row, kinds));
    if (seen.add(callee) && summaries.relevance().isRelevant(callee)) {
      summaries.layoutOf(callee).ifPresent(layout ->
          callsIn(layout.graph()).forEach(call -> kinds.addAll(endedBy(call.callee(), seen))));
    }
    return kinds;
  }

  private static List<Step.Invoke> callsIn(FlowGraph graph) {
    return graph.steps().filter(Step.Invoke.class::isInstance).map(Step.Invoke.class::cast).toList();
  }

  private static void ended(Row row, Set<String> kinds) {
    for (Effect effect : row.effects()) {
      if (effect instanceof Effect.Release release) {
        kinds.addAll(release.kinds());
      }
    }
  }

  private void resource(Course course) {
    Acquisition acquisition = course.acquisition();
    Optional<TreePath> call = session.pathOf(acquisition.call().site());
    if (call.isEmpty()) {
      return;
    }
    Kind kind = acquisition.kind();
    JCTree around = (JCTree) bodyAround(call.get());
    String origin = "acquired at line " + acquisition.call().site().line();
    List<String> fate = fate(acquisition.isOwned(), course.exits(), acquisition.journal().losses());
    Holders holders = new Holders(kind, summaries);
    course.sightings().holders().forEach(holders::add);
    // What it is called where nobody is seen to hold it: at the very end, or where it is thrown away.
    Set<String> names = new LinkedHashSet<>();
    target(call.get()).ifPresent(names::add);
    course.exits().forEach(e -> addName(e.state().name(), names));
    acquisition.journal().losses().forEach(l -> addName(l.state().name(), names));
    acquisition.journal().leavings().forEach(l -> addName(l.state().name(), names));
    names.forEach(holders::addName);
    holders.tell(around.getStartPosition(), endOf(around), origin, fate, Moments.of(course, this::isClosed), resources::add);
  }

  /** Parameters and fields that may hold a resource when a method begins. */
  private void given(MethodShape method, FlowGraph graph) {
    Optional<JCTree> around = session.pathOf(method.site()).map(TreePath::getLeaf).filter(JCTree.class::isInstance).map(JCTree.class::cast);
    if (around.isEmpty()) {
      return;
    }
    int from = around.get().getStartPosition();
    int to = endOf(around.get());
    givens.in(method, graph, endedIn(graph)).stream()
        .filter(given -> resources.stream().noneMatch(r -> r.name().equals(given.name()) && r.from() == from))
        .forEach(given -> {
          Holders holders = new Holders(given.kind(), summaries);
          holders.addName(given.name());
          holders.tell(from, to, given.origin(), fate(true, given.exits(), List.of()), Moments.of(given.sightings()), resources::add);
        });
  }

  /** Whether a place is the declaration of a variable that its {@code try} closes. */
  private boolean isClosed(Site site) {
    return session.pathOf(site).filter(path -> path.getLeaf() instanceof VariableTree && path.getParentPath().getLeaf() instanceof TryTree).isPresent();
  }

  private int endOf(JCTree tree) {
    return tree.getEndPosition(((JCTree.JCCompilationUnit) unit).endPositions);
  }

  private static void addName(String name, Set<String> names) {
    if (!name.isEmpty()) {
      names.add(name);
    }
  }

  private static List<String> fate(boolean isOwned, List<Leaving> exits, List<Loss> losses) {
    Set<String> fates = new LinkedHashSet<>();
    if (!isOwned) {
      fates.add("lent: somebody else gives it back");
    }
    for (Leaving exit : exits) {
      String how = exit.isNormal() ? "when the method returns" : "when it throws " + ClassNames.simple(exit.thrown());
      fates.add((exit.state().isReleased() ? "released " : keptBy(exit)) + how);
    }
    losses.forEach(l -> fates.add("lost at line " + l.site().line()));
    return List.copyOf(fates);
  }

  private static String keptBy(Leaving exit) {
    List<Port> holders = Exits.holdersOf(exit);
    if (holders.isEmpty()) {
      return "still live, held by nobody, ";
    }
    return holders.get(0).root() == Port.Root.RESULT ? "handed to the caller " : "still live, held by somebody else, ";
  }

  private static Optional<String> target(TreePath call) {
    for (TreePath at = call; at != null; at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      if (tree instanceof VariableTree variable) {
        return Optional.of(variable.getName().toString());
      }
      if (tree instanceof AssignmentTree assignment) {
        return named(assignment.getVariable());
      }
      if (tree instanceof com.sun.source.tree.StatementTree || tree instanceof LambdaExpressionTree) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> named(Tree tree) {
    if (tree instanceof IdentifierTree identifier) {
      return Optional.of(identifier.getName().toString());
    }
    return tree instanceof MemberSelectTree select ? Optional.of(select.getIdentifier().toString()) : Optional.empty();
  }

  private static Tree bodyAround(TreePath call) {
    TreePath at = call;
    while (at.getParentPath() != null && !(at.getLeaf() instanceof MethodTree)) {
      at = at.getParentPath();
    }
    return at.getLeaf();
  }

  /** The offset of a method's name; empty where nobody wrote it. */
  private Optional<Integer> nameOf(MethodShape method) {
    return session.pathOf(method.site()).map(TreePath::getLeaf)
        .filter(JCTree.JCMethodDecl.class::isInstance).map(tree -> ((JCTree) tree).pos);
  }
}
