package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Impersonation is a state of the thread. */
class S23ThreadOk {
  void as(CtxtHandle client, Runnable work) {
    check(SSPI.ImpersonateSecurityContext(client));
    try {
      work.run();
    } finally {
      SSPI.RevertSecurityContext(client);
    }
  }
}
