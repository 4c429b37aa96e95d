import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

class Finally {
  boolean returnInTryBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    boolean done = false;
    try {
      c.acceptSecContext(in, 0, in.length);
      done = c.isEstablished();
      return done;
    } finally {
      if (done) {
        c.dispose();
      }
    }
  }

  boolean nestedOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = null;
    GSSContext d = null;
    try {
      c = m.createContext(in);
      try {
        d = m.createContext(in);
        return d.isEstablished();
      } finally {
        if (d != null) {
          d.dispose();
        }
      }
    } finally {
      if (c != null) {
        c.dispose();
      }
    }
  }

  int loopWithBreakBad(GSSManager m, byte[][] all) throws GSSException {
    int n = 0;
    outer:
    for (byte[] in : all) {
      GSSContext c = m.createContext(in);
      try {
        if (in.length == 3) {
          continue outer;
        }
        n++;
      } finally {
        if (n > 2) {
          break outer;
        }
        c.dispose();
      }
    }
    return n;
  }

  @SuppressWarnings("finally")
  int swallowOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    try {
      c.acceptSecContext(in, 0, in.length);
    } finally {
      c.dispose();
      return 1;
    }
  }
}
