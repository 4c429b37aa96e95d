package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** A class that acquires in its constructor and frees in a method of its own. */
class Owner implements AutoCloseable {
  private final CredHandle mine = new CredHandle();

  Owner() {
    check(acquire(mine));
  }

  @Override public void close() {
    SSPI.FreeCredentialsHandle(mine);
  }

  static void clientOk() {
    try (Owner owner = new Owner()) {
      use(owner);
    }
  }

  static void clientBad(boolean isDry) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Owner owner = new Owner();
    if (isDry) {
      return;
    }
    owner.close();
  }
}
