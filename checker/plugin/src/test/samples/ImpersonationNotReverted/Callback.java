package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Work that comes as a closure may throw. */
class Callback {
  void aroundBad(CtxtHandle client, Runnable work) {
    // BUG: Diagnostic contains: is not reverted when Runnable.run() throws
    check(SSPI.ImpersonateSecurityContext(client));
    work.run();
    check(SSPI.RevertSecurityContext(client));
  }

  void aroundOk(CtxtHandle client, Runnable work) {
    check(SSPI.ImpersonateSecurityContext(client));
    try {
      work.run();
    } finally {
      check(SSPI.RevertSecurityContext(client));
    }
  }
}
