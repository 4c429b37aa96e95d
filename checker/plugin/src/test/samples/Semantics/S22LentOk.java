package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** A handle that was counted, and one that was not. */
class S22LentOk {
  void counted() {
    HMODULE library = KERNEL.LoadLibraryEx("secur32.dll", null, 0);
    if (library == null) {
      return;
    }
    use(KERNEL.GetModuleHandle("kernel32.dll"));
    KERNEL.FreeLibrary(library);
  }
}
