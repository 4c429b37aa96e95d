package samples;

import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** A private field that nobody fills holds nothing that could be lost. */
class NeverFilled {
  static final class Empty implements AutoCloseable {
    private GSSCredential held;

    void openOk() {
      if (held == null) {
      }
    }

    @Override public void close() {
      held = null;
    }
  }

  static final class FilledFromOutside implements AutoCloseable {
    private GSSCredential held;

    @Override public void close() {
      // BUG: Diagnostic contains: GSS credential 'held' is tested for null in close() and not released where it is there
      if (held != null) {
        held = null;
      }
    }
  }

  static void fill(FilledFromOutside it, GSSManager manager) throws GSSException {
    it.held = manager.createCredential(GSSCredential.INITIATE_ONLY);
  }
}
