package samples;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Classes whose own state says whether they hold a context: what the state rules out is no path. */
class Phases {
  enum Phase { NEW, RUNNING, DONE }

  /** Only a new one acquires, and it is running then. */
  static class OnceOk {
    private final GSSManager manager;
    private Phase phase = Phase.NEW;
    private GSSContext context;

    OnceOk(GSSManager manager) {
      this.manager = manager;
    }

    byte[] next(byte[] token) throws GSSException {
      switch (phase) {
        case NEW:
          context = manager.createContext((GSSCredential) null);
          phase = Phase.RUNNING;
          // fall through
        case RUNNING:
          return context.acceptSecContext(token, 0, token.length);
        default:
          throw new IllegalStateException();
      }
    }

    void stop() throws GSSException {
      if (phase == Phase.RUNNING) {
        phase = Phase.DONE;
        context.dispose();
        context = null;
      }
    }
  }

  void runOk(GSSManager manager, byte[] token) throws GSSException {
    OnceOk once = new OnceOk(manager);
    try {
      once.next(token);
      once.next(token);
    } finally {
      once.stop();
    }
  }

  /** Somebody sets it back to new. */
  static class Again {
    private final GSSManager manager;
    private Phase phase = Phase.NEW;
    private GSSContext context;

    Again(GSSManager manager) {
      this.manager = manager;
    }

    byte[] nextBad(byte[] token) throws GSSException {
      if (phase == Phase.NEW) {
        // BUG: Diagnostic contains: is not released when nextBad() assigns it again
        context = manager.createContext((GSSCredential) null);
        phase = Phase.RUNNING;
      }
      return context.acceptSecContext(token, 0, token.length);
    }

    void restart() {
      phase = Phase.NEW;
    }

    void stop() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }
  }

  /** A number does as well. */
  static class CountedOk {
    private final GSSManager manager;
    private GSSContext context;
    private int calls;

    CountedOk(GSSManager manager) {
      this.manager = manager;
    }

    void open() throws GSSException {
      if (calls != 0) {
        return;
      }
      context = manager.createContext((GSSCredential) null);
      calls = 1;
    }

    void close() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }
  }
}
