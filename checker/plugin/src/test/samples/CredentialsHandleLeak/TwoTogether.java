package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** Two fields that are filled and emptied together: whether the one is empty says whether the other is. */
class TwoTogether {
  static class GuardedOk {
    private GSSCredential credential;
    private GSSContext context;

    void connect() throws GSSException {
      if (context != null) {
        return;
      }
      GSSCredential acquired = GSS.createCredential(GSSCredential.ACCEPT_ONLY);
      try {
        context = GSS.createContext(acquired);
      } catch (GSSException e) {
        acquired.dispose();
        throw e;
      }
      credential = acquired;
    }

    void disconnect() throws GSSException {
      if (context == null) {
        return;
      }
      try {
        context.dispose();
      } finally {
        context = null;
        credential.dispose();
        credential = null;
      }
    }
  }

  static class LeftBehind {
    private GSSCredential credential;
    private GSSContext context;

    void connectBad() throws GSSException {
      if (context != null) {
        return;
      }
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      credential = GSS.createCredential(GSSCredential.ACCEPT_ONLY);
      context = GSS.createContext(credential);
    }

    void disconnect() throws GSSException {
      if (context == null) {
        return;
      }
      try {
        context.dispose();
      } finally {
        context = null;
        credential.dispose();
        credential = null;
      }
    }
  }
}
