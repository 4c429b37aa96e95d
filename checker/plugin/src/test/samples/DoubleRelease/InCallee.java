package samples;

import static samples.Prelude.SSPI;

import com.sun.jna.platform.win32.Sspi.CredHandle;

/** What a method does to whatever it is given is told there, once, and not to each caller. */
class InCallee {
  static void twiceBad(CredHandle it) {
    SSPI.FreeCredentialsHandle(it);
    // BUG: Diagnostic contains: credentials handle 'it' is released a second time by Secur32.FreeCredentialsHandle()
    SSPI.FreeCredentialsHandle(it);
  }

  static void callerOfIt() {
    CredHandle handle = new CredHandle();
    if (Prelude.acquire(handle) == Prelude.OK) {
      twiceBad(handle);
    }
  }

  static void once(CredHandle it) {
    SSPI.FreeCredentialsHandle(it);
  }

  static void callsTwiceBad() {
    CredHandle handle = new CredHandle();
    if (Prelude.acquire(handle) == Prelude.OK) {
      once(handle);
      // BUG: Diagnostic contains: credentials handle 'handle' is released a second time by InCallee.once()
      once(handle);
    }
  }
}
