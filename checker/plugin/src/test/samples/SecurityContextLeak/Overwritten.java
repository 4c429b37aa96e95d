package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** Assigned again while it is live. */
class Overwritten {
  void renegotiateBad(GSSName peer) throws GSSException {
    // BUG: Diagnostic contains: security context 'context' is not released
    GSSContext context = GSS.createContext(peer, null, null, 0);
    use(context);
    context = GSS.createContext(peer, null, null, 0);
    context.dispose();
  }

  void renegotiateOk(GSSName peer) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, null, 0);
    use(context);
    context.dispose();
    context = GSS.createContext(peer, null, null, 0);
    context.dispose();
  }
}
