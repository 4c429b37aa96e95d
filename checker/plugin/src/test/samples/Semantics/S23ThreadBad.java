package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.util.concurrent.Executor;

class S23ThreadBad {
  void as(CtxtHandle client, Executor pool, Runnable work) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    check(SSPI.ImpersonateSecurityContext(client));
    pool.execute(() -> {
      work.run();
      SSPI.RevertSecurityContext(client);
    });
  }
}
