package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.Outline;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.simulate.Layout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a body can reach at all, by calls and closures: names of fields that are read or written on the way, and whether something can
 * begin there. A cheap walk over bodies; what it rules out need not be simulated.
 */
final class Reach {
  /** Bodies that one walk looks at; what is larger is taken to reach everything. */
  private static final int BODIES = 400;

  /** What one body does itself. */
  private record Own(Set<String> fields, boolean begins, boolean keeps, boolean ends, List<MethodKey> calls) {}

  /**
   * What a body and all that it calls do.
   *
   * @param fields simple names of the fields that are touched
   * @param begins whether a row about one of the calls begins a resource
   * @param keeps whether a row about one of the calls puts its argument away: into a container, or where nobody can follow it
   * @param ends whether one of the calls is code that nobody can read and that is called for a release
   * @param isCut whether the walk was given up: then everything is possible
   */
  record Answer(Set<String> fields, boolean begins, boolean keeps, boolean ends, boolean isCut) {
    boolean touches(String field) {
      return isCut || ends || fields.contains(field);
    }

    boolean mayBegin() {
      return isCut || begins;
    }

    boolean mayKeep() {
      return isCut || keeps;
    }
  }

  private final Summaries summaries;
  private final Map<MethodKey, Own> own = new HashMap<>();
  private final Map<MethodKey, Answer> answers = new HashMap<>();

  Reach(Summaries summaries) {
    this.summaries = summaries;
  }

  Answer of(MethodKey body) {
    Answer answer = answers.get(body);
    if (answer == null) {
      answer = walk(body);
      answers.put(body, answer);
    }
    return answer;
  }

  private Answer walk(MethodKey start) {
    Set<MethodKey> seen = new LinkedHashSet<>();
    Deque<MethodKey> work = new ArrayDeque<>(List.of(start));
    Set<String> fields = new TreeSet<>();
    boolean begins = false;
    boolean keeps = false;
    boolean ends = false;
    boolean isLibrary = !summaries.hierarchy().scopeOf(start).isOwn();
    while (!work.isEmpty()) {
      MethodKey body = work.poll();
      boolean isNear = isLibrary || summaries.hierarchy().scopeOf(body).isOwn();
      if (!isNear || !seen.add(body)) {
        continue;
      }
      if (seen.size() > BODIES) {
        return new Answer(fields, begins, keeps, ends, true);
      }
      Own facts = own.computeIfAbsent(body, this::look);
      fields.addAll(facts.fields());
      begins |= facts.begins();
      keeps |= facts.keeps();
      ends |= facts.ends();
      work.addAll(facts.calls());
    }
    return new Answer(fields, begins, keeps, ends, false);
  }

  private Own look(MethodKey body) {
    return summaries.program().outlineOf(body).map(this::of).orElseGet(() -> of(summaries.layoutOf(body)));
  }

  private Own of(Outline outline) {
    Set<MethodKey> calls = new LinkedHashSet<>();
    boolean begins = false;
    boolean keeps = false;
    boolean ends = false;
    outline.created().stream().sorted().forEach(type -> summaries.hierarchy().onlyMethod(type).ifPresent(calls::add));
    for (Outline.Call call : outline.calls()) {
      calls.addAll(summaries.hierarchy().targets(call.callee(), call.kind(), ""));
      begins |= begins(call.callee());
      keeps |= keeps(call.callee());
      ends |= ends(call.callee(), call.kind());
    }
    return new Own(outline.fields(), begins, keeps, ends, List.copyOf(calls));
  }

  private Own of(Optional<Layout> layout) {
    Set<String> fields = new TreeSet<>();
    Set<MethodKey> calls = new LinkedHashSet<>();
    boolean begins = false;
    boolean keeps = false;
    boolean ends = false;
    if (layout.isPresent()) {
      for (Block block : layout.get().graph().blocks()) {
        for (Step step : block.steps()) {
          if (step instanceof Step.LoadField load) {
            fields.add(load.field().name());
          } else if (step instanceof Step.StoreField store) {
            fields.add(store.field().name());
          } else if (step instanceof Step.Create create) {
            // An object that stands for a closure may be run by whoever gets it.
            summaries.hierarchy().onlyMethod(create.type()).ifPresent(calls::add);
          } else if (step instanceof Step.Closure closure) {
            calls.addAll(summaries.hierarchy().targets(closure.body(), closure.kind(), ""));
            begins |= begins(closure.body());
          } else if (step instanceof Step.Invoke call) {
            calls.addAll(summaries.hierarchy().targets(call.callee(), call.kind(), ""));
            begins |= begins(call.callee());
            keeps |= keeps(call.callee());
            ends |= ends(call.callee(), call.kind());
          }
        }
      }
    }
    return new Own(fields, begins, keeps, ends, List.copyOf(calls));
  }

  private boolean ends(MethodKey callee, CallKind kind) {
    return summaries.hierarchy().isOwn(callee.owner()) && summaries.rows().words().contain(callee.name())
        && summaries.hierarchy().targets(callee, kind, "").isEmpty();
  }

  private boolean keeps(MethodKey callee) {
    return callee.arity() > 0 && summaries.rows().protocols().knowsName(callee.name())
        && summaries.rows().rowsFor(callee, "").stream().flatMap(r -> r.effects().stream())
            .anyMatch(e -> e instanceof Effect.Put || e instanceof Effect.Escape || e instanceof Effect.Run);
  }

  private boolean begins(MethodKey callee) {
    boolean isKnown = summaries.rows().protocols().knowsName(callee.name())
        || summaries.rows().annotations().callersOfAnnotated().containsKey(callee.name());
    return isKnown
        && summaries.rows().rowsFor(callee, "").stream().flatMap(r -> r.effects().stream())
            .anyMatch(e -> e instanceof Effect.Begin || e instanceof Effect.CallNamed);
  }
}
