package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S20CellBad {
  void two(CtxtHandle one, CtxtHandle other) {
    HANDLEByReference cell = new HANDLEByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    check(SSPI.QuerySecurityContextToken(one, cell));
    check(SSPI.QuerySecurityContextToken(other, cell));
    HANDLE token = cell.getValue();
    KERNEL.CloseHandle(token);
    // BUG: Diagnostic contains: [DoubleRelease]
    KERNEL.CloseHandle(cell.getValue());
  }
}
