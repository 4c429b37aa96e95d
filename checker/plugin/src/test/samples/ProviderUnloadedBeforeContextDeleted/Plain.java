package samples;

import static samples.Prelude.*;

import java.security.Security;
import org.ietf.jgss.*;

/** A provider of the JCA that goes away under a live context. */
class Plain {
  void goneBad(GSSName peer) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, null, 0);
    // BUG: Diagnostic contains: takes its provider away
    Security.removeProvider("SunJGSS");
    context.dispose();
  }

  void goneOk(GSSName peer) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, null, 0);
    context.dispose();
    Security.removeProvider("SunJGSS");
  }

  void otherProviderOk(GSSName peer) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, null, 0);
    Security.removeProvider("SunEC");
    context.dispose();
  }
}
