package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** isNull() says whether there is anything to free. */
class S08IsNullOk {
  void maybe(boolean isWanted) {
    CredHandle mine = new CredHandle();
    try {
      if (isWanted) {
        check(acquire(mine));
      }
      use(mine);
    } finally {
      if (!mine.isNull()) {
        SSPI.FreeCredentialsHandle(mine);
      }
    }
  }
}
