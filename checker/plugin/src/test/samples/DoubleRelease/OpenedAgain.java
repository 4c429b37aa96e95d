package samples;

import com.sun.jna.platform.win32.Sspi.SecBufferDesc;
import waffle.windows.auth.IWindowsCredentialsHandle;
import waffle.windows.auth.IWindowsSecurityContext;
import waffle.windows.auth.impl.WindowsCredentialsHandleImpl;

/** An object of WAFFLE that was disposed and is initialized once more has another handle, to be disposed as well. */
class OpenedAgain {
  static void contextOk(IWindowsSecurityContext context, SecBufferDesc token) {
    context.initialize(null, token, "host");
    context.dispose();
    context.initialize(null, token, "host");
    context.dispose();
  }

  static void contextBad(IWindowsSecurityContext context, SecBufferDesc token) {
    context.initialize(null, token, "host");
    context.dispose();
    // BUG: Diagnostic contains: [DoubleRelease]
    context.dispose();
  }

  static void credentialsOk() {
    IWindowsCredentialsHandle credentials = new WindowsCredentialsHandleImpl(null, 1, "Negotiate");
    credentials.initialize();
    credentials.dispose();
    credentials.initialize();
    credentials.dispose();
  }

  static void credentialsBad() {
    IWindowsCredentialsHandle credentials = new WindowsCredentialsHandleImpl(null, 1, "Negotiate");
    credentials.initialize();
    credentials.dispose();
    // BUG: Diagnostic contains: [DoubleRelease]
    credentials.dispose();
  }
}
