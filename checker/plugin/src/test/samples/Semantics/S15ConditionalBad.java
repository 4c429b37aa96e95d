package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

class S15ConditionalBad {
  void serve(GSSCredential given) throws GSSException {
    GSSCredential used = given;
    if (used == null) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      used = GSS.createCredential(GSSCredential.ACCEPT_ONLY);
    }
    try {
      use(used);
    } finally {
      if (given != null) {
        used.dispose();
      }
    }
  }
}
