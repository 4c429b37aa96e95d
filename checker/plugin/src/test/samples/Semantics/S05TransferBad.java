package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S05TransferBad {
  void both(CredHandle credentials, byte[] token) {
    CtxtHandle first = new CtxtHandle();
    if (init(credentials, null, null, first, room()) < 0) {
      return;
    }
    CtxtHandle next = new CtxtHandle();
    int status = init(credentials, first, wrap(token), next, room());
    if (status >= 0) {
      SSPI.DeleteSecurityContext(next);
    }
    // BUG: Diagnostic contains: [DoubleRelease]
    SSPI.DeleteSecurityContext(first);
  }
}
