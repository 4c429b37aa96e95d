package samples;

import static samples.Prelude.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ietf.jgss.*;

/** What iterators, views and functions take out of a container that the object empties at its end. */
class RemovedByIterator {
  private final List<GSSContext> open = new ArrayList<>();

  void add(byte[] exported) throws GSSException {
    // BUG: Diagnostic contains: is not released when dropBad() drops it
    open.add(GSS.createContext(exported));
  }

  void dropBad() {
    for (Iterator<GSSContext> left = open.iterator(); left.hasNext();) {
      if (!left.next().isEstablished()) {
        left.remove();
      }
    }
  }

  void close() throws GSSException {
    for (GSSContext context : open) {
      context.dispose();
    }
    open.clear();
  }

  static class Kept {
    private final List<GSSContext> open = new ArrayList<>();

    void add(byte[] exported) throws GSSException {
      open.add(GSS.createContext(exported));
    }

    void dropOk() throws GSSException {
      for (Iterator<GSSContext> left = open.iterator(); left.hasNext();) {
        GSSContext context = left.next();
        if (!context.isEstablished()) {
          left.remove();
          context.dispose();
        }
      }
    }

    void dropReleasedOk() throws GSSException {
      Iterator<GSSContext> left = open.iterator();
      while (left.hasNext()) {
        GSSContext context = left.next();
        context.dispose();
        left.remove();
      }
    }

    void close() throws GSSException {
      for (GSSContext context : open) {
        context.dispose();
      }
      open.clear();
    }
  }

  static class Values {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(String key, byte[] exported) throws GSSException {
      if (!live.containsKey(key)) {
        // BUG: Diagnostic contains: is not released when sweepBad() drops it
        live.put(key, GSS.createContext(exported));
      }
    }

    void sweepBad() {
      live.values().removeIf(c -> !c.isEstablished());
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class ValuesDisposed {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(String key, byte[] exported) throws GSSException {
      if (!live.containsKey(key)) {
        live.put(key, GSS.createContext(exported));
      }
    }

    void sweepOk() {
      live.values().removeIf(c -> {
        if (c.isEstablished()) {
          return false;
        }
        try {
          c.dispose();
        } catch (GSSException e) {
          System.err.println(e);
        }
        return true;
      });
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class Keys {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(String key, byte[] exported) throws GSSException {
      if (!live.containsKey(key)) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        live.put(key, GSS.createContext(exported));
      }
    }

    void sweepBad(Set<String> kept) {
      live.keySet().retainAll(kept);
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class KeyRemoved {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(String key, byte[] exported) throws GSSException {
      if (!live.containsKey(key)) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        live.put(key, GSS.createContext(exported));
      }
    }

    void sweepBad(String key) {
      live.keySet().remove(key);
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class KeysCleared {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(String key, byte[] exported) throws GSSException {
      if (!live.containsKey(key)) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        live.put(key, GSS.createContext(exported));
      }
    }

    void sweepBad() {
      live.keySet().clear();
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class ValuesCleared {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(String key, byte[] exported) throws GSSException {
      if (!live.containsKey(key)) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        live.put(key, GSS.createContext(exported));
      }
    }

    void sweepBad() {
      live.values().clear();
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.values().clear();
    }
  }

  static class EntriesRemoved {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(String key, byte[] exported) throws GSSException {
      if (!live.containsKey(key)) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        live.put(key, GSS.createContext(exported));
      }
    }

    void sweepBad(String start) {
      for (Iterator<Map.Entry<String, GSSContext>> left = live.entrySet().iterator(); left.hasNext();) {
        if (left.next().getKey().startsWith(start)) {
          left.remove();
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

  static class EntriesDisposed {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(String key, byte[] exported) throws GSSException {
      if (!live.containsKey(key)) {
        live.put(key, GSS.createContext(exported));
      }
    }

    void sweepOk(String start) throws GSSException {
      for (Iterator<Map.Entry<String, GSSContext>> left = live.entrySet().iterator(); left.hasNext();) {
        Map.Entry<String, GSSContext> each = left.next();
        if (each.getKey().startsWith(start)) {
          each.getValue().dispose();
          left.remove();
        }
      }
    }

    void sweepKeysOk(String start) throws GSSException {
      for (Iterator<String> left = live.keySet().iterator(); left.hasNext();) {
        String key = left.next();
        if (key.startsWith(start)) {
          live.get(key).dispose();
          left.remove();
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

  static class EntriesRemovedIf {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(String key, byte[] exported) throws GSSException {
      if (!live.containsKey(key)) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        live.put(key, GSS.createContext(exported));
      }
    }

    void sweepBad(String start) {
      live.entrySet().removeIf(e -> e.getKey().startsWith(start));
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class Computed {
    private final Map<String, GSSContext> live = new HashMap<>();

    void openBad(String key, GSSContext next) {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      live.compute(key, (k, old) -> fresh());
    }

    private static GSSContext fresh() {
      try {
        return GSS.createContext((GSSCredential) null);
      } catch (GSSException e) {
        throw new IllegalStateException(e);
      }
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class ComputedWhereMissing {
    private final Map<String, GSSContext> live = new HashMap<>();

    void openOk(String key) {
      live.compute(key, (k, old) -> old == null ? fresh() : old);
    }

    private static GSSContext fresh() {
      try {
        return GSS.createContext((GSSCredential) null);
      } catch (GSSException e) {
        throw new IllegalStateException(e);
      }
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }
}
