package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** A second handle object around the same native handle. */
class SameHandle {
  void wrappedOk() {
    HANDLEByReference cell = new HANDLEByReference();
    if (!ADVAPI.OpenProcessToken(KERNEL.GetCurrentProcess(), WinNT.TOKEN_QUERY, cell)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    HANDLE again = new HANDLE(cell.getValue().getPointer());
    KERNEL.CloseHandle(again);
  }

  void wrappedBad() {
    HANDLEByReference cell = new HANDLEByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    if (!ADVAPI.OpenProcessToken(KERNEL.GetCurrentProcess(), WinNT.TOKEN_QUERY, cell)) {
      throw new Win32Exception(KERNEL.GetLastError());
    }
    HANDLE again = new HANDLE(cell.getValue().getPointer());
    System.out.println(again);
  }
}
