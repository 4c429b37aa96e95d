package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.io.IOException;

/** The handle is born in an argument; the fresh struct owes nothing. */
class S01OutParameterOk {
  void ask(byte[] question) throws IOException {
    CredHandle mine = new CredHandle();
    check(acquire(mine));
    try {
      exchange(question);
    } finally {
      SSPI.FreeCredentialsHandle(mine);
    }
  }

  void neverAcquired() throws IOException {
    CredHandle empty = new CredHandle();
    exchange(empty.toString().getBytes());
  }
}
