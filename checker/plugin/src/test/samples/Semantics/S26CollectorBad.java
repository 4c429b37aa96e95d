package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S26CollectorBad {
  private CredHandle mine = new CredHandle();

  S26CollectorBad() {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    check(acquire(mine));
  }

  void reset() {
    mine = new CredHandle();
  }
}
