package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** A credential that is disposed under a live context. */
class Plain {
  void underBad(GSSName peer) throws GSSException {
    GSSCredential mine = GSS.createCredential(GSSCredential.INITIATE_ONLY);
    try {
      GSSContext context = GSS.createContext(peer, null, mine, 0);
      try {
        // BUG: Diagnostic contains: is still alive when GSSCredential.dispose()
        mine.dispose();
      } finally {
        context.dispose();
      }
    } finally {
      mine.dispose();
    }
  }
}
