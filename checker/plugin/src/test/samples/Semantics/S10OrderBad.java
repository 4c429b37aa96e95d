package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S10OrderBad {
  void run() {
    HMODULE library = KERNEL.LoadLibraryEx("secur32.dll", null, 0);
    CredHandle mine = new CredHandle();
    CtxtHandle context = new CtxtHandle();
    check(acquire(mine));
    int status = init(mine, null, null, context, room());
    // BUG: Diagnostic contains: [ReleaseOrder]
    SSPI.FreeCredentialsHandle(mine);
    // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
    KERNEL.FreeLibrary(library);
    if (status >= 0) {
      SSPI.DeleteSecurityContext(context);
    }
  }
}
