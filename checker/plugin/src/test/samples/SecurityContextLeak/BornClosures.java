package samples;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Closures that an object has from its constructor on are known in its methods. */
class BornClosures {
  interface Maker {
    GSSContext make() throws GSSException;
  }

  static class Making {
    private final Maker maker;

    Making(GSSManager manager, byte[] state) {
      maker = () -> manager.createContext(state);
    }

    byte[] startBad(byte[] token) throws GSSException {
      // BUG: Diagnostic contains: security context 'context' is not released when GSSContext.initSecContext() throws
      GSSContext context = maker.make();
      byte[] answer = context.initSecContext(token, 0, token.length);
      context.dispose();
      return answer;
    }

    byte[] startOk(byte[] token) throws GSSException {
      GSSContext context = maker.make();
      try {
        return context.initSecContext(token, 0, token.length);
      } finally {
        context.dispose();
      }
    }
  }

  static class Lending {
    private final Maker maker;

    Lending(GSSContext one) {
      maker = () -> one;
    }

    byte[] startOk(byte[] token) throws GSSException {
      return maker.make().initSecContext(token, 0, token.length);
    }
  }

  static final class Registry<K, V> {
    private final Map<K, V> values = new HashMap<>();
    private final Consumer<V> end;

    Registry(Consumer<V> end) {
      this.end = end;
    }

    void put(K key, V value) {
      V old = values.put(key, value);
      if (old != null) {
        end.accept(old);
      }
    }

    void remove(K key) {
      V old = values.remove(key);
      if (old != null) {
        end.accept(old);
      }
    }
  }

  static class EndingOk {
    private final Registry<String, GSSContext> registry = new Registry<>(BornClosures::quietly);

    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      registry.put(id, manager.createContext(state));
    }

    void close(String id) {
      registry.remove(id);
    }
  }

  static class EndingBad {
    private final Registry<String, GSSContext> registry = new Registry<>(System.out::println);

    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      // BUG: Diagnostic contains: kept in field 'registry.values'
      registry.put(id, manager.createContext(state));
    }

    void close(String id) {
      registry.remove(id);
    }
  }

  static class ListenedOk {
    private final Cache<String, GSSContext> cache = Caffeine.newBuilder().maximumSize(9)
        .removalListener((String key, GSSContext context, RemovalCause cause) -> quietly(context)).build();

    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      cache.put(id, manager.createContext(state));
    }
  }

  static class UnheardBad {
    private final Cache<String, GSSContext> cache = Caffeine.newBuilder().maximumSize(9).build();

    void open(GSSManager manager, String id, byte[] state) throws GSSException {
      // BUG: Diagnostic contains: kept in field 'cache'
      cache.put(id, manager.createContext(state));
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
