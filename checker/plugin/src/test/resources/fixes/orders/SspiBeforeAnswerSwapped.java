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

class SspiBeforeAnswerSwapped {
  int run(ManagedSecBufferDesc token, OutputStream out) throws IOException {
    CredHandle cred = new CredHandle();
    int rc = Secur32.INSTANCE.AcquireCredentialsHandle(
        null, "Negotiate", Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, cred, null);
    if (rc != W32Errors.SEC_E_OK) {
      throw new Win32Exception(rc);
    }
    CtxtHandle ctx = new CtxtHandle();
    rc = Secur32.INSTANCE.InitializeSecurityContext(cred, null, "host/server", Sspi.ISC_REQ_CONNECTION, 0,
        Sspi.SECURITY_NATIVE_DREP, null, 0, ctx, token, new IntByReference(), null);
    if (rc != W32Errors.SEC_E_OK && rc != W32Errors.SEC_I_CONTINUE_NEEDED) {
      throw new Win32Exception(rc);
    }
    out.write(token.getBuffer(0).getBytes());
    Secur32.INSTANCE.FreeCredentialsHandle(cred);
    Secur32.INSTANCE.DeleteSecurityContext(ctx);
    return rc;
  }
}
