import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Sspi.CtxtHandle;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.io.OutputStream;

class HelpedSwapped {
  private static final Secur32 API = Secur32.INSTANCE;

  private static int acquire(CredHandle to) {
    return API.AcquireCredentialsHandle(null, "Negotiate", Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, to, null);
  }

  private static int init(CredHandle cred, CtxtHandle to, ManagedSecBufferDesc token) {
    return API.InitializeSecurityContext(cred, null, "host/server", Sspi.ISC_REQ_CONNECTION, 0, Sspi.SECURITY_NATIVE_DREP,
        null, 0, to, token, new IntByReference(), null);
  }

  void run(ManagedSecBufferDesc token, OutputStream out) throws IOException {
    CredHandle cred = new CredHandle();
    int rc = acquire(cred);
    if (rc != W32Errors.SEC_E_OK) {
      throw new Win32Exception(rc);
    }
    CtxtHandle ctx = new CtxtHandle();
    rc = init(cred, ctx, token);
    if (rc != W32Errors.SEC_E_OK && rc != W32Errors.SEC_I_CONTINUE_NEEDED) {
      API.FreeCredentialsHandle(cred);
      throw new Win32Exception(rc);
    }
    out.write(token.getBuffer(0).getBytes());
    API.FreeCredentialsHandle(cred);
    API.DeleteSecurityContext(ctx);
  }
}
