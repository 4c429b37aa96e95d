package samples;

import static com.google.common.base.Preconditions.checkState;
import static samples.Prelude.*;

import org.ietf.jgss.*;

/** A precondition says that nothing is in the field. */
class Precondition {
  static class CheckedOk {
    private GSSContext context;

    void openOnce(GSSName peer) throws GSSException {
      checkState(context == null, "open already");
      context = GSS.createContext(peer, null, null, 0);
    }

    void close() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }
  }

  static class Unchecked {
    private GSSContext context;

    void openAgainBad(GSSName peer) throws GSSException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      context = GSS.createContext(peer, null, null, 0);
    }

    void close() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }
  }
}
