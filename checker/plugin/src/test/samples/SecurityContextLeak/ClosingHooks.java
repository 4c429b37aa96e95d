package samples;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** A closure that an object keeps, and runs in the end, releases what it captured. */
class ClosingHooks {
  static class OneOk {
    private AutoCloseable hook;

    void open(GSSManager manager) throws GSSException {
      if (hook == null) {
        GSSContext context = manager.createContext((GSSCredential) null);
        hook = context::dispose;
      }
    }

    void close() throws Exception {
      if (hook != null) {
        hook.close();
        hook = null;
      }
    }
  }

  static class OneBad {
    private AutoCloseable hook;

    void open(GSSManager manager) throws GSSException {
      if (hook == null) {
        // BUG: Diagnostic contains: kept in field 'hook'
        GSSContext context = manager.createContext((GSSCredential) null);
        hook = context::isEstablished;
      }
    }

    void close() throws Exception {
      if (hook != null) {
        hook.close();
        hook = null;
      }
    }
  }

  static class ListOk {
    private final List<AutoCloseable> hooks = new ArrayList<>();

    void open(GSSManager manager) throws GSSException {
      GSSContext context = manager.createContext((GSSCredential) null);
      hooks.add(context::dispose);
    }

    void close() throws Exception {
      for (AutoCloseable hook : hooks) {
        hook.close();
      }
    }
  }

  static class ListBad {
    private final List<AutoCloseable> hooks = new ArrayList<>();

    void open(GSSManager manager) throws GSSException {
      // BUG: Diagnostic contains: kept in field 'hooks'
      GSSContext context = manager.createContext((GSSCredential) null);
      hooks.add(context::dispose);
    }

    void close() throws Exception {
      hooks.clear();
    }
  }

  static class QueueOk {
    private final Deque<Runnable> hooks = new ArrayDeque<>();

    void open(GSSManager manager) throws GSSException {
      GSSContext context = manager.createContext((GSSCredential) null);
      hooks.push(() -> quietly(context));
    }

    void close() {
      while (!hooks.isEmpty()) {
        hooks.pop().run();
      }
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
