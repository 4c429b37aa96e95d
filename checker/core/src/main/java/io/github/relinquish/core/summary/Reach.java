package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.Outline;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What a body can reach at all, by calls and closures: names of fields that are read or written on the way, and whether something can
 * begin there. A cheap walk over bodies; what it rules out need not be simulated.
 */
final class Reach {
  /** Bodies that one walk looks at; what is larger is taken to reach everything. */
  static final int BODIES = 128;

  /** What may happen in a body. */
  private enum Trait {
    /** A row about one of the calls begins a resource. */
    BEGINS,
    /** A row about one of the calls puts its argument away: into a container, or where nobody can follow it. */
    KEEPS,
    /** One of the calls is code that nobody can read and that is called for a release. */
    ENDS,
    /** A row about one of the calls takes away what resources live on. */
    UNLOADS
  }

  /** What one body does itself. */
  private record Own(Set<String> fields, Set<Trait> traits, Set<MethodKey> calls) {}

  private final Summaries summaries;
  private final Map<MethodKey, Own> own = new HashMap<>();
  private final Map<MethodKey, Walk> walks = new HashMap<>();

  Reach(Summaries summaries) {
    this.summaries = summaries;
  }

  /** What can be reached from a body. */
  Walk from(MethodKey body) {
    return walks.computeIfAbsent(body, Walk::new);
  }

  /** Whether the code of a body, without what it calls, reads or writes a field of that name. */
  boolean touchesItself(MethodKey body, String field) {
    return ownOf(body).fields().contains(field);
  }

  /** What lies behind a field that the body and its callees never touch is not changed by it, but for arguments that are put away as they are. */
  boolean canMatter(Port port, MethodKey body) {
    if (port.path().isEmpty()) {
      return true;
    }
    if (port.root() == Port.Root.STATIC) {
      return from(body).touches(Outline.ofClass(ClassNames.simple(port.staticField())));
    }
    String field = port.path().get(0);
    Walk reach = from(body);
    return !summaries.rows().isNamedByCode(field) || reach.touches(field) || port.root() == Port.Root.ARGUMENT && reach.mayKeep();
  }

  /** A body and all that it calls, looked at one after the other until the question is answered. */
  final class Walk {
    private final boolean isLibrary;
    private Set<MethodKey> seen = new HashSet<>();
    private Deque<MethodKey> work = new ArrayDeque<>();
    private boolean isCut;
    private final Set<String> fields = new HashSet<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

    private Walk(MethodKey start) {
      isLibrary = !summaries.hierarchy().scopeOf(start).isOwn();
      work.add(start);
    }

    /** Whether a field of that simple name may be read or written. */
    boolean touches(String field) {
      return finds(() -> traits.contains(Trait.ENDS) || fields.contains(field));
    }

    boolean mayBegin() {
      return finds(() -> traits.contains(Trait.BEGINS));
    }

    boolean mayKeep() {
      return finds(() -> traits.contains(Trait.KEEPS));
    }

    boolean mayUnload() {
      return finds(() -> traits.contains(Trait.UNLOADS));
    }

    /** A walk that is given up has found everything. */
    private boolean finds(BooleanSupplier question) {
      while (!isCut && !question.getAsBoolean()) {
        if (work.isEmpty()) {
          end();
          return false;
        }
        step(work.poll());
        if (seen.size() > BODIES) {
          isCut = true;
          end();
        }
      }
      return true;
    }

    /** There is nothing more to see: only what was found is kept. */
    private void end() {
      seen = Set.of();
      work = new ArrayDeque<>(0);
    }

    private void step(MethodKey body) {
      boolean isNear = isLibrary || summaries.hierarchy().scopeOf(body).isOwn();
      if (isNear && seen.add(body)) {
        Own facts = ownOf(body);
        fields.addAll(facts.fields());
        traits.addAll(facts.traits());
        work.addAll(facts.calls());
      }
    }
  }

  private Own ownOf(MethodKey body) {
    return own.computeIfAbsent(body, this::look);
  }

  private Own look(MethodKey body) {
    Own found = new Own(new HashSet<>(), EnumSet.noneOf(Trait.class), new LinkedHashSet<>());
    Optional<Outline> outline = summaries.program().outlineOf(body);
    if (outline.isPresent()) {
      found.fields().addAll(outline.get().fields());
      outline.get().created().stream().sorted().forEach(type -> create(type, found));
      outline.get().calls().forEach(call -> call(call.callee(), call.kind(), body, found));
    } else {
      summaries.layoutOf(body).ifPresent(layout -> layout.graph().steps().forEach(step -> look(step, body, found)));
    }
    return found;
  }

  private void look(Step step, MethodKey body, Own found) {
    if (step instanceof Step.LoadField load) {
      found.fields().add(load.field().name());
    } else if (step instanceof Step.StoreField store) {
      found.fields().add(store.field().name());
    } else if (step instanceof Step.LoadStatic load) {
      found.fields().add(Outline.ofClass(load.field().name()));
    } else if (step instanceof Step.StoreStatic store) {
      found.fields().add(Outline.ofClass(store.field().name()));
    } else if (step instanceof Step.Create create) {
      create(create.type(), found);
    } else if (step instanceof Step.Closure closure) {
      found.calls().addAll(summaries.hierarchy().targets(closure.body(), closure.kind(), ""));
      rowsFor(closure.body()).filter(e -> e instanceof Effect.Begin || e instanceof Effect.CallNamed).forEach(e -> found.traits().add(Trait.BEGINS));
    } else if (step instanceof Step.Invoke call) {
      call(call.callee(), call.kind(), body, found);
    }
  }

  /** An object that stands for a closure may be run by whoever gets it. */
  private void create(String type, Own found) {
    summaries.hierarchy().onlyMethod(type).ifPresent(found.calls()::add);
  }

  private void call(MethodKey callee, CallKind kind, MethodKey body, Own found) {
    List<MethodKey> targets = summaries.implementations().targets(callee, kind, "", body.owner());
    found.calls().addAll(targets);
    rowsFor(callee).forEach(effect -> {
      if (effect instanceof Effect.Begin || effect instanceof Effect.CallNamed) {
        found.traits().add(Trait.BEGINS);
      } else if (effect instanceof Effect.Unload) {
        found.traits().add(Trait.UNLOADS);
      } else if (callee.arity() > 0 && (effect instanceof Effect.Put || effect instanceof Effect.Escape || effect instanceof Effect.Run)) {
        found.traits().add(Trait.KEEPS);
      }
    });
    boolean isFactory = summaries.rows().kinds().types().contains(callee.returnType());
    if (isFactory && targets.stream().anyMatch(summaries.libraryFactories()::isFactory)) {
      found.traits().add(Trait.BEGINS);
    }
    if (targets.isEmpty() && summaries.rows().words().contain(callee.name()) && summaries.hierarchy().isOwn(callee.owner())) {
      found.traits().add(Trait.ENDS);
    }
  }

  private Stream<Effect> rowsFor(MethodKey callee) {
    boolean isKnown = summaries.rows().protocols().knowsName(callee.name())
        || summaries.rows().annotations().callersOfAnnotated().containsKey(callee.name());
    return isKnown ? summaries.rows().rowsFor(callee, "").stream().flatMap(r -> r.effects().stream()) : Stream.empty();
  }
}
