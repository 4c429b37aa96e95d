package samples;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Sspi.CtxtHandle;
import com.sun.jna.platform.win32.Sspi.SecBufferDesc;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.ptr.IntByReference;
import java.io.EOFException;
import java.io.IOException;
import org.ietf.jgss.GSSManager;

/** The uninteresting arguments of the samples. */
final class Prelude {
  static final Secur32 SSPI = Secur32.INSTANCE;
  static final Advapi32 ADVAPI = Advapi32.INSTANCE;
  static final Kernel32 KERNEL = Kernel32.INSTANCE;
  static final GSSManager GSS = GSSManager.getInstance();
  static final int OK = WinError.SEC_E_OK;
  static final int CONTINUE = WinError.SEC_I_CONTINUE_NEEDED;

  private Prelude() {}

  static int acquire(CredHandle to) {
    return SSPI.AcquireCredentialsHandle(null, "Negotiate", Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, to, null);
  }

  static int init(CredHandle credentials, CtxtHandle from, SecBufferDesc received, CtxtHandle to, SecBufferDesc token) {
    return SSPI.InitializeSecurityContext(credentials, from, "host/server", Sspi.ISC_REQ_CONNECTION, 0,
        Sspi.SECURITY_NATIVE_DREP, received, 0, to, token, new IntByReference(), null);
  }

  static boolean logon(String user, String password, HANDLEByReference token) {
    return ADVAPI.LogonUser(user, ".", password, WinBase.LOGON32_LOGON_NETWORK, WinBase.LOGON32_PROVIDER_DEFAULT, token);
  }

  static ManagedSecBufferDesc room() {
    return new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN, Sspi.MAX_TOKEN_SIZE);
  }

  static ManagedSecBufferDesc room(int size) {
    return new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN, size);
  }

  static ManagedSecBufferDesc wrap(byte[] token) {
    return new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN, token);
  }

  static void check(int status) {
    if (status != OK) {
      throw new Win32Exception(status);
    }
  }

  static byte[] exchange(byte[] token) throws IOException {
    if (token == null) {
      throw new EOFException();
    }
    return token;
  }

  static void use(Object borrowed) {
    System.out.println(borrowed == null);
  }
}
