import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Generics {
  interface Maker<T> {
    T make(byte[] in) throws GSSException;

    default T twice(byte[] in) throws GSSException {
      make(in);
      return make(in);
    }
  }

  static final class Contexts implements Maker<GSSContext> {
    @Override public GSSContext make(byte[] in) throws GSSException {
      return GSSManager.getInstance().createContext(in);
    }
  }

  static <T extends GSSContext> T pass(T context) {
    return context;
  }

  void bridgeBad(byte[] in) throws GSSException {
    Maker<GSSContext> maker = new Contexts();
    GSSContext c = maker.make(in);
    c.acceptSecContext(in, 0, in.length);
  }

  void bridgeOk(byte[] in) throws GSSException {
    GSSContext c = new Contexts().make(in);
    pass(c).dispose();
  }

  void dropsOneBad(byte[] in) throws GSSException {
    new Contexts().twice(in).dispose();
  }

  @SafeVarargs static <T extends GSSContext> void disposeAll(T... all) throws GSSException {
    for (T one : all) {
      one.dispose();
    }
  }

  void varargsOk(GSSManager m, byte[] in) throws GSSException {
    disposeAll(m.createContext(in), m.createContext(in));
  }
}
