package samples;

import static samples.Prelude.*;

import java.util.HashMap;
import java.util.Map;
import org.ietf.jgss.*;

/** A loop over the keys of a map meets all its values; who asks for a key is told whether something is there. */
class ValuesByKey {
  private final Map<String, GSSContext> live = new HashMap<>();

  void openOk(String key, byte[] exported) throws GSSException {
    if (live.getOrDefault(key, null) == null) {
      live.put(key, GSS.createContext(exported));
    }
  }

  void close() throws GSSException {
    for (String key : live.keySet()) {
      live.get(key).dispose();
    }
    live.clear();
  }

  static class Tested {
    private final Map<String, GSSContext> live = new HashMap<>();

    void openOk(String key, byte[] exported) throws GSSException {
      if (!live.keySet().contains(key)) {
        live.put(key, GSS.createContext(exported));
      }
    }

    void close() throws GSSException {
      for (String key : live.keySet()) {
        GSSContext context = live.get(key);
        if (context != null) {
          context.dispose();
        }
      }
      live.clear();
    }
  }

  static class OtherMap {
    private final Map<String, GSSContext> live = new HashMap<>();
    private final Map<String, GSSContext> other = new HashMap<>();

    void openBad(String key, byte[] exported) throws GSSException {
      if (!other.keySet().contains(key)) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        live.put(key, GSS.createContext(exported));
      }
    }

    void close() throws GSSException {
      for (GSSContext context : live.values()) {
        context.dispose();
      }
      live.clear();
    }
  }

  static class NotAll {
    private final Map<String, GSSContext> live = new HashMap<>();

    void open(String key, byte[] exported) throws GSSException {
      if (!live.containsKey(key)) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        live.put(key, GSS.createContext(exported));
      }
    }

    void closeBad() throws GSSException {
      for (String key : live.keySet()) {
        if (!key.isEmpty()) {
          live.get(key).dispose();
        }
      }
      live.clear();
    }
  }

  void localOk(String key, byte[] exported) throws GSSException {
    Map<String, GSSContext> all = new HashMap<>();
    all.put(key, GSS.createContext(exported));
    for (String each : all.keySet()) {
      all.get(each).dispose();
    }
  }

  void localBad(String key, byte[] exported) throws GSSException {
    Map<String, GSSContext> all = new HashMap<>();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    all.put(key, GSS.createContext(exported));
    for (String each : all.keySet()) {
      System.out.println(all.get(each).getMech());
    }
  }
}
