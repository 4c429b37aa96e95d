package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** A getter that hands out ownership. */
class S18DelegatedOk {
  void onBehalf(GSSContext client) throws GSSException {
    GSSCredential delegated = client.getDelegCred();
    try {
      use(delegated);
    } finally {
      if (delegated != null) {
        delegated.dispose();
      }
    }
  }
}
