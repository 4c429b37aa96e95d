import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Deep {
  private int n;

  void labelledOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    block: {
      if (n == 1) {
        break block;
      }
      n++;
    }
    c.dispose();
  }

  int compoundOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    int[] a = new int[3];
    a[n++] += 2;
    n <<= a[--n] + (n > 1 ? 2 : 3);
    long l = n & 3L;
    c.dispose();
    return (int) l;
  }

  void unreachableOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    while (true) {
      if (n++ > 5) {
        c.dispose();
        return;
      }
    }
  }

  void finalConstantOk(GSSManager m, byte[] in) throws GSSException {
    final boolean debug = false;
    GSSContext c = m.createContext(in);
    if (debug) {
      return;
    }
    c.dispose();
  }

  void nullOutBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    if (n > 3) {
      c = null;
    }
    if (c != null) {
      c.dispose();
    }
  }

  void aliasOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext a = m.createContext(in);
    GSSContext b = a;
    a = null;
    b.dispose();
  }

  void assignInConditionOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c;
    if ((c = m.createContext(in)) != null) {
      c.dispose();
    }
  }

  void exitBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    if (n > 3) {
      System.exit(1);
    }
    if (n > 2) {
      return;
    }
    c.dispose();
  }
}
