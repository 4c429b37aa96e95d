package samples;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** What a map or a cell refuses, for something else is there, is still in the hands of who wanted to put it. */
class NotTaken {
  static class InMap {
    private final Map<String, GSSContext> live = new ConcurrentHashMap<>();

    void ignoredBad(GSSManager manager, String id, byte[] state) throws GSSException {
      // BUG: Diagnostic contains: is not released
      live.putIfAbsent(id, manager.createContext(state));
    }

    boolean replacedBad(GSSManager manager, String id, byte[] state) throws GSSException {
      // BUG: Diagnostic contains: is not released before 'context' is assigned again
      GSSContext context = manager.createContext(state);
      GSSContext raced = live.putIfAbsent(id, context);
      if (raced != null) {
        context = raced;
      }
      return context.isEstablished();
    }

    boolean releasedOk(GSSManager manager, String id, byte[] state) throws GSSException {
      GSSContext context = manager.createContext(state);
      GSSContext raced = live.putIfAbsent(id, context);
      if (raced != null) {
        context.dispose();
        context = raced;
      }
      return context.isEstablished();
    }

    void askedOk(GSSManager manager, String id, byte[] state) throws GSSException {
      if (!live.containsKey(id)) {
        live.putIfAbsent(id, manager.createContext(state));
      }
    }

    boolean lookedUpOk(GSSManager manager, String id, byte[] state) throws GSSException {
      GSSContext context = live.get(id);
      if (context == null) {
        context = manager.createContext(state);
        live.putIfAbsent(id, context);
      }
      return context.isEstablished();
    }

    UUID newKeyOk(GSSManager manager, byte[] state) throws GSSException {
      UUID id = UUID.randomUUID();
      live.putIfAbsent(id.toString(), manager.createContext(state));
      return id;
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  void ownMapOk(GSSManager manager, String id, byte[] state) throws GSSException {
    Map<String, GSSContext> live = new ConcurrentHashMap<>();
    live.putIfAbsent(id, manager.createContext(state));
    for (GSSContext context : live.values()) {
      context.dispose();
    }
  }

  static class InCell {
    private final AtomicReference<GSSContext> cell = new AtomicReference<>();

    GSSContext lostBad(GSSManager manager, byte[] state) throws GSSException {
      GSSContext context = cell.get();
      if (context != null) {
        return context;
      }
      // BUG: Diagnostic contains: is not released
      GSSContext mine = manager.createContext(state);
      return cell.compareAndSet(null, mine) ? mine : cell.get();
    }

    GSSContext releasedOk(GSSManager manager, byte[] state) throws GSSException {
      GSSContext context = cell.get();
      if (context == null) {
        context = manager.createContext(state);
        if (!cell.compareAndSet(null, context)) {
          context.dispose();
          context = cell.get();
        }
      }
      return context;
    }

    void close() throws GSSException {
      GSSContext context = cell.getAndSet(null);
      if (context != null) {
        context.dispose();
      }
    }
  }
}
