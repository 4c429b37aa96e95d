package samples;

import java.util.HashMap;
import java.util.Map;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;

/** What begins in a closure begins for the caller of the method that runs it and answers what it made. */
class RunByMethod {
  interface Action<T> {
    T run() throws GSSException;
  }

  private static final Map<String, Object> CACHE = new HashMap<>();
  private GSSContext held;

  static <T> T retry(Action<T> action) throws GSSException {
    for (int tries = 0; ; tries++) {
      try {
        return action.run();
      } catch (GSSException e) {
        if (tries == 3) {
          throw e;
        }
      }
    }
  }

  void lambdaBad(GSSManager manager, GSSName peer) throws GSSException {
    // BUG: Diagnostic contains: security context 'context' is not released
    GSSContext context = retry(() -> manager.createContext(peer, null, null, 0));
    context.initSecContext(new byte[0], 0, 0);
  }

  void referenceBad() throws GSSException {
    // BUG: Diagnostic contains: security context 'context' is not released
    GSSContext context = retry(this::make);
    context.getSrcName();
  }

  private GSSContext make() throws GSSException {
    return Prelude.GSS.createContext((GSSCredential) null);
  }

  void releasedOk(GSSManager manager, GSSName peer) throws GSSException {
    GSSContext context = retry(() -> manager.createContext(peer, null, null, 0));
    try {
      context.initSecContext(new byte[0], 0, 0);
    } finally {
      context.dispose();
    }
  }

  GSSContext returnedOk() throws GSSException {
    return retry(this::make);
  }

  void heldOk() throws GSSException {
    if (held == null) {
      held = retry(this::make);
    }
  }

  void close() throws GSSException {
    if (held != null) {
      held.dispose();
      held = null;
    }
  }

  static Object cached(String key, Action<?> action) throws GSSException {
    Object known = CACHE.get(key);
    if (known == null) {
      known = action.run();
      CACHE.put(key, known);
    }
    return known;
  }

  void cachedOk() throws GSSException {
    GSSContext context = (GSSContext) cached("x", this::make);
    context.getSrcName();
  }

  static boolean isAnswered(Action<GSSContext> action) {
    GSSContext context = null;
    try {
      context = action.run();
      return context.isEstablished();
    } catch (GSSException e) {
      return false;
    } finally {
      release(context);
    }
  }

  boolean releasedByTheMethodOk() {
    return isAnswered(this::make);
  }

  private static void release(GSSContext context) {
    try {
      if (context != null) {
        context.dispose();
      }
    } catch (GSSException e) {
      System.err.println(e);
    }
  }
}
