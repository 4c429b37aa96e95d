package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which methods mention which names. What a lambda says, its method says; what the methods of a local or anonymous class
 * say, they and the method around the class say.
 */
final class Mentions {
  /** Classes that are scanned side by side before their names are taken in, one class after the other. */
  private static final int AT_ONCE = 1000;

  private final Map<String, ClassModel> models;
  /** By name, then by the class that instructions name with it. */
  private final Map<String, Map<String, List<MethodKey>>> byName = new HashMap<>();
  private final Map<String, Set<MethodKey>> around = new HashMap<>();

  /** Scans {@code models}, given by binary name, once. */
  Mentions(Map<String, ClassModel> models) {
    this.models = models;
    List<ClassModel> all = List.copyOf(models.values());
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      SideBySide.map(all.subList(from, Math.min(all.size(), from + AT_ONCE)), Scanned::of).forEach(this::take);
    }
  }

  /** Methods that mention a member of that name whose class {@code owner} accepts, sorted. */
  List<MethodKey> of(String simpleName, Predicate<String> owner) {
    Set<MethodKey> sorted = new TreeSet<>();
    byName.getOrDefault(simpleName, Map.of()).forEach((type, methods) -> {
      if (owner.test(type)) {
        sorted.addAll(methods);
      }
    });
    return List.copyOf(sorted);
  }

  /** A class and what its methods say. */
  private record Scanned(ClassModel model, Map<MethodKey, MentionScan.Said> methods) {
    static Scanned of(ClassModel model) {
      return new Scanned(model, model.mentions());
    }
  }

  private void take(Scanned scanned) {
    Map<MethodKey, MentionScan.Said> methods = scanned.methods();
    Set<MethodKey> lambdas = new HashSet<>();
    methods.values().forEach(said -> lambdas.addAll(said.lambdas()));
    for (MethodKey method : methods.keySet()) {
      if (!lambdas.contains(method)) {
        Set<MethodKey> speakers = new LinkedHashSet<>(around(scanned.model().shape().name()));
        speakers.add(method);
        for (MentionScan.Mention one : mentionsOf(method, methods)) {
          byName.computeIfAbsent(one.name(), n -> new TreeMap<>())
              .computeIfAbsent(one.owner(), o -> new ArrayList<>(1)).addAll(speakers);
        }
      }
    }
  }

  private static Set<MentionScan.Mention> mentionsOf(MethodKey method, Map<MethodKey, MentionScan.Said> methods) {
    Set<MentionScan.Mention> mentions = new LinkedHashSet<>();
    Set<MethodKey> seen = new HashSet<>(Set.of(method));
    Deque<MethodKey> work = new ArrayDeque<>(seen);
    while (!work.isEmpty()) {
      MentionScan.Said said = methods.getOrDefault(work.removeFirst(), new MentionScan.Said());
      mentions.addAll(said.mentions());
      said.lambdas().stream().filter(seen::add).forEach(work::add);
    }
    return mentions;
  }

  /** The methods that a class stands in, however deep. */
  private Set<MethodKey> around(String className) {
    Set<MethodKey> known = around.get(className);
    if (known != null) {
      return known;
    }
    // Hostile classes may claim to stand in each other.
    around.put(className, Set.of());
    Set<MethodKey> found = new LinkedHashSet<>();
    ClassModel model = models.get(className);
    if (model != null && !model.shape().enclosing().isEmpty()) {
      String outer = model.shape().enclosing();
      found.addAll(around(outer));
      if (model.isLocal() && models.containsKey(outer)) {
        found.addAll(directlyAround(model, models.get(outer).shape()));
      }
    }
    around.put(className, found);
    return found;
  }

  /** The enclosing method; for a class in a field's initialiser those that run it. */
  private static List<MethodKey> directlyAround(ClassModel model, ClassShape outer) {
    Optional<MethodKey> method = model.enclosingMethod();
    if (method.isPresent()) {
      return List.of(method.get());
    }
    List<MethodKey> initializers = new ArrayList<>();
    for (MethodShape candidate : outer.methods()) {
      if (candidate.key().isConstructor() || candidate.key().name().equals("<clinit>")) {
        initializers.add(candidate.key());
      }
    }
    return initializers;
  }
}
