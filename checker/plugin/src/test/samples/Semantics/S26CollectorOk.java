package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** Nobody but a release releases. */
class S26CollectorOk implements AutoCloseable {
  private final CredHandle mine = new CredHandle();

  S26CollectorOk() {
    check(acquire(mine));
  }

  @Override public void close() {
    if (!mine.isNull()) {
      SSPI.FreeCredentialsHandle(mine);
    }
  }
}
