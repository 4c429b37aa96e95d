import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Sspi.CtxtHandle;
import com.sun.jna.platform.win32.Sspi.TimeStamp;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.io.IOException;
import java.io.OutputStream;

class JnaVariety {
  void token(String user, char[] password, OutputStream out) throws IOException {
    HANDLEByReference token = new HANDLEByReference();
    if (!Advapi32.INSTANCE.LogonUser(user, null, new String(password), WinBase.LOGON32_LOGON_NETWORK,
        WinBase.LOGON32_PROVIDER_DEFAULT, token)) {
      throw new IOException("logon failed");
    }
    out.write(1);
  }

  // The success is asked for, not the failure.
  void positive(String pkg, OutputStream out) throws IOException {
    CredHandle cred = new CredHandle();
    int rc = Secur32.INSTANCE.AcquireCredentialsHandle(
        null, pkg, Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, cred, new TimeStamp());
    if (rc == W32Errors.SEC_E_OK) {
      out.write(1);
      Secur32.INSTANCE.FreeCredentialsHandle(cred);
    }
  }

  // Nobody asks.
  void unasked(String pkg, OutputStream out) throws IOException {
    CredHandle cred = new CredHandle();
    Secur32.INSTANCE.AcquireCredentialsHandle(
        null, pkg, Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, cred, new TimeStamp());
    out.write(1);
  }

  void twice(CtxtHandle ctx, CredHandle cred) {
    Secur32.INSTANCE.DeleteSecurityContext(ctx);
    Secur32.INSTANCE.FreeCredentialsHandle(cred);
    Secur32.INSTANCE.FreeCredentialsHandle(cred); // once more
  }

  void impersonated(CtxtHandle ctx, OutputStream out) throws IOException {
    int rc = Secur32.INSTANCE.ImpersonateSecurityContext(ctx);
    if (rc != W32Errors.SEC_E_OK) {
      return;
    }
    out.write(1);
    // Back to what we were.
    Secur32.INSTANCE.RevertSecurityContext(ctx);
  }
}
