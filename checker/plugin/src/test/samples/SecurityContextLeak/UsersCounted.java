package samples;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** The first user opens and the last one releases: while a context is live, the counter is above zero. */
class UsersCounted {
  static class CountedOk {
    private GSSContext context;
    private int users;

    void enter(GSSManager manager) throws GSSException {
      if (users == 0) {
        context = manager.createContext((GSSCredential) null);
      }
      users++;
    }

    void leave() throws GSSException {
      users--;
      if (users == 0) {
        context.dispose();
        context = null;
      }
    }
  }

  static class ForgottenBad {
    private GSSContext context;
    private int users;

    void enter(GSSManager manager) throws GSSException {
      if (users == 0) {
        // BUG: Diagnostic contains: is not released when enter() assigns it again
        context = manager.createContext((GSSCredential) null);
      }
      users++;
    }

    void reset() {
      users = 0;
    }

    void leave() throws GSSException {
      users--;
      if (users == 0) {
        context.dispose();
        context = null;
      }
    }
  }
}
