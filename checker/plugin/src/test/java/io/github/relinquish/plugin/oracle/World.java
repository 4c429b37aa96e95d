package io.github.relinquish.plugin.oracle;

import io.github.relinquish.plugin.oracle.api.Handle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One run as the fakes see it: what was acquired where, and what was done to it afterwards. */
final class World {
  /** One acquisition. */
  static final class Resource {
    final boolean isContext;
    final boolean mayReleaseAgain;
    final Set<Integer> lines;
    Resource parent;
    boolean isReleased;
    boolean isMisused;
    boolean isOthers;
    boolean isExcused;

    Resource(boolean isContext, boolean mayReleaseAgain, Set<Integer> lines) {
      this.isContext = isContext;
      this.mayReleaseAgain = mayReleaseAgain;
      this.lines = lines;
    }
  }

  private final Choices choices;
  private final List<Resource> acquired = new ArrayList<>();
  private final Map<Object, Resource> current = new IdentityHashMap<>();
  private final Set<Event> events = new LinkedHashSet<>();
  private final List<Runnable> postponed = new ArrayList<>();
  private final Set<Integer> reached = new TreeSet<>();
  private int rounds;

  World(Choices choices) {
    this.choices = choices;
  }

  boolean flip() {
    return choices.pick(2) == 1;
  }

  int pick(int bound) {
    return choices.pick(bound);
  }

  boolean another() {
    return rounds < 2 && flip() && ++rounds > 0;
  }

  void later(Runnable task) {
    postponed.add(task);
  }

  void acquire(Object holder, boolean isContext, Object parent) {
    reached.addAll(lines());
    Resource resource = new Resource(isContext, !(holder instanceof Handle), lines());
    resource.parent = parent == null ? null : current.get(parent);
    acquired.add(resource);
    current.put(holder, resource);
  }

  void use(Object holder) {
    reached.addAll(lines());
    Resource resource = holder == null ? null : current.get(holder);
    if (resource != null && resource.isReleased) {
      misuse(resource, "UseAfterRelease");
    }
  }

  void release(Object holder) {
    reached.addAll(lines());
    Resource resource = holder == null ? null : current.get(holder);
    if (resource == null) {
      return;
    }
    if (resource.isReleased) {
      if (!resource.mayReleaseAgain) {
        misuse(resource, "DoubleRelease");
      }
      return;
    }
    resource.isReleased = true;
    for (Resource other : acquired) {
      if (other.parent == resource && !other.isReleased) {
        events.add(new Event("ReleaseOrder", lines(), !other.isOthers));
      }
    }
  }

  /** A release throws: nobody is asked to guard one release against another. */
  void excuse() {
    acquired.forEach(r -> r.isExcused |= !r.isReleased);
  }

  void handOver(Object thing) {
    if (thing instanceof Collection<?> many) {
      many.forEach(this::handOver);
    } else if (thing instanceof Map<?, ?> map) {
      map.values().forEach(this::handOver);
    } else if (thing != null && current.containsKey(thing)) {
      current.get(thing).isOthers = true;
    }
  }

  /** Does what others were to do later. */
  void runPostponed() {
    postponed.forEach(Runnable::run);
  }

  /** Ends the run: what is still live is lost. */
  Set<Event> end() {
    for (Resource resource : acquired) {
      if (!resource.isReleased && !resource.isOthers) {
        events.add(new Event(resource.isContext ? "SecurityContextLeak" : "CredentialsHandleLeak", resource.lines, !resource.isExcused));
      }
    }
    return events;
  }

  /** Lines of the program from which the interfaces were called. */
  Set<Integer> reached() {
    return reached;
  }

  private void misuse(Resource resource, String rule) {
    events.add(new Event(rule, lines(), !resource.isMisused));
    resource.isMisused = true;
  }

  private static Set<Integer> lines() {
    List<Integer> lines = StackWalker.getInstance().walk(frames -> frames
        .filter(f -> f.getClassName().startsWith(Runs.CLASS)).map(StackWalker.StackFrame::getLineNumber).toList());
    return new TreeSet<>(lines);
  }
}
