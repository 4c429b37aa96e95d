package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Success is true, and the test stands far from the call. */
class S03BooleanOk {
  String nameOf(String user, String password) {
    HANDLEByReference cell = new HANDLEByReference();
    boolean isIn = logon(user, password, cell);
    use(user);
    if (!isIn) {
      return "nobody";
    }
    try {
      return Advapi32Util.getTokenAccount(cell.getValue()).fqn;
    } finally {
      Kernel32Util.closeHandleRef(cell);
    }
  }
}
