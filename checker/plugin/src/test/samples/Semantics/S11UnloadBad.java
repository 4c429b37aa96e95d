package samples;

import static samples.Prelude.*;

import com.sun.jna.NativeLibrary;
import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S11UnloadBad {
  void probe() {
    NativeLibrary library = NativeLibrary.getInstance("secur32");
    CredHandle mine = new CredHandle();
    check(acquire(mine));
    // BUG: Diagnostic contains: [ProviderUnloadedBeforeContextDeleted]
    library.close();
    SSPI.FreeCredentialsHandle(mine);
  }
}
