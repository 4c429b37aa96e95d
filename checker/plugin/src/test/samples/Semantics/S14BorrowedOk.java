package samples;

import static samples.Prelude.*;

import org.ietf.jgss.*;

/** Credentials of a parameter belong to somebody else. */
class S14BorrowedOk {
  byte[] token(GSSName peer, GSSCredential lent) throws GSSException {
    GSSContext context = GSS.createContext(peer, null, lent, 0);
    try {
      return context.initSecContext(new byte[0], 0, 0);
    } finally {
      context.dispose();
    }
  }
}
