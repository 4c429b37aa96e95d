package samples;

import static samples.Prelude.*;

import java.util.concurrent.atomic.AtomicReference;
import org.ietf.jgss.*;

/** Contexts that a reference or the like holds: the code comes to them by its getter. */
class InCells {
  static class Kept {
    private final AtomicReference<GSSContext> ref = new AtomicReference<>();

    void openBad(GSSName peer) throws GSSException {
      // BUG: Diagnostic contains: is kept in field 'ref' and no method of Kept releases it; add one that calls ref.get().dispose()
      ref.set(GSS.createContext(peer, null, null, 0));
    }

    boolean isOpen() {
      return ref.get().isEstablished();
    }
  }

  static class OfThread {
    private final ThreadLocal<GSSContext> local = new ThreadLocal<>();

    void openBad(GSSName peer) throws GSSException {
      // BUG: Diagnostic contains: is kept in field 'local' and no method of OfThread releases it; add one that calls local.get().dispose()
      local.set(GSS.createContext(peer, null, null, 0));
    }

    boolean isOpen() {
      return local.get().isEstablished();
    }
  }

  static class Refilled {
    private final AtomicReference<GSSContext> ref = new AtomicReference<>();

    void openBad(GSSName peer) throws GSSException {
      // BUG: Diagnostic contains: kept in field 'ref' is not released when openBad() loses it (line 41); call ref.get().dispose() first
      ref.set(GSS.createContext(peer, null, null, 0));
    }

    void close() throws GSSException {
      GSSContext last = ref.getAndSet(null);
      if (last != null) {
        last.dispose();
      }
    }
  }

  boolean localBad(GSSName peer) throws GSSException {
    AtomicReference<GSSContext> ref = new AtomicReference<>();
    // BUG: Diagnostic contains: call ref.get().dispose()
    ref.set(GSS.createContext(peer, null, null, 0));
    return ref.get().isEstablished();
  }
}
