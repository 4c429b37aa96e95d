package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Impersonation of a context of SSPI. */
class Context {
  String whoBad(CtxtHandle client) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    check(SSPI.ImpersonateSecurityContext(client));
    return Advapi32Util.getUserName();
  }

  String whoOk(CtxtHandle client) {
    check(SSPI.ImpersonateSecurityContext(client));
    String who = Advapi32Util.getUserName();
    check(SSPI.RevertSecurityContext(client));
    return who;
  }
}
