package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** A struct that was freed may be filled again. */
class S09ReacquireOk {
  void twice(CredHandle mine) {
    check(acquire(mine));
    use(mine);
    SSPI.FreeCredentialsHandle(mine);
    check(acquire(mine));
    use(mine);
    SSPI.FreeCredentialsHandle(mine);
  }
}
