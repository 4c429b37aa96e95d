package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

class S25ChainBad {
  void end(GSSContext context) {
    try {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      GSSCredential mine = GSS.createCredential(GSSCredential.INITIATE_ONLY);
      context.dispose();
      mine.dispose();
    } catch (GSSException e) {
      use(e);
    }
  }
}
