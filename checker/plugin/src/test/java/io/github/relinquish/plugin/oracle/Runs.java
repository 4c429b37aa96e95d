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
import java.util.concurrent.Executor;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Runs a compiled program on all its inputs. */
final class Runs {
  static final String CLASS = "Program";
  private static final int MOST = 1000;

  private Runs() {}

  /** @return what went wrong in any run; empty if there are too many */
  static Optional<Set<Event>> all(Path classes) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Runs.class.getClassLoader())) {
      Method top = loader.loadClass(CLASS)
          .getMethod("top", Env.class, Sec.class, GSSManager.class, Executor.class, boolean.class, boolean.class, int.class);
      Choices choices = new Choices();
      Set<Event> events = new LinkedHashSet<>();
      for (int runs = 0; runs == 0 || choices.advance(); runs++) {
        if (runs == MOST) {
          return Optional.empty();
        }
        events.addAll(once(top, choices));
      }
      return Optional.of(events);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A run that ends with what nobody declared shows nothing: the checker does not ask for it. */
  private static Set<Event> once(Method top, Choices choices) throws ReflectiveOperationException {
    World world = new World(choices);
    try {
      Object result = top.invoke(null, Fakes.env(world), Fakes.sec(world), Fakes.manager(world), (Executor) world::later,
          world.flip(), world.flip(), world.pick(3));
      world.handOver(result);
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof IOException || e.getCause() instanceof GSSException)) {
        return Set.of();
      }
    }
    try {
      return world.end();
    } catch (NullPointerException e) {
      return Set.of(); // in a closure that was run later
    }
  }
}
