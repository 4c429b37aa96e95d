package io.github.relinquish.plugin.oracle;

import io.github.relinquish.plugin.oracle.api.Env;
import io.github.relinquish.plugin.oracle.api.Sec;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Runs a compiled program on all its inputs. */
final class Runs {
  static final String CLASS = "Program";
  private static final int MOST = 1000;

  private Runs() {}

  /**
   * All runs together.
   *
   * @param truth what went wrong in any of them
   * @param reached lines of the program from which the interfaces were called in any of them
   */
  record Outcome(Set<Event> truth, Set<Integer> reached) {}

  /** @return empty if there are too many */
  static Optional<Outcome> all(Path classes) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Runs.class.getClassLoader())) {
      Method top = loader.loadClass(CLASS)
          .getMethod("top", Env.class, Sec.class, GSSManager.class, Executor.class, boolean.class, boolean.class, int.class);
      Choices choices = new Choices();
      Outcome outcome = new Outcome(new LinkedHashSet<>(), new TreeSet<>());
      for (int runs = 0; runs == 0 || choices.advance(); runs++) {
        if (runs == MOST) {
          return Optional.empty();
        }
        World world = new World(choices);
        outcome.truth().addAll(once(top, world));
        outcome.reached().addAll(world.reached());
      }
      return Optional.of(outcome);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What goes wrong in a run that ends with what nobody declared may be said; nobody has to. */
  private static Set<Event> once(Method top, World world) throws ReflectiveOperationException {
    boolean isAsked = true;
    try {
      Object result = top.invoke(null, Fakes.env(world), Fakes.sec(world), Fakes.manager(world), (Executor) world::later,
          world.flip(), world.flip(), world.pick(3));
      world.handOver(result);
    } catch (InvocationTargetException e) {
      isAsked = e.getCause() instanceof IOException || e.getCause() instanceof GSSException;
    }
    try {
      world.runPostponed();
    } catch (NullPointerException e) {
      isAsked = false;
    }
    Set<Event> events = world.end();
    return isAsked ? events : events.stream().map(e -> new Event(e.rule(), e.lines(), false)).collect(Collectors.toSet());
  }
}
