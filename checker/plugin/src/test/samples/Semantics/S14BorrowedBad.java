package samples;

import static samples.Prelude.*;

import javax.security.auth.Subject;
import org.ietf.jgss.*;

class S14BorrowedBad {
  byte[] token(GSSName peer, Subject user) throws GSSException {
    GSSCredential lent = user.getPrivateCredentials(GSSCredential.class).iterator().next();
    GSSContext context = GSS.createContext(peer, null, lent, 0);
    try {
      return context.initSecContext(new byte[0], 0, 0);
    } finally {
      try {
        context.dispose();
      } finally {
        // BUG: Diagnostic contains: [DoubleRelease]
        lent.dispose();
      }
    }
  }
}
