import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Nested {
  private GSSContext context;
  private final GSSManager manager = GSSManager.getInstance();

  class Inner {
    void open(byte[] in) throws GSSException {
      context = manager.createContext(in);
    }

    void shut() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }

    private GSSContext make(byte[] in) throws GSSException {
      return manager.createContext(in);
    }
  }

  static class Holder {
    private GSSContext held;

    private Holder(GSSContext held) {
      this.held = held;
    }

    private void close() throws GSSException {
      held.dispose();
    }
  }

  void viaInnerBad(byte[] in) throws GSSException {
    Inner inner = new Inner();
    GSSContext c = inner.make(in);
    c.acceptSecContext(in, 0, in.length);
  }

  void viaInnerOk(byte[] in) throws GSSException {
    GSSContext c = new Inner().make(in);
    c.dispose();
  }

  void privateConstructorOk(byte[] in) throws GSSException {
    Holder h = new Holder(manager.createContext(in));
    h.close();
  }

  void privateConstructorBad(byte[] in) throws GSSException {
    Holder h = new Holder(manager.createContext(in));
    System.out.println(h.held.isEstablished());
  }
}
