package samples;

import static samples.Prelude.*;

import com.sun.jna.NativeLibrary;
import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** The library goes when nothing of it is alive. */
class S11UnloadOk {
  void probe() {
    NativeLibrary library = NativeLibrary.getInstance("secur32");
    CredHandle mine = new CredHandle();
    check(acquire(mine));
    SSPI.FreeCredentialsHandle(mine);
    library.close();
  }
}
