package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** A method that answers a live context is itself an acquisition. */
class Factory {
  private GSSContext open(GSSName peer) throws GSSException {
    return GSS.createContext(peer, null, null, 0);
  }

  private GSSContext begun(GSSName peer) throws GSSException {
    // BUG: Diagnostic contains: is not released when GSSContext.initSecContext() throws
    GSSContext context = GSS.createContext(peer, null, null, 0);
    context.initSecContext(new byte[0], 0, 0);
    return context;
  }

  void callerBad(GSSName peer) throws GSSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    GSSContext context = open(peer);
    use(context.getMech());
  }

  void callerOk(GSSName peer) throws GSSException {
    GSSContext context = begun(peer);
    try {
      use(context);
    } finally {
      context.dispose();
    }
  }
}
