package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** Who makes it owns it. */
class S15ConditionalOk {
  void serve(GSSCredential given) throws GSSException {
    GSSCredential used = given != null ? given : GSS.createCredential(GSSCredential.ACCEPT_ONLY);
    try {
      use(used);
    } finally {
      if (given == null) {
        used.dispose();
      }
    }
  }
}
