package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S22LentBad {
  void uncounted() {
    HMODULE lent = KERNEL.GetModuleHandle("secur32.dll");
    if (lent != null) {
      use(lent);
      // BUG: Diagnostic contains: [DoubleRelease]
      KERNEL.FreeLibrary(lent);
    }
  }
}
