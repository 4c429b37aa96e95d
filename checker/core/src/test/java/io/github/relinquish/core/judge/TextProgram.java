package io.github.relinquish.core.judge;

import io.github.relinquish.core.data.ProtocolFile;
import io.github.relinquish.core.data.ProtocolReader;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.GraphPrinter;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.program.Program;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.summary.AnnotationRows;
import io.github.relinquish.core.summary.Hierarchy;
import io.github.relinquish.core.summary.RowTable;
import io.github.relinquish.core.summary.Summaries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of graphs: each owner is a class of this run, a few exceptions of the platform are known besides. */
public final class TextProgram implements Program {
  private static final Map<String, String> PLATFORM = Map.of(
      "java.lang.Throwable", "java.lang.Object",
      "java.lang.Error", "java.lang.Throwable",
      "java.lang.Exception", "java.lang.Throwable",
      "java.io.IOException", "java.lang.Exception",
      "java.io.FileNotFoundException", "java.io.IOException",
      "java.lang.RuntimeException", "java.lang.Exception",
      "java.lang.IllegalStateException", "java.lang.RuntimeException");

  private final Map<MethodKey, FlowGraph> bodies = new LinkedHashMap<>();
  private final Map<String, ClassShape> shapes = new LinkedHashMap<>();

  /**
   * @param graphs bodies
   * @param supers superclasses by class, of the classes that have one
   * @param declared methods without a body
   */
  public TextProgram(List<FlowGraph> graphs, Map<String, String> supers, List<MethodKey> declared) {
    PLATFORM.forEach((name, superclass) -> shapes.put(name, shape(name, superclass, Scope.PLATFORM, List.of())));
    Map<String, List<MethodShape>> methods = new LinkedHashMap<>();
    supers.keySet().forEach(c -> methods.put(c, new ArrayList<>()));
    for (FlowGraph graph : graphs) {
      bodies.put(graph.method(), graph);
      boolean isLambda = graph.method().name().startsWith("lambda$");
      Set<Modifier> modifiers = graph.hasThis() ? Set.of(Modifier.PUBLIC) : Set.of(Modifier.PUBLIC, Modifier.STATIC);
      List<MethodShape> own = methods.computeIfAbsent(graph.method().owner(), o -> new ArrayList<>());
      if (!isLambda) {
        own.add(method(graph.method(), modifiers));
      }
    }
    for (MethodKey key : declared) {
      methods.computeIfAbsent(key.owner(), o -> new ArrayList<>()).add(method(key, Set.of(Modifier.PUBLIC, Modifier.ABSTRACT)));
    }
    methods.forEach((owner, own) ->
        shapes.put(owner, shape(owner, supers.getOrDefault(owner, "java.lang.Object"), Scope.RUN, own)));
  }

  private static MethodShape method(MethodKey key, Set<Modifier> modifiers) {
    return new MethodShape(key, modifiers, List.of(), List.of(), List.of(), List.of(), Site.UNKNOWN);
  }

  private static ClassShape shape(String name, String superclass, Scope scope, List<MethodShape> methods) {
    return new ClassShape(name, superclass, List.of(), false, false, false, "", scope, methods, List.of(), List.of());
  }

  @Override public Optional<ClassShape> shapeOf(String className) {
    return Optional.ofNullable(shapes.get(className));
  }

  @Override public Optional<FlowGraph> bodyOf(MethodKey key) {
    return Optional.ofNullable(bodies.get(key));
  }

  @Override public List<String> subclassesOf(String className) {
    Set<String> found = new TreeSet<>();
    int before = -1;
    while (found.size() > before) {
      before = found.size();
      shapes.values().stream()
          .filter(s -> s.superclass().equals(className) || found.contains(s.superclass()))
          .filter(s -> s.scope() == Scope.RUN)
          .forEach(s -> found.add(s.name()));
    }
    return List.copyOf(found);
  }

  @Override public List<MethodKey> mentionsOf(String simpleName) {
    Pattern mention = Pattern.compile("[.#$ ]" + Pattern.quote(simpleName) + "\\b");
    return bodies.values().stream()
        .filter(g -> mention.matcher(GraphPrinter.print(g)).find())
        .flatMap(g -> around(g.method()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The method itself; the method around a lambda that is called as javac calls it, {@code lambda$run$0}. */
  private Stream<MethodKey> around(MethodKey key) {
    if (!key.name().startsWith("lambda$")) {
      return Stream.of(key);
    }
    String name = key.name().split("[$]")[1];
    return bodies.keySet().stream().filter(m -> m.owner().equals(key.owner()) && m.name().equals(name));
  }

  /** Summaries over this program. */
  public Summaries summaries(Protocols protocols, boolean isStrict) {
    Hierarchy hierarchy = new Hierarchy(this);
    return new Summaries(this, new RowTable(protocols, hierarchy, AnnotationRows.NONE), hierarchy, isStrict);
  }

  /** Findings in all classes of this run. */
  public List<Finding> findings(Protocols protocols, boolean isStrict) {
    return findings(summaries(protocols, isStrict));
  }

  /** The same with given summaries, for a look at their counters afterwards. */
  public List<Finding> findings(Summaries summaries) {
    Judge judge = new Judge(summaries);
    List<Finding> found = new ArrayList<>();
    shapes.values().stream().filter(s -> s.scope() == Scope.RUN).forEach(s -> found.addAll(judge.findingsIn(s)));
    return found;
  }

  /** Reads rows that must be sound. */
  public static Protocols rows(String yaml) {
    ProtocolFile file = new ProtocolReader(List.of()).read("rows.yaml", yaml);
    if (!file.isSound()) {
      throw new IllegalArgumentException(file.problems().toString());
    }
    return new Protocols(file.kinds(), file.rows());
  }
}
