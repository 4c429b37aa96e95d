package io.github.relinquish.samples.correct;

import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Sspi.CtxtHandle;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** Logs the current Windows user in to a server: tokens go over a socket, each with its length in front. */
public final class SspiHandshakeClient {
  private static final Secur32 SECURITY = Secur32.INSTANCE;

  private final DataInputStream in;
  private final DataOutputStream out;

  SspiHandshakeClient(Socket socket) throws IOException {
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
  }

  public static void main(String[] args) throws IOException {
    try (Socket socket = new Socket(args[0], 7777)) {
      new SspiHandshakeClient(socket).login("host/" + args[0]);
      System.out.println("logged in");
    }
  }

  void login(String target) throws IOException {
    CredHandle credentials = new CredHandle();
    int status = SECURITY.AcquireCredentialsHandle(
        null, "Negotiate", Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, credentials, null);
    if (status != WinError.SEC_E_OK) {
      throw new Win32Exception(status);
    }
    try {
      handshake(credentials, target);
    } finally {
      SECURITY.FreeCredentialsHandle(credentials);
    }
  }

  private void handshake(CredHandle credentials, String target) throws IOException {
    CtxtHandle context = new CtxtHandle();
    try {
      ManagedSecBufferDesc received = null;
      int status;
      do {
        ManagedSecBufferDesc token = new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN, Sspi.MAX_TOKEN_SIZE);
        status = SECURITY.InitializeSecurityContext(credentials, context.isNull() ? null : context, target,
            Sspi.ISC_REQ_CONNECTION, 0, Sspi.SECURITY_NATIVE_DREP, received, 0, context, token, new IntByReference(), null);
        if (status < 0) {
          throw new Win32Exception(status);
        }
        send(token.getBuffer(0).getBytes());
        received = new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN, receive());
      } while (status == WinError.SEC_I_CONTINUE_NEEDED);
    } finally {
      if (!context.isNull()) {
        SECURITY.DeleteSecurityContext(context);
      }
    }
  }

  private void send(byte[] token) throws IOException {
    out.writeInt(token.length);
    out.write(token);
    out.flush();
  }

  private byte[] receive() throws IOException {
    byte[] token = new byte[in.readInt()];
    in.readFully(token);
    return token;
  }
}
