package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S07RetryBad {
  void grow(CredHandle credentials) {
    CtxtHandle context = new CtxtHandle();
    int status = WinError.SEC_E_BUFFER_TOO_SMALL;
    for (int size = 4096; status != OK; size *= 2) {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      status = init(credentials, null, null, context, room(size));
    }
    SSPI.DeleteSecurityContext(context);
  }
}
