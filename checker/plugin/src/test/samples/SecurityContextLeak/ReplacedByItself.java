package samples;

import java.util.HashMap;
import java.util.Map;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** What a new value is compared with and equal to is still where the new value went. */
class ReplacedByItself {
  static class InMap {
    private final Map<String, GSSContext> live = new HashMap<>();

    void freshOk(GSSManager manager, String id, byte[] state) throws GSSException {
      GSSContext context = manager.createContext(state);
      GSSContext old = live.put(id, context);
      if (old != null && old != context) {
        old.dispose();
      }
    }

    void givenOk(String id, GSSContext context) throws GSSException {
      GSSContext old = live.put(id, context);
      if (old == context || old == null) {
        return;
      }
      old.dispose();
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class InMapWrongWayRound {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      // BUG: Diagnostic contains: is not released when open() drops it
      GSSContext context = manager.createContext(state);
      GSSContext old = live.put(id, context);
      if (old == context) {
        old.dispose();
      }
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class Session {
    private final GSSContext context;

    Session(GSSContext context) {
      this.context = context;
    }

    void close() throws GSSException {
      context.dispose();
    }
  }

  static class OfWrappersOk {
    private final Map<String, Session> live = new HashMap<>();

    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      Session session = new Session(manager.createContext(state));
      Session old = live.put(id, session);
      if (old != null && old != session) {
        old.close();
      }
    }

    void close() throws GSSException {
      for (Session session : live.values()) {
        session.close();
      }
      live.clear();
    }
  }

  static class HolderOk {
    private GSSContext context;

    void set(GSSContext next) throws GSSException {
      GSSContext old = context;
      context = next;
      if (old != null && old != next) {
        old.dispose();
      }
    }

    void clear() throws GSSException {
      set(null);
    }

    static void twice(GSSManager manager, byte[] first, byte[] second) throws GSSException {
      HolderOk holder = new HolderOk();
      try {
        holder.set(manager.createContext(first));
        holder.set(manager.createContext(second));
      } finally {
        holder.clear();
      }
    }
  }

  static class HolderBad {
    private GSSContext context;

    void set(GSSContext next) throws GSSException {
      GSSContext old = context;
      context = next;
      // BUG: Diagnostic contains: is not released when set() loses it
      if (old != null && old == next) {
        old.dispose();
      }
    }

    void clear() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }
  }

  static class PutBackOk {
    private GSSContext context;

    void aside(GSSManager manager, byte[] state) throws GSSException {
      GSSContext saved = context;
      context = null;
      context = saved;
    }

    static void use(GSSManager manager, byte[] state) throws GSSException {
      PutBackOk holder = new PutBackOk();
      holder.context = manager.createContext(state);
      holder.aside(manager, state);
      holder.context.dispose();
    }
  }
}
