package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which methods mention which names. What a lambda says, its method says; what the methods of a local or anonymous class
 * say, they and the method around the class say.
 */
final class Mentions {
  private static final int AT_ONCE = 1_000;

  /** Who names a member with this class in front. */
  private record Spoken(String owner, List<MethodKey> speakers) {}

  /** Hears of what is mentioned. */
  interface Listener {
    /** @param owner the class that instructions name with {@code name} */
    void said(String name, String owner, List<MethodKey> speakers);
  }

  private final Function<String, Optional<ClassModel>> models;
  private final Set<String> scanned = new HashSet<>();
  /** By name, in the order of the owners: what was said by the classes that were there from the start, in little room. */
  private final Map<String, List<Spoken>> settled = new HashMap<>();
  /** By name, then by owner: what came later. */
  private final Map<String, Map<String, List<MethodKey>>> later = new HashMap<>();
  private final Map<String, Set<MethodKey>> around = new HashMap<>();

  /**
   * Scans classes.
   *
   * @param models classes by binary name, for those that others stand in
   * @param first most of the classes, at once
   */
  Mentions(Function<String, Optional<ClassModel>> models, List<ClassModel> first) {
    this.models = models;
    addAll(first);
    settle();
  }

  /** Scans a class, unless that was done. */
  void add(ClassModel model) {
    if (scanned.add(model.shape().name())) {
      scan(model, model.mentions());
    }
  }

  /** Scans classes side by side, some at a time: what all of them say, method by method, would fill the memory. */
  private void addAll(List<ClassModel> added) {
    List<ClassModel> fresh = added.stream().filter(model -> scanned.add(model.shape().name())).toList();
    for (int from = 0; from < fresh.size(); from += AT_ONCE) {
      List<ClassModel> some = fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE));
      List<Map<MethodKey, MentionScan.Said>> said = SideBySide.map(some, ClassModel::mentions);
      for (int i = 0; i < some.size(); i++) {
        scan(some.get(i), said.get(i));
      }
    }
  }

  private void settle() {
    for (Iterator<Map.Entry<String, Map<String, List<MethodKey>>>> names = later.entrySet().iterator(); names.hasNext();) {
      Map.Entry<String, Map<String, List<MethodKey>>> one = names.next();
      List<Spoken> spoken = new ArrayList<>();
      new TreeMap<>(one.getValue()).forEach((owner, speakers) -> spoken.add(new Spoken(owner, List.copyOf(speakers))));
      settled.put(one.getKey(), List.copyOf(spoken));
      names.remove();
    }
  }

  /** Methods that mention a member of that name whose class {@code owner} accepts, sorted. */
  List<MethodKey> of(String simpleName, Predicate<String> owner) {
    Set<MethodKey> sorted = new TreeSet<>();
    tell(simpleName, (name, type, speakers) -> {
      if (owner.test(type)) {
        sorted.addAll(speakers);
      }
    });
    return List.copyOf(sorted);
  }

  /** Tells of every name that is mentioned, in no order. */
  void tellAll(Listener listener) {
    Set<String> names = new HashSet<>(settled.keySet());
    names.addAll(later.keySet());
    names.forEach(name -> tell(name, listener));
  }

  private void tell(String name, Listener listener) {
    settled.getOrDefault(name, List.of()).forEach(spoken -> listener.said(name, spoken.owner(), spoken.speakers()));
    new TreeMap<>(later.getOrDefault(name, Map.of())).forEach((owner, speakers) -> listener.said(name, owner, speakers));
  }

  private void scan(ClassModel model, Map<MethodKey, MentionScan.Said> methods) {
    Set<MethodKey> lambdas = new HashSet<>();
    methods.values().forEach(said -> lambdas.addAll(said.lambdas()));
    Map<MethodKey, MethodKey> declared = new HashMap<>();
    model.shape().methods().forEach(method -> declared.put(method.key(), method.key()));
    for (MethodKey method : methods.keySet()) {
      if (!lambdas.contains(method)) {
        Set<MethodKey> speakers = new LinkedHashSet<>(around(model.shape().name()));
        speakers.add(declared.getOrDefault(method, method));
        for (MentionScan.Mention one : mentionsOf(method, methods)) {
          note(one, speakers);
        }
      }
    }
  }

  /** Names stand in many places: one copy of each is kept. */
  private void note(MentionScan.Mention mention, Set<MethodKey> speakers) {
    Map<String, List<MethodKey>> owners = later.get(mention.name());
    if (owners == null) {
      owners = new HashMap<>();
      later.put(mention.name().intern(), owners);
    }
    List<MethodKey> known = owners.get(mention.owner());
    if (known == null) {
      known = new ArrayList<>(1);
      owners.put(mention.owner().intern(), known);
    }
    known.addAll(speakers);
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
    Optional<ClassModel> model = models.apply(className);
    if (model.isPresent() && !model.get().shape().enclosing().isEmpty()) {
      String outer = model.get().shape().enclosing();
      found.addAll(around(outer));
      if (model.get().isLocal()) {
        models.apply(outer).ifPresent(o -> found.addAll(directlyAround(model.get(), o.shape())));
      }
    }
    around.put(className, found.isEmpty() ? Set.of() : found);
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
      if (candidate.key().isConstructor() || candidate.key().name().equals(MethodKey.STATIC_INITIALIZER)) {
        initializers.add(candidate.key());
      }
    }
    return initializers;
  }
}
