import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Overloads {
  static abstract class Base {
    abstract GSSContext make(byte[] in) throws GSSException;

    void run(byte[] in) throws GSSException {
      GSSContext c = make(in);
      use(c);
    }

    void use(GSSContext c) throws GSSException {
      c.dispose();
    }
  }

  static class Leaky extends Base {
    @Override GSSContext make(byte[] in) throws GSSException {
      return GSSManager.getInstance().createContext(in);
    }

    @Override void use(GSSContext c) {
      System.out.println(c);
    }
  }

  static class Fine extends Base {
    @Override GSSContext make(byte[] in) throws GSSException {
      GSSContext c = GSSManager.getInstance().createContext(in);
      boolean isFine = false;
      try {
        c.acceptSecContext(in, 0, in.length);
        isFine = true;
        return c;
      } finally {
        if (!isFine) {
          super.use(c);
        }
      }
    }
  }

  void exactOk(byte[] in) throws GSSException {
    Fine f = new Fine();
    GSSContext c = f.make(in);
    f.use(c);
  }

  void exactBad(byte[] in) throws GSSException {
    Leaky f = new Leaky();
    GSSContext c = f.make(in);
    f.use(c);
  }
}
