package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S06FailingLegBad {
  void twoLegs(CredHandle credentials, byte[] answer) {
    CtxtHandle context = new CtxtHandle();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    if (init(credentials, null, null, context, room()) < 0) {
      return;
    }
    if (init(credentials, context, wrap(answer), context, room()) < 0) {
      return;
    }
    SSPI.DeleteSecurityContext(context);
  }
}
