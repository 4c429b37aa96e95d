package samples;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** What a method asked a map for under a key is there under that key later on, and nothing is under a key that nobody had before. */
class KeysOfMaps {
  static class LookedUp {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      GSSContext old = live.put(id, manager.createContext(state));
      if (old != null) {
        old.dispose();
      }
    }

    void getThenRemoveOk(String id) throws GSSException {
      GSSContext context = live.get(id);
      if (context != null) {
        live.remove(id);
        context.dispose();
      }
    }

    void releasedFirstOk(String id) throws GSSException {
      GSSContext context = live.get(id);
      if (context != null) {
        try {
          context.dispose();
        } finally {
          live.remove(id);
        }
      }
    }
  }

  static class OtherKey {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      // BUG: Diagnostic contains: is not released when getThenRemoveAnotherBad() drops it
      GSSContext old = live.put(id, manager.createContext(state));
      if (old != null) {
        old.dispose();
      }
    }

    void getThenRemoveAnotherBad(String id, String other) throws GSSException {
      GSSContext context = live.get(id);
      if (context != null) {
        live.remove(other);
        context.dispose();
      }
    }
  }

  static class RemovedFirstOk {
    private final Map<String, GSSContext> live = new HashMap<>();

    byte[] step(GSSManager manager, String id, byte[] token) throws GSSException {
      GSSContext context = live.remove(id);
      if (context == null) {
        context = manager.createContext((GSSCredential) null);
      }
      try {
        byte[] answer = context.acceptSecContext(token, 0, token.length);
        if (!context.isEstablished()) {
          live.put(id, context);
          context = null;
        }
        return answer;
      } finally {
        if (context != null) {
          context.dispose();
        }
      }
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class RemovedUnderAnotherBad {
    private final Map<String, GSSContext> live = new HashMap<>();

    void step(GSSManager manager, String id, String former) throws GSSException {
      GSSContext context = live.remove(former);
      if (context == null) {
        // BUG: Diagnostic contains: is not released when step() drops it
        context = manager.createContext((GSSCredential) null);
      }
      live.put(id, context);
    }

    void close(String id) throws GSSException {
      GSSContext context = live.remove(id);
      if (context != null) {
        context.dispose();
      }
    }
  }

  static class KeptUntilFailureOk {
    private final Map<String, GSSContext> live = new HashMap<>();

    byte[] step(GSSManager manager, String id, byte[] token) throws GSSException {
      GSSContext context = live.get(id);
      if (context == null) {
        context = manager.createContext((GSSCredential) null);
        live.put(id, context);
      }
      boolean isGoingOn = false;
      try {
        byte[] answer = context.acceptSecContext(token, 0, token.length);
        isGoingOn = !context.isEstablished();
        return answer;
      } finally {
        if (!isGoingOn) {
          live.remove(id);
          context.dispose();
        }
      }
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class RandomOk {
    private final Map<UUID, GSSContext> live = new ConcurrentHashMap<>();
    private final Map<String, GSSContext> byName = new ConcurrentHashMap<>();

    UUID open(GSSManager manager, byte[] state) throws GSSException {
      UUID id = UUID.randomUUID();
      live.put(id, manager.createContext(state));
      return id;
    }

    String openByName(GSSManager manager, byte[] state) throws GSSException {
      String id = UUID.randomUUID().toString();
      byName.put(id, manager.createContext(state));
      return id;
    }

    void close(UUID id, String name) throws GSSException {
      GSSContext context = live.remove(id);
      if (context != null) {
        context.dispose();
      }
      GSSContext named = byName.remove(name);
      if (named != null) {
        named.dispose();
      }
    }
  }

  static class CountedOk {
    private final Map<Integer, GSSContext> live = new HashMap<>();
    private final Map<Long, GSSContext> more = new HashMap<>();
    private final Map<String, GSSContext> named = new HashMap<>();
    private final AtomicLong count = new AtomicLong();
    private static int last;
    private int next;

    int before(GSSManager manager, byte[] state) throws GSSException {
      int id = ++next;
      live.put(id, manager.createContext(state));
      return id;
    }

    int after(GSSManager manager, byte[] state) throws GSSException {
      int id = next++;
      live.put(id, manager.createContext(state));
      return id;
    }

    int everywhere(GSSManager manager, byte[] state) throws GSSException {
      int id = ++last;
      live.put(id, manager.createContext(state));
      return id;
    }

    private long nextNumber() {
      return count.incrementAndGet();
    }

    long shared(GSSManager manager, byte[] state) throws GSSException {
      long id = nextNumber();
      more.put(id, manager.createContext(state));
      return id;
    }

    String asText(GSSManager manager, byte[] state) throws GSSException {
      String id = "context-" + count.getAndIncrement();
      named.put(id, manager.createContext(state));
      return id;
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      for (GSSContext context : more.values()) {
        context.dispose();
      }
      for (GSSContext context : named.values()) {
        context.dispose();
      }
    }
  }

  static class NotCountedBad {
    private final Map<Integer, GSSContext> live = new HashMap<>();
    private int current;

    void open(GSSManager manager, byte[] state) throws GSSException {
      // BUG: Diagnostic contains: is not released when open() drops it
      live.put(current, manager.createContext(state));
    }

    void turn() {
      current++;
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class NearestOk {
    private final TreeMap<String, GSSContext> live = new TreeMap<>();

    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      Map.Entry<String, GSSContext> nearest = live.floorEntry(id);
      if (nearest == null || !nearest.getKey().equals(id)) {
        live.put(id, manager.createContext(state));
      }
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class TwoQuestionsOk {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      if (!live.containsKey(id)) {
        live.put(id, manager.createContext(state));
      }
    }

    void close(String id) throws GSSException {
      GSSContext context = live.get(id);
      if (live.containsKey(id)) {
        live.remove(id);
        context.dispose();
      }
    }
  }
}
