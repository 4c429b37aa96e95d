import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Initializers {
  static final GSSContext SHARED;
  static GSSCredential credential = credential();
  private final GSSContext own;
  private GSSContext late;

  static {
    GSSContext c = null;
    try {
      c = GSSManager.getInstance().createContext((GSSCredential) null);
    } catch (GSSException e) {
      System.err.println(e);
    }
    SHARED = c;
  }

  {
    try {
      late = GSSManager.getInstance().createContext(new byte[1]);
    } catch (GSSException e) {
      late = null;
    }
  }

  Initializers(byte[] in) throws GSSException {
    own = GSSManager.getInstance().createContext(in);
    own.acceptSecContext(in, 0, in.length);
  }

  Initializers() throws GSSException {
    this(new byte[3]);
  }

  private static GSSCredential credential() {
    try {
      return GSSManager.getInstance().createCredential(0);
    } catch (GSSException e) {
      return null;
    }
  }

  void close() throws GSSException {
    own.dispose();
  }
}
