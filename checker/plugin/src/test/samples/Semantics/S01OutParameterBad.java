package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.io.IOException;

class S01OutParameterBad {
  void ask(byte[] question) throws IOException {
    CredHandle mine = new CredHandle();
    // BUG: Diagnostic contains: [CredentialsHandleLeak] credentials handle 'mine' is not released
    check(acquire(mine));
    exchange(question);
    SSPI.FreeCredentialsHandle(mine);
  }
}
