package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

class S16NestedBad {
  void serve() throws GSSException {
    GSSContext context = GSS.createContext(
        // BUG: Diagnostic contains: [CredentialsHandleLeak] GSS credential is not released
        GSS.createCredential(GSSCredential.ACCEPT_ONLY));
    try {
      use(context);
    } finally {
      context.dispose();
    }
  }
}
