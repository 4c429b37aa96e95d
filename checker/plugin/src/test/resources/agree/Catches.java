import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

import java.io.IOException;

class Catches {
  void multiOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    try {
      c.acceptSecContext(in, 0, in.length);
      write(in);
    } catch (GSSException | IOException e) {
      c.dispose();
      return;
    }
    c.dispose();
  }

  void oneOfTwoBad(GSSManager m, byte[] in) throws GSSException, IOException {
    GSSContext c = m.createContext(in);
    try {
      c.acceptSecContext(in, 0, in.length);
      write(in);
    } catch (GSSException e) {
      c.dispose();
      throw e;
    }
    c.dispose();
  }

  void runtimeBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    if (in.length == 0) {
      throw new IllegalArgumentException("empty");
    }
    c.dispose();
  }

  void rethrowOk(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    try {
      check(in);
    } catch (RuntimeException | Error e) {
      c.dispose();
      throw e;
    }
    c.dispose();
  }

  void calleeThrowsBad(GSSManager m, byte[] in) throws GSSException {
    GSSContext c = m.createContext(in);
    check(in);
    c.dispose();
  }

  void swallowBad(GSSManager m, byte[] in) {
    try {
      GSSContext c = m.createContext(in);
      c.acceptSecContext(in, 0, in.length);
      c.dispose();
    } catch (GSSException e) {
      System.err.println("no " + e.getMajor());
    }
  }

  private static void check(byte[] in) {
    if (in.length > 7) {
      throw new IllegalStateException();
    }
  }

  private static void write(byte[] in) throws IOException {
    if (in.length > 3) {
      throw new IOException();
    }
  }
}
