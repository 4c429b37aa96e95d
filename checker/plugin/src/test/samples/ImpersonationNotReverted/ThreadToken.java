package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Without a thread it is the calling one that gets the token, or none. */
class ThreadToken {
  static class Parameter {
    boolean earlyReturnBad(HANDLE token, boolean isGuest) {
      // BUG: Diagnostic contains: impersonation is not reverted when the method returns
      if (!ADVAPI.SetThreadToken(null, token)) {
        return false;
      }
      if (isGuest) {
        return false;
      }
      return ADVAPI.SetThreadToken(null, null);
    }
  }

  static class Around {
    void copyBad(HANDLE token, Runnable work) {
      HANDLEByReference copy = new HANDLEByReference();
      if (!ADVAPI.DuplicateToken(token, WinNT.SECURITY_IMPERSONATION_LEVEL.SecurityImpersonation, copy)) {
        throw new Win32Exception(KERNEL.GetLastError());
      }
      try {
        // BUG: Diagnostic contains: impersonation is not reverted when the method throws RuntimeException
        if (ADVAPI.SetThreadToken(null, copy.getValue())) {
          work.run();
          ADVAPI.RevertToSelf();
        }
      } finally {
        KERNEL.CloseHandle(copy.getValue());
      }
    }

    void aroundOk(HANDLE token, Runnable work) {
      if (!ADVAPI.SetThreadToken(null, token)) {
        throw new Win32Exception(KERNEL.GetLastError());
      }
      try {
        work.run();
      } finally {
        ADVAPI.SetThreadToken(null, null);
      }
    }

    /** Some other thread. */
    void givenThreadOk(HANDLEByReference thread, HANDLE token, boolean isGuest) {
      ADVAPI.SetThreadToken(thread, token);
      if (!isGuest) {
        ADVAPI.SetThreadToken(thread, null);
      }
    }
  }

  static class InHelper {
    private static boolean set(HANDLE token) {
      return ADVAPI.SetThreadToken(null, token);
    }

    void helperBad(HANDLE token, Runnable work) {
      // BUG: Diagnostic contains: impersonation is not reverted when Runnable.run() throws
      if (set(token)) {
        work.run();
        set(null);
      }
    }

    void helperOk(HANDLE token, Runnable work) {
      if (set(token)) {
        try {
          work.run();
        } finally {
          set(null);
        }
      }
    }
  }

  /** The thread gets back what it had. */
  static class Restored {
    void withoutOk(Runnable work) {
      HANDLEByReference before = new HANDLEByReference();
      boolean had = ADVAPI.OpenThreadToken(KERNEL.GetCurrentThread(), WinNT.TOKEN_IMPERSONATE, true, before);
      ADVAPI.RevertToSelf();
      try {
        work.run();
      } finally {
        if (had) {
          ADVAPI.SetThreadToken(null, before.getValue());
          KERNEL.CloseHandle(before.getValue());
        }
      }
    }

    void insteadOk(HANDLE token, HANDLE before, Runnable work) {
      if (!ADVAPI.ImpersonateLoggedOnUser(token)) {
        throw new Win32Exception(KERNEL.GetLastError());
      }
      try {
        work.run();
      } finally {
        ADVAPI.SetThreadToken(null, before);
      }
    }

    void giveBackOk(HANDLE before) {
      if (before == null || !ADVAPI.SetThreadToken(null, before)) {
        ADVAPI.RevertToSelf();
      }
    }
  }

  static class RestoredByMethod {
    void become(HANDLE token) {
      if (!ADVAPI.ImpersonateLoggedOnUser(token)) {
        throw new Win32Exception(KERNEL.GetLastError());
      }
    }

    void giveBack(HANDLE before) {
      ADVAPI.SetThreadToken(null, before);
    }
  }
}
