package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** A helper frees the credentials while the caller's context lives. */
class InHelper {
  private static void free(GSSCredential cred) throws GSSException {
    cred.dispose();
  }

  void helperBad(GSSName peer, GSSCredential cred) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, cred, 0);
    // BUG: Diagnostic contains: [ReleaseOrder]
    free(cred);
    context.dispose();
  }

  private static GSSContext open(GSSName peer, GSSCredential cred) throws GSSException {
    return GSS.createContext(peer, null, cred, 0);
  }

  /** The helper does what it is there for: each caller with a live context is wrong. */
  void helpersBad(GSSName peer, GSSCredential cred) throws GSSException {
    GSSContext context = open(peer, cred);
    // BUG: Diagnostic contains: [ReleaseOrder]
    free(cred);
    context.dispose();
  }

  void helperOk(GSSName peer, GSSCredential cred) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, cred, 0);
    context.dispose();
    free(cred);
  }

  /** The context is known to nobody but the caller. */
  static class Session {
    private GSSCredential cred;

    private void end() throws GSSException {
      cred.dispose();
    }

    void sessionBad(GSSName peer) throws GSSException {
      GSSContext context = GSS.createContext(peer, null, cred, 0);
      // BUG: Diagnostic contains: [ReleaseOrder]
      end();
      context.dispose();
    }

    void sessionOk(GSSName peer) throws GSSException {
      GSSContext context = GSS.createContext(peer, null, cred, 0);
      context.dispose();
      end();
    }
  }
}
