import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

class Closures {
  private final GSSManager manager;

  Closures(GSSManager manager) {
    this.manager = manager;
  }

  Callable<byte[]> insideBad(byte[] in) {
    return () -> {
      GSSContext c = manager.createContext(in);
      return c.acceptSecContext(in, 0, in.length);
    };
  }

  void handedOnOk(Executor executor, byte[] in) throws GSSException {
    GSSContext c = manager.createContext(in);
    executor.execute(() -> {
      try {
        c.dispose();
      } catch (GSSException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  void handedOnBad(Executor executor, byte[] in) throws GSSException {
    GSSContext c = manager.createContext(in);
    executor.execute(() -> System.out.println(c.isEstablished()));
  }

  void anonymousBad(Executor executor, byte[] in) {
    executor.execute(new Runnable() {
      @Override public void run() {
        try {
          GSSContext c = manager.createContext(in);
          c.acceptSecContext(in, 0, in.length);
        } catch (GSSException e) {
          throw new IllegalStateException(e);
        }
      }
    });
  }

  void nestedBad(byte[] in) {
    Supplier<Callable<Boolean>> s = () -> () -> {
      GSSContext c = manager.createContext(in);
      return c.isEstablished();
    };
    s.get();
  }

  boolean localClassOk(byte[] in) throws GSSException {
    class Local {
      boolean run() throws GSSException {
        GSSContext c = manager.createContext(in);
        try {
          return c.isEstablished();
        } finally {
          c.dispose();
        }
      }
    }
    return new Local().run();
  }
}
