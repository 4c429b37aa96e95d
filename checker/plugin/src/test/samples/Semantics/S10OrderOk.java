package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Context, then credentials, then library. */
class S10OrderOk {
  void run() {
    HMODULE library = KERNEL.LoadLibraryEx("secur32.dll", null, 0);
    CredHandle mine = new CredHandle();
    CtxtHandle context = new CtxtHandle();
    if (acquire(mine) == OK) {
      if (init(mine, null, null, context, room()) >= 0) {
        SSPI.DeleteSecurityContext(context);
      }
      SSPI.FreeCredentialsHandle(mine);
    }
    KERNEL.FreeLibrary(library);
  }
}
