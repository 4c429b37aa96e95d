import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Misuses {
  void twiceBad(GSSManager m, byte[] in) throws GSSException {
    GSSCredential c = m.createCredential(0);
    c.dispose();
    c.dispose();
  }

  void afterBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    c.dispose();
    c.wrap(in, 0, in.length, null);
  }

  void orderBad(GSSManager m, byte[] in, GSSName peer, Oid oid) throws GSSException {
    GSSCredential k = m.createCredential(0);
    GSSContext c = m.createContext(peer, oid, k, 0);
    k.dispose();
    c.dispose();
  }

  void finallyTwiceBad(GSSManager m, byte[] in) throws GSSException {
    GSSCredential c = m.createCredential(0);
    try {
      c.dispose();
    } finally {
      c.dispose();
    }
  }

  void helperTwiceBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    drop(c);
    c.wrap(in, 0, 1, null);
  }

  private void drop(GSSContext c) throws GSSException {
    c.dispose();
  }
}
