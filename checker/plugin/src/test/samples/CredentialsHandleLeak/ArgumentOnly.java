package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** A credential that is made only to be an argument of createContext, which does not take it over. */
class ArgumentOnly {
  void inlineBad(GSSName peer) throws GSSException {
    GSSContext context = GSS.createContext(peer, null,
        // BUG: Diagnostic contains: GSS credential is not released
        GSS.createCredential(GSSCredential.INITIATE_ONLY), 0);
    context.dispose();
  }

  void namedBad(GSSName peer) throws GSSException {
    // BUG: Diagnostic contains: GSS credential 'mine' is not released
    GSSCredential mine = GSS.createCredential(GSSCredential.INITIATE_ONLY);
    GSSContext context = GSS.createContext(peer, null, mine, 0);
    context.dispose();
  }

  void chainOk(GSSName peer) throws GSSException {
    GSSCredential mine = GSS.createCredential(GSSCredential.INITIATE_ONLY);
    try {
      GSS.createContext(peer, null, mine, 0).dispose();
    } finally {
      mine.dispose();
    }
  }
}
