package samples;

import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Sspi.CtxtHandle;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.ptr.IntByReference;

/** What the second round of a loop knows is not lost by what the first one does not know yet. */
class Rounds {
  void retriedOk(CredHandle credentials, ManagedSecBufferDesc token) {
    CtxtHandle context = new CtxtHandle();
    boolean first = true;
    int status;
    do {
      status = accept(credentials, first ? null : context, context, token);
      if (status == W32Errors.SEC_E_BUFFER_TOO_SMALL) {
        continue;
      }
      if (status < 0) {
        break;
      }
      first = false;
    } while (status == W32Errors.SEC_I_CONTINUE_NEEDED);
    if (!first) {
      Secur32.INSTANCE.DeleteSecurityContext(context);
    }
  }

  void forgottenBad(CredHandle credentials, ManagedSecBufferDesc token) {
    CtxtHandle context = new CtxtHandle();
    boolean first = true;
    int status;
    do {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      status = accept(credentials, first ? null : context, context, token);
      if (status == W32Errors.SEC_E_BUFFER_TOO_SMALL) {
        continue;
      }
      if (status < 0) {
        return;
      }
      first = false;
    } while (status == W32Errors.SEC_I_CONTINUE_NEEDED);
    if (!first) {
      Secur32.INSTANCE.DeleteSecurityContext(context);
    }
  }

  private static int accept(CredHandle credentials, CtxtHandle from, CtxtHandle to, ManagedSecBufferDesc token) {
    return Secur32.INSTANCE.AcceptSecurityContext(credentials, from, token, 0, Sspi.SECURITY_NATIVE_DREP, to, token, new IntByReference(), null);
  }
}
