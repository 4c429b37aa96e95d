package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

class S18DelegatedBad {
  String onBehalf(GSSContext client) throws GSSException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    GSSCredential delegated = client.getDelegCred();
    return delegated == null ? "nobody" : delegated.getName().toString();
  }
}
