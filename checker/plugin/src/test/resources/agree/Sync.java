import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Sync {
  private final Object lock = new Object();
  private int count;

  void synchronizedBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    synchronized (lock) {
      if (count++ > 3) {
        return;
      }
      c.acceptSecContext(in, 0, in.length);
    }
    c.dispose();
  }

  synchronized void wholeOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    synchronized (this) {
      c.dispose();
    }
  }

  void assertedOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    assert in.length > 2 : "short";
    c.dispose();
  }
}
