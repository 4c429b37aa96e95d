package samples;

import static samples.Prelude.*;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S24StorageBad {
  interface Security {
    int AcquireCredentialsHandle(String principal, String name, int use, Pointer id, Pointer data, Pointer key, Pointer argument,
        Pointer credentials, Pointer expiry);
  }

  int tidy(Security security) {
    try (Memory storage = new Memory(16)) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      return security.AcquireCredentialsHandle(null, "Negotiate", 2, null, null, null, null, storage, null);
    }
  }
}
