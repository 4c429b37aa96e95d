package samples;

import java.util.HashMap;
import java.util.Map;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Keys of maps and of entries hold what they are, as values do. */
class KeysAndEntries {
  static Map.Entry<GSSContext, byte[]> entryOk(GSSManager manager, byte[] state) throws GSSException {
    GSSContext context = manager.createContext(state);
    return Map.entry(context, state);
  }

  int useOfEntryOk(GSSManager manager, byte[] state) throws GSSException {
    Map.Entry<GSSContext, byte[]> entry = entryOk(manager, state);
    try {
      return entry.getValue().length;
    } finally {
      entry.getKey().dispose();
    }
  }

  int useOfEntryBad(GSSManager manager, byte[] state) throws GSSException {
    // BUG: Diagnostic contains: is not released when the method returns
    Map.Entry<GSSContext, byte[]> entry = entryOk(manager, state);
    return entry.getValue().length;
  }

  void keysOk(GSSManager manager, byte[] state) throws GSSException {
    Map<GSSContext, String> names = new HashMap<>();
    names.put(manager.createContext(state), "one");
    for (GSSContext context : names.keySet()) {
      context.dispose();
    }
  }

  void entriesOk(GSSManager manager, byte[] state) throws GSSException {
    Map<GSSContext, String> names = new HashMap<>();
    names.put(manager.createContext(state), "one");
    for (Map.Entry<GSSContext, String> entry : names.entrySet()) {
      entry.getKey().dispose();
    }
  }

  void valuesBad(GSSManager manager, byte[] state) throws GSSException {
    Map<GSSContext, GSSContext> pairs = new HashMap<>();
    // BUG: Diagnostic contains: is not released
    pairs.put(manager.createContext(state), null);
    for (GSSContext context : pairs.values()) {
      context.dispose();
    }
  }

  static class KeyedByContextOk {
    private final Map<GSSContext, String> names = new HashMap<>();

    void open(GSSManager manager, String name, byte[] state) throws GSSException {
      GSSContext context = manager.createContext(state);
      names.put(context, name);
    }

    void close() throws GSSException {
      for (GSSContext context : names.keySet()) {
        context.dispose();
      }
      names.clear();
    }
  }

  static class KeyedByContextBad {
    private final Map<GSSContext, String> names = new HashMap<>();

    void open(GSSManager manager, String name, byte[] state) throws GSSException {
      // BUG: Diagnostic contains: is kept in field 'names' and no method of KeyedByContextBad releases it
      GSSContext context = manager.createContext(state);
      names.put(context, name);
    }
  }

  static class RegistryOk extends HashMap<String, GSSContext> {
    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      GSSContext old = put(id, manager.createContext(state));
      if (old != null) {
        old.dispose();
      }
    }

    void shut() throws GSSException {
      for (GSSContext context : values()) {
        context.dispose();
      }
      clear();
    }
  }

  static class RegistryBad extends HashMap<String, GSSContext> {
    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      // BUG: Diagnostic contains: kept in 'this' is not released when forget() drops it
      GSSContext old = put(id, manager.createContext(state));
      if (old != null) {
        old.dispose();
      }
    }

    void forget() {
      clear();
    }
  }
}
