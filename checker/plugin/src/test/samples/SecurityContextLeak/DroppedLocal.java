package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** The plain case: a local that nobody disposes. */
class DroppedLocal {
  byte[] neverDisposedBad(GSSName peer) throws GSSException {
    // BUG: Diagnostic contains: is not released when the method returns
    GSSContext context = GSS.createContext(peer, null, null, 0);
    byte[] token = new byte[] {(byte) (context.isEstablished() ? 1 : 0)};
    return token;
  }

  void lastStatementBad(GSSName peer, byte[] in) throws GSSException {
    // BUG: Diagnostic contains: is not released when GSSContext.initSecContext() throws GSSException
    GSSContext context = GSS.createContext(peer, null, null, 0);
    context.initSecContext(in, 0, in.length);
    context.dispose();
  }

  void finallyOk(GSSName peer, byte[] in) throws GSSException {
    GSSContext context = null;
    try {
      context = GSS.createContext(peer, null, null, 0);
      context.initSecContext(in, 0, in.length);
    } finally {
      if (context != null) {
        context.dispose();
      }
    }
  }
}
