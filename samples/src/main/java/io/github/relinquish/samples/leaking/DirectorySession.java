package io.github.relinquish.samples.leaking;

import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import java.io.IOException;
import java.net.Socket;

/** A connection to a directory together with the credentials that it was made with. */
public final class DirectorySession implements AutoCloseable {
  private final CredHandle credentials = new CredHandle();
  private Socket socket;

  public DirectorySession() {
    int status = Secur32.INSTANCE.AcquireCredentialsHandle(
        null, "Kerberos", Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, credentials, null);
    if (status != WinError.SEC_E_OK) {
      throw new Win32Exception(status);
    }
  }

  public void connect(String host) throws IOException {
    socket = new Socket(host, 389);
  }

  @Override public void close() throws IOException {
    Secur32.INSTANCE.FreeCredentialsHandle(credentials);
    if (socket != null) {
      socket.close();
    }
  }

  public static void main(String[] args) throws IOException {
    DirectorySession session = new DirectorySession();
    session.connect(args[0]);
    session.close();
  }
}
