package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a body is believed to do, in the words of rows: a method and a row about it are two ways to say the same.
 *
 * <p>Rows say less than a summary: what holds on some ways only, and cannot be told by the result, is left out.
 */
public final class InferredRows {
  private static final Set<String> PLAIN = Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "void",
      "java.lang.String", "java.lang.Boolean", "java.lang.Integer", "java.lang.Long", "byte[]", "char[]", "int[]");

  private final Summaries summaries;

  public InferredRows(Summaries summaries) {
    this.summaries = summaries;
  }

  /**
   * The row that the method's body amounts to.
   *
   * @return empty where it has no body, or does nothing that rows speak of
   */
  public Optional<Row> of(MethodKey method) {
    Optional<ClassShape> owner = summaries.program().shapeOf(method.owner());
    Optional<MethodShape> shape = owner.flatMap(o -> o.method(method));
    if (shape.isEmpty() || summaries.layoutOf(method).isEmpty()) {
      return Optional.empty();
    }
    Set<Effect> effects = new LinkedHashSet<>();
    for (Port port : inputs(owner.get(), shape.get())) {
      summaries.rows().protocols().kinds().forEach(kind -> follow(method, kind, port, effects));
    }
    borrowed(effects);
    begin(method, effects);
    return effects.isEmpty() ? Optional.empty()
        : Optional.of(new Row(pattern(owner.get(), method), List.copyOf(effects), "inferred from " + place(shape.get().site()), shape.get().site().file(),
            shape.get().site().line()));
  }

  /** Without folders: rows are handed on. */
  private static String place(Site site) {
    return site.file().substring(site.file().lastIndexOf('/') + 1) + ":" + site.line();
  }

  private static CallPattern pattern(ClassShape owner, MethodKey method) {
    long same = owner.methods().stream().map(MethodShape::key)
        .filter(other -> other.name().equals(method.name()) && other.arity() == method.arity()).count();
    return new CallPattern(owner.name(), method.name(), method.arity(), same > 1 ? method.parameterTypes() : List.of());
  }

  /** Where a caller's resource may come in: arguments, the receiver, its fields, the thread. */
  private List<Port> inputs(ClassShape owner, MethodShape method) {
    List<Port> inputs = new ArrayList<>();
    for (int i = 0; i < method.key().arity(); i++) {
      if (!PLAIN.contains(method.key().parameterTypes().get(i))) {
        inputs.add(Port.argument(i));
      }
    }
    if (!method.is(Modifier.STATIC) && !method.key().isConstructor()) {
      inputs.add(Port.RECEIVER);
      Reach.Walk reach = summaries.reach().from(method.key());
      for (FieldShape field : owner.fields()) {
        boolean mayHold = !field.modifiers().contains(Modifier.STATIC) && !PLAIN.contains(field.type());
        if (mayHold && reach.touches(field.key().name())) {
          inputs.add(Port.RECEIVER.then(List.of(field.key().name())));
        }
      }
    }
    inputs.add(Port.THREAD);
    return inputs;
  }

  private void follow(MethodKey method, Kind kind, Port port, Set<Effect> effects) {
    if (kind.isThreadBound() != (port.root() == Port.Root.THREAD)) {
      return;
    }
    boolean isUsed = summaries.follow(method, kind, Typestate.RELEASED, List.of(port))
        .filter(s -> s.misuses().stream().anyMatch(m -> m.rule() == RuleId.USE_AFTER_RELEASE)).isPresent();
    if (isUsed) {
      effects.add(new Effect.Use(port));
    }
    Summary summary = summaries.follow(method, kind, Typestate.LIVE, List.of(port)).orElse(Summary.BOTTOM);
    List<Leaving> normal = summary.exits().stream().filter(Leaving::isNormal).toList();
    List<Leaving> released = normal.stream().filter(e -> e.state().isReleased()).toList();
    if (!released.isEmpty()) {
      Optional<Results> told = Results.telling(method, released, normal);
      told.ifPresent(when -> merge(new Effect.Release(List.of(kind.name()), port, when.clauses()), effects));
    } else if (!normal.isEmpty() && normal.stream().allMatch(e -> e.state().isLive())) {
      kept(port, normal, effects);
    }
  }

  /** The same end of several kinds is one end. */
  private static void merge(Effect.Release end, Set<Effect> effects) {
    for (Effect known : List.copyOf(effects)) {
      if (known instanceof Effect.Release other && other.of().equals(end.of()) && other.when().equals(end.when())) {
        Set<String> kinds = new LinkedHashSet<>(other.kinds());
        kinds.addAll(end.kinds());
        effects.remove(other);
        effects.add(new Effect.Release(List.copyOf(kinds), end.of(), end.when()));
        return;
      }
    }
    effects.add(end);
  }

  /** Where it is besides where it came from, after every normal exit. */
  private static void kept(Port from, List<Leaving> normal, Set<Effect> effects) {
    Set<Port> everywhere = new LinkedHashSet<>(Exits.holdersOf(normal.get(0)));
    normal.forEach(exit -> everywhere.retainAll(Exits.holdersOf(exit)));
    for (Port to : everywhere) {
      if (to.equals(from) || to.base().equals(from.base()) && from.path().size() <= to.path().size() && to.root() != Port.Root.RESULT) {
        continue;
      }
      effects.add(switch (to.root()) {
        case RESULT -> new Effect.Alias(from, to);
        case STATIC -> new Effect.Escape(from);
        default -> new Effect.Move(from, to);
      });
    }
  }

  /** What is only used is given back by the caller, whatever the method is called. */
  private static void borrowed(Set<Effect> effects) {
    for (Effect effect : List.copyOf(effects)) {
      if (effect instanceof Effect.Use use && use.of().root() == Port.Root.ARGUMENT
          && effects.stream().noneMatch(other -> takes(other, use.of()))) {
        effects.add(new Effect.Borrow(use.of()));
      }
    }
  }

  private static boolean takes(Effect effect, Port port) {
    return effect instanceof Effect.Release end && end.of().equals(port) || effect instanceof Effect.Move move && move.from().equals(port)
        || effect instanceof Effect.Escape escape && escape.of().equals(port);
  }

  private void begin(MethodKey method, Set<Effect> effects) {
    List<Leaving> all = summaries.summaryOf(method, Entry.plain(Map.of(), Entry.FUEL)).orElse(Summary.BOTTOM).exits().stream()
        .filter(Leaving::isNormal).toList();
    Map<String, List<Leaving>> begun = new LinkedHashMap<>();
    for (Acquisition acquisition : summaries.acquisitionsIn(method, Map.of())) {
      for (Leaving exit : acquisition.exits()) {
        if (exit.isNormal() && !exit.state().isReleased()) {
          holder(exit).ifPresent(port -> begun
              .computeIfAbsent(acquisition.kind().name() + " " + !acquisition.isOwned() + " " + port, k -> new ArrayList<>()).add(exit));
        }
      }
    }
    begun.forEach((key, exits) -> {
      String[] parts = key.split(" ");
      Port at = Port.parse(parts[2]).orElseThrow();
      Optional<Results> when = Results.telling(method, exits, all);
      effects.add(new Effect.Begin(parts[0], at, when.map(Results::clauses).orElse(List.of()), List.of(), List.of(),
          Exits.parentsOf(exits.get(0)), Boolean.parseBoolean(parts[1])));
    });
  }

  /** The place by which the caller knows it best; empty where only the class itself does. */
  private static Optional<Port> holder(Leaving exit) {
    List<Port> holders = Exits.holdersOf(exit).stream().filter(p -> p.root() != Port.Root.STATIC).toList();
    Optional<Port> result = holders.stream().filter(p -> p.root() == Port.Root.RESULT).findFirst();
    return result.isPresent() ? result : holders.stream().findFirst();
  }
}
