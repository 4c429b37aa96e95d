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

/** Freeing the sixteen bytes does not release what they name. */
class S24StorageOk {
  interface Security {
    int AcquireCredentialsHandle(String principal, String name, int use, Pointer id, Pointer data, Pointer key, Pointer argument,
        Pointer credentials, Pointer expiry);

    int FreeCredentialsHandle(Pointer credentials);
  }

  void tidy(Security security) {
    try (Memory storage = new Memory(16)) {
      if (security.AcquireCredentialsHandle(null, "Negotiate", 2, null, null, null, null, storage, null) == 0) {
        security.FreeCredentialsHandle(storage);
      }
    }
  }
}
