package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S08IsNullBad {
  void twice() {
    CredHandle mine = new CredHandle();
    check(acquire(mine));
    try {
      use(mine);
      SSPI.FreeCredentialsHandle(mine);
    } finally {
      if (!mine.isNull()) {
        // BUG: Diagnostic contains: [DoubleRelease]
        SSPI.FreeCredentialsHandle(mine);
      }
    }
  }
}
