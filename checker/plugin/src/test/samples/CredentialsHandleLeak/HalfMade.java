package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.io.IOException;

/** A constructor that goes on after the acquisition. */
class HalfMade implements AutoCloseable {
  private final CredHandle mine = new CredHandle();
  private final byte[] answer;

  HalfMade(byte[] question) throws IOException {
    // BUG: Diagnostic contains: is not released when Prelude.exchange() throws
    check(acquire(mine));
    answer = exchange(question);
  }

  byte[] answer() {
    return answer;
  }

  @Override public void close() {
    SSPI.FreeCredentialsHandle(mine);
  }
}
