package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S03BooleanBad {
  String nameOf(String user, String password) {
    HANDLEByReference cell = new HANDLEByReference();
    // BUG: Diagnostic contains: [CredentialsHandleLeak] access token 'cell' is not released
    boolean isIn = logon(user, password, cell);
    use(user);
    if (!isIn) {
      return "nobody";
    }
    String name = user.isEmpty() ? null : Advapi32Util.getTokenAccount(cell.getValue()).fqn;
    if (name == null) {
      return "nameless";
    }
    KERNEL.CloseHandle(cell.getValue());
    return name;
  }
}
