package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.Leaving;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which methods of the run are worth a look: those that call what rows are about, or what a library answers a resource's type with, and those
 * that call a method which hands a resource on to them. Everything else costs the one scan that
 * {@link io.github.relinquish.core.program.Program#callersOf} rests on.
 */
public final class Relevance {
  /** Stands behind a dollar in the order of characters: the names of the classes inside one come before it. */
  private static final String INSIDE_END = String.valueOf((char) ('$' + 1));

  private final Summaries summaries;
  private final Bodies bodies;
  private final Map<MethodKey, Integer> handedOn = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private Set<MethodKey> relevant;
  /** Classes of those methods, once all are known. */
  private NavigableSet<String> owners;

  public Relevance(Summaries summaries) {
    this.summaries = summaries;
    this.bodies = new Bodies(summaries);
  }

  /** Whether anything can begin, end or go wrong in a method. */
  public boolean isRelevant(MethodKey method) {
    if (relevant == null) {
      relevant = find();
    }
    return relevant.contains(method) || named.contains(nameOf(method));
  }

  /** Whether something is relevant in one of these classes or in a class inside them. */
  public boolean concerns(List<String> classes) {
    if (relevant == null) {
      relevant = find();
    }
    if (owners == null) {
      owners = new TreeSet<>();
      relevant.forEach(m -> owners.add(m.owner()));
    }
    return classes.stream().anyMatch(c -> owners.contains(c) || !owners.subSet(c + "$", c + INSIDE_END).isEmpty());
  }

  /** Bridge methods are as relevant as what they lead to. */
  private static String nameOf(MethodKey method) {
    return method.owner() + "#" + method.name();
  }

  private Set<MethodKey> find() {
    Set<MethodKey> found = new HashSet<>();
    relevant = found;
    Deque<MethodKey> work = new ArrayDeque<>();
    for (Row row : summaries.rows().protocols().rows()) {
      if (isWorthALook(row)) {
        callersOf(row).forEach(m -> add(m, found, work));
      }
    }
    summaries.program().callersOfFactories(summaries.rows().kinds().types()).forEach(m -> add(m, found, work));
    summaries.rows().annotations().callersOfAnnotated().values().forEach(callers -> callers.forEach(m -> add(m, found, work)));
    while (!work.isEmpty()) {
      MethodKey method = work.poll();
      List<MethodKey> callers = callersOf(method).stream().filter(c -> !c.equals(method)).toList();
      // Nobody waits for what a method without callers hands on.
      int count = callers.isEmpty() ? 0 : handedOnBy(method);
      if (count > handedOn.getOrDefault(method, 0)) {
        handedOn.put(method, count);
        for (MethodKey caller : callers) {
          bodies.of(caller).forEach(summaries::forgetAcquisitionsIn);
          found.add(caller);
          named.add(nameOf(caller));
          work.add(caller);
        }
      }
    }
    return found;
  }

  private void add(MethodKey method, Set<MethodKey> found, Deque<MethodKey> work) {
    named.add(nameOf(method));
    if (found.add(method)) {
      work.add(method);
    }
  }

  private boolean isWorthALook(Row row) {
    Protocols protocols = summaries.rows().protocols();
    for (Effect effect : row.effects()) {
      if (effect instanceof Effect.Begin begin && protocols.kind(begin.kind()).filter(Relevance::matters).isPresent()) {
        return true;
      }
      boolean isRelease = effect instanceof Effect.Release release && !release.kinds().isEmpty();
      if (isRelease || effect instanceof Effect.Unload) {
        return true;
      }
    }
    return false;
  }

  private static boolean matters(Kind kind) {
    return kind.leak() != Severity.NONE || kind.again() != Severity.NONE || kind.afterwards() != Severity.NONE;
  }

  /** Methods that may call what a row is about. */
  List<MethodKey> callersOf(Row row) {
    CallPattern call = row.call();
    boolean begins = row.begins();
    if (call.name().equals(MethodKey.CONSTRUCTOR)) {
      return creatorsOf(call.owner());
    }
    String name = call.name();
    if (!call.matchesByName()) {
      if (!begins && !summaries.program().mayCallOn(call.owner())) {
        return List.of();
      }
      List<MethodKey> callers = summaries.program().callersOf(name, owner -> summaries.hierarchy().isSubtype(owner, call.owner())
          || (begins && (summaries.hierarchy().isSubtype(call.owner(), owner) || mayWrap(owner, call.owner()))));
      return isLoan(row) ? onlyWhoNames(typesLentBy(row), callers) : callers;
    }
    Set<MethodKey> found = new HashSet<>();
    for (String spelling : Protocols.spellings(name)) {
      found.addAll(summaries.program().callersOf(spelling, this::isRead));
    }
    return found.stream().sorted().toList();
  }

  /** Constructors are mentioned by the name of their class, so those of subclasses are asked for one by one. */
  private List<MethodKey> creatorsOf(String owner) {
    Set<MethodKey> found = new HashSet<>(summaries.program().callersOf(ClassNames.simple(owner), o -> summaries.hierarchy().isSubtype(o, owner)));
    for (String subclass : summaries.program().subclassesOf(owner)) {
      found.addAll(summaries.program().callersOf(ClassNames.simple(subclass), o -> o.equals(subclass)));
    }
    return found.stream().sorted().toList();
  }

  private List<MethodKey> callersOf(MethodKey method) {
    String name = method.isConstructor() ? ClassNames.simple(method.owner()) : method.name();
    Set<MethodKey> found = new HashSet<>(summaries.program().callersOf(name, owner -> summaries.hierarchy().isSubtype(owner, method.owner())
        || (isRead(owner) && summaries.hierarchy().isSubtype(method.owner(), owner))));
    found.addAll(callersThroughPlatform(method, name));
    return found.stream().sorted().toList();
  }

  /** Calls of {@code run()} on some {@code Runnable}: only a file that names the class of the method may mean it. */
  private List<MethodKey> callersThroughPlatform(MethodKey method, String name) {
    List<MethodKey> callers = summaries.program().callersOf(name, owner -> !isRead(owner) && summaries.hierarchy().isSubtype(method.owner(), owner));
    if (callers.isEmpty()) {
      return callers;
    }
    Set<String> naming = new HashSet<>();
    summaries.program().mentionsOf(ClassNames.simple(method.owner())).forEach(m -> naming.add(ClassNames.topLevel(m.owner())));
    return callers.stream().filter(m -> naming.contains(ClassNames.topLevel(m.owner()))).toList();
  }

  /** Whether nothing comes of a row but what others go on owning. */
  private static boolean isLoan(Row row) {
    return row.begins()
        && row.effects().stream().allMatch(e -> e instanceof Effect.Begin begin ? begin.isLent() : !(e instanceof Effect.Release || e instanceof Effect.Unload));
  }

  private Set<String> typesLentBy(Row row) {
    Set<String> types = new TreeSet<>();
    for (Effect effect : row.effects()) {
      if (effect instanceof Effect.Begin begin) {
        types.addAll(summaries.rows().kinds().typesOf(begin.kind()));
      }
    }
    return types;
  }

  /** What is lent goes wrong where somebody gives it back, which its type says how to do: whoever never names that has no use for it. */
  private List<MethodKey> onlyWhoNames(Set<String> types, List<MethodKey> methods) {
    if (types.isEmpty() || methods.isEmpty()) {
      return methods;
    }
    Set<MethodKey> naming = new HashSet<>();
    types.forEach(t -> naming.addAll(summaries.program().callersOf(ClassNames.simple(t), t::equals)));
    return methods.stream().filter(naming::contains).toList();
  }

  /** Wrappers in libraries, and interfaces around factories, tend to be called like what they wrap; their bodies will tell. */
  private boolean mayWrap(String owner, String wrapped) {
    return isLibrary(owner) || (summaries.program().scopeOf(owner).filter(Scope::isOwn).isPresent()
        && summaries.program().shapeOf(owner).filter(ClassShape::isInterface).isPresent()
        && summaries.program().scopeOf(wrapped).isPresent());
  }

  private boolean isLibrary(String owner) {
    return summaries.program().scopeOf(owner).filter(s -> s == Scope.LIBRARY).isPresent();
  }

  /** The JDK is known by rows: it binds no functions of other languages under their own names, and its interfaces mean anybody's bodies. */
  private boolean isRead(String owner) {
    return summaries.program().scopeOf(owner).filter(s -> s == Scope.PLATFORM).isEmpty();
  }

  /** How many resources that begin in the method, or in a lambda of it, leave it alive. */
  private int handedOnBy(MethodKey method) {
    int count = 0;
    for (MethodKey body : bodies.of(method)) {
      for (Acquisition acquisition : summaries.acquisitionsIn(body, Map.of())) {
        if (acquisition.isOwned() && acquisition.exits().stream().anyMatch(this::leavesAlive)) {
          count++;
        }
      }
    }
    return count;
  }

  private boolean leavesAlive(Leaving exit) {
    return !exit.state().isReleased()
        && Exits.holdersOf(exit).stream().anyMatch(p -> p.root() != Port.Root.STATIC && summaries.rows().protocols().ownersOn(p.path()) <= Budget.OWNERS);
  }
}
