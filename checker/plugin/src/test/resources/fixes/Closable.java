import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.platform.win32.Win32Exception;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;

class Closable {
  // It closes what is no context.
  static class WithStream implements AutoCloseable {
    private final GSSContext context;
    private final OutputStream out;

    WithStream(GSSManager manager, GSSName peer, OutputStream out) throws GSSException {
      this.out = out;
      context = manager.createContext(peer, null, null, 0);
    }

    byte[] wrap(byte[] text) throws GSSException {
      return context.wrap(text, 0, text.length, null);
    }

    @Override public void close() throws IOException {
      // The stream only.
      out.close();
    }
  }

  // It has nothing to do so far.
  static class Empty implements Closeable {
    private final GSSContext context;

    Empty(GSSManager manager, GSSName peer) throws GSSException {
      context = manager.createContext(peer, null, null, 0);
    }

    @Override public void close() {}
  }

  // Not an AutoCloseable.
  static class Disposed {
    private final CredHandle cred = new CredHandle();
    private boolean isDisposed;

    Disposed(String name) {
      int rc = Secur32.INSTANCE.AcquireCredentialsHandle(null, "Negotiate", Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, cred, null);
      if (rc != W32Errors.SEC_E_OK) {
        throw new Win32Exception(rc);
      }
    }

    CredHandle credentials() {
      return cred;
    }

    void dispose() {
      isDisposed = true;
    }
  }

  // Opened again and again: whoever releases has to ask when.
  static class Reopened {
    private GSSContext context;

    Reopened(GSSManager manager, GSSName peer) throws GSSException {
      context = manager.createContext(peer, null, null, 0);
    }

    void reopen(GSSManager manager, GSSName peer) throws GSSException {
      context = manager.createContext(peer, null, null, 0);
    }

    void close() {
      System.out.println("closed");
    }
  }
}
