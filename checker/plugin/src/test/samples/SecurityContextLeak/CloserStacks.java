package samples;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Closures that release what they captured, in a container that is run in the end. */
class CloserStacks {
  int loopOk(GSSManager manager, byte[] state) throws Exception {
    List<AutoCloseable> closers = new ArrayList<>();
    try {
      GSSContext context = manager.createContext(state);
      closers.add(context::dispose);
      return context.getLifetime();
    } finally {
      for (AutoCloseable closer : closers) {
        closer.close();
      }
    }
  }

  int popOk(GSSManager manager, byte[] state) throws GSSException {
    Deque<Runnable> closers = new ArrayDeque<>();
    try {
      GSSContext context = manager.createContext(state);
      closers.push(() -> quietly(context));
      return context.getLifetime();
    } finally {
      while (!closers.isEmpty()) {
        closers.pop().run();
      }
    }
  }

  int forgottenBad(GSSManager manager, byte[] state) throws GSSException {
    Deque<Runnable> closers = new ArrayDeque<>();
    try {
      // BUG: Diagnostic contains: security context 'context' is not released
      GSSContext context = manager.createContext(state);
      closers.push(() -> quietly(context));
      return context.getLifetime();
    } finally {
      closers.clear();
    }
  }

  int usedOnlyBad(GSSManager manager, byte[] state, Runnable other) throws GSSException {
    // BUG: Diagnostic contains: security context 'context' is not released when Runnable.run() throws
    GSSContext context = manager.createContext(state);
    List<Runnable> tasks = new ArrayList<>();
    tasks.add(other);
    tasks.add(context::isEstablished);
    for (Runnable task : tasks) {
      task.run();
    }
    int lifetime = context.getLifetime();
    context.dispose();
    return lifetime;
  }

  static class Closers implements AutoCloseable {
    private final Deque<AutoCloseable> closers = new ArrayDeque<>();

    void push(AutoCloseable closer) {
      closers.push(closer);
    }

    @Override public void close() throws Exception {
      while (!closers.isEmpty()) {
        closers.pop().close();
      }
    }
  }

  int ownerOk(GSSManager manager, byte[] state) throws Exception {
    try (Closers closers = new Closers()) {
      GSSContext context = manager.createContext(state);
      closers.push(context::dispose);
      return context.getLifetime();
    }
  }

  int ownerNotClosedBad(GSSManager manager, byte[] state) throws Exception {
    Closers closers = new Closers();
    // BUG: Diagnostic contains: security context 'context' is not released
    GSSContext context = manager.createContext(state);
    closers.push(context::dispose);
    return context.getLifetime();
  }

  int betweenBad(GSSManager manager, byte[] state) throws Exception {
    try (Closers closers = new Closers()) {
      // BUG: Diagnostic contains: security context 'context' is not released when the method throws GSSException
      GSSContext context = manager.createContext(state);
      context.initSecContext(state, 0, state.length);
      closers.push(context::dispose);
      return context.getLifetime();
    }
  }

  static class Hooks {
    private final List<Runnable> hooks = new ArrayList<>();

    void add(Runnable hook) {
      hooks.add(hook);
    }

    void runAll() {
      hooks.forEach(Runnable::run);
      hooks.clear();
    }

    void forget() {
      hooks.clear();
    }
  }

  int runAllOk(GSSManager manager, byte[] state) throws GSSException {
    Hooks hooks = new Hooks();
    try {
      GSSContext context = manager.createContext(state);
      hooks.add(() -> quietly(context));
      return context.isEstablished() ? 1 : 0;
    } finally {
      hooks.runAll();
    }
  }

  int forgetBad(GSSManager manager, byte[] state) throws GSSException {
    Hooks hooks = new Hooks();
    try {
      // BUG: Diagnostic contains: security context 'context' is not released
      GSSContext context = manager.createContext(state);
      hooks.add(() -> quietly(context));
      return context.isEstablished() ? 1 : 0;
    } finally {
      hooks.forget();
    }
  }

  private static void quietly(GSSContext context) {
    try {
      context.dispose();
    } catch (GSSException e) {
      System.err.println(e);
    }
  }
}
