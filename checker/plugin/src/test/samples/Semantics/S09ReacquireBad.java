package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S09ReacquireBad {
  void twice(CredHandle mine) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    check(acquire(mine));
    use(mine);
    int status = acquire(mine);
    check(status);
    use(mine);
    SSPI.FreeCredentialsHandle(mine);
  }
}
