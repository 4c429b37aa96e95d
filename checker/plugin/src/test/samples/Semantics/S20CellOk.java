package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Two reads of a cell are one handle. */
class S20CellOk {
  int groups(CtxtHandle context) {
    HANDLEByReference cell = new HANDLEByReference();
    check(SSPI.QuerySecurityContextToken(context, cell));
    try {
      return Advapi32Util.getTokenGroups(cell.getValue()).length;
    } finally {
      KERNEL.CloseHandle(cell.getValue());
    }
  }
}
