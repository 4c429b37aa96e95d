package samples;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinNT.HANDLE;

/** An object whose constructor puts the thread into a state stands for the state as long as it can end it. */
class Handle {
  static class Ok {
    Ok(HANDLE token) {
      if (!Advapi32.INSTANCE.ImpersonateLoggedOnUser(token)) {
        throw new Win32Exception(5);
      }
    }

    void stop() {
      Advapi32.INSTANCE.RevertToSelf();
    }
  }

  static class Bad {
    Bad(HANDLE token) {
      // BUG: Diagnostic contains: [ImpersonationNotReverted]
      if (!Advapi32.INSTANCE.ImpersonateLoggedOnUser(token)) {
        throw new Win32Exception(5);
      }
    }

    void stop() {
    }
  }
}
