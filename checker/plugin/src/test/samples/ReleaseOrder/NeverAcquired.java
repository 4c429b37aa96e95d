package samples;

import static samples.Prelude.SSPI;

import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Sspi.CtxtHandle;

/** Freeing a handle that nothing was acquired into takes nothing from the context. */
class NeverAcquired {
  static void emptyHandleOk() {
    CredHandle credentials = new CredHandle();
    CtxtHandle context = new CtxtHandle();
    try {
      Prelude.init(credentials, null, null, context, null);
      SSPI.FreeCredentialsHandle(credentials);
    } finally {
      SSPI.DeleteSecurityContext(context);
    }
  }

  static void fill(CredHandle it) {
    Prelude.check(Prelude.acquire(it));
  }

  static void filledByMethodBad() {
    CredHandle credentials = new CredHandle();
    fill(credentials);
    CtxtHandle context = new CtxtHandle();
    try {
      Prelude.init(credentials, null, null, context, null);
    } finally {
      // BUG: Diagnostic contains: security context 'context' is still alive when Secur32.FreeCredentialsHandle() releases what it was made from
      SSPI.FreeCredentialsHandle(credentials);
      SSPI.DeleteSecurityContext(context);
    }
  }
}
