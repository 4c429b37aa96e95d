package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Impersonation of a token. */
class Token {
  void runBad(HANDLE token, boolean isDry) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    if (!ADVAPI.ImpersonateLoggedOnUser(token)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    if (isDry) {
      return;
    }
    ADVAPI.RevertToSelf();
  }

  void runOk(HANDLE token, Runnable work) {
    if (!ADVAPI.ImpersonateLoggedOnUser(token)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    try {
      work.run();
    } finally {
      ADVAPI.RevertToSelf();
    }
  }
}
