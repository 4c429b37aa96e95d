package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.io.IOException;

/** Begun and ended in methods of their own. */
class InHelper {
  private void become(HANDLE token) {
    if (!ADVAPI.ImpersonateLoggedOnUser(token)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
  }

  private void back() {
    ADVAPI.RevertToSelf();
  }

  void helpersOk(HANDLE token, byte[] in) throws IOException {
    become(token);
    try {
      exchange(in);
    } finally {
      back();
    }
  }

  void helpersBad(HANDLE token, byte[] in) throws IOException {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    become(token);
    exchange(in);
    back();
  }

  /** Who calls this cannot call {@code backIf}. */
  void onlyIfBad(HANDLE token, boolean isShort) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    become(token);
    backIf(isShort);
  }

  private void backIf(boolean isWanted) {
    if (isWanted) {
      ADVAPI.RevertToSelf();
    }
  }
}
