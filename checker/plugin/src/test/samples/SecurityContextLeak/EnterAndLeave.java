package samples;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Two private methods around a field: what is entered is left. */
class EnterAndLeave {
  static class PairOk {
    private GSSContext context;

    private void enter(GSSManager manager, byte[] state) throws GSSException {
      context = manager.createContext(state);
    }

    private void leave() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }

    byte[] work(GSSManager manager, byte[] state, byte[] token) throws GSSException {
      enter(manager, state);
      try {
        return context.initSecContext(token, 0, token.length);
      } finally {
        leave();
      }
    }

    void workAgain(GSSManager manager, byte[] state) throws GSSException {
      enter(manager, state);
      try {
        context.requestConf(true);
      } finally {
        leave();
      }
    }
  }

  static class PairBad {
    private GSSContext context;

    private void enter(GSSManager manager, byte[] state) throws GSSException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      context = manager.createContext(state);
    }

    private void leave() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }

    byte[] work(GSSManager manager, byte[] state, byte[] token) throws GSSException {
      enter(manager, state);
      byte[] answer = context.initSecContext(token, 0, token.length);
      leave();
      return answer;
    }
  }
}
