package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** The release stands behind the condition that the acquisition stands behind. */
class CorrelatedFlag {
  void flagOk(GSSName peer, boolean isRemote) throws GSSException {
    GSSContext context = null;
    if (isRemote) {
      context = GSS.createContext(peer, null, null, 0);
    }
    use(peer);
    if (isRemote) {
      context.dispose();
    }
  }

  void flagBad(GSSName peer, boolean isRemote, boolean isLast) throws GSSException {
    GSSContext context = null;
    if (isRemote) {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      context = GSS.createContext(peer, null, null, 0);
    }
    use(peer);
    if (isRemote && isLast) {
      context.dispose();
    }
  }
}
