package samples;

import static samples.Prelude.exchange;

import java.io.IOException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** A field that a method fills and empties again holds nothing when the next call comes. */
class EmptyBetweenCalls {
  static class OneRunOk {
    private GSSContext context;

    void run(GSSManager manager, byte[] token) throws GSSException, IOException {
      GSSContext made = manager.createContext((GSSCredential) null);
      context = made;
      try {
        exchange(token);
      } finally {
        release();
      }
    }

    private void release() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }
  }

  static class GivenBad {
    private GSSContext context;

    void run(GSSManager manager, byte[] token) throws GSSException, IOException {
      GSSContext made = manager.createContext((GSSCredential) null);
      // BUG: Diagnostic contains: is not released when run() assigns it again
      context = made;
      try {
        exchange(token);
      } finally {
        release();
      }
    }

    void keep(GSSContext given) throws GSSException {
      release();
      context = given;
    }

    private void release() throws GSSException {
      if (context != null) {
        context.dispose();
        context = null;
      }
    }
  }
}
