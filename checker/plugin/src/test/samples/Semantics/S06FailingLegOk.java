package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.io.IOException;

/** When a later leg fails, the context of the first is still ours. */
class S06FailingLegOk {
  void twoLegs(CredHandle credentials, byte[] answer) throws IOException {
    CtxtHandle context = new CtxtHandle();
    if (init(credentials, null, null, context, room()) < 0) {
      return;
    }
    try {
      int status = init(credentials, context, wrap(exchange(answer)), context, room());
      check(status);
    } finally {
      SSPI.DeleteSecurityContext(context);
    }
  }
}
