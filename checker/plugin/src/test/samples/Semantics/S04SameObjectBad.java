package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.io.IOException;

class S04SameObjectBad {
  void shake(CredHandle credentials, CtxtHandle context) throws IOException {
    ManagedSecBufferDesc received = null;
    int status = CONTINUE;
    try {
      while (status == CONTINUE) {
        ManagedSecBufferDesc token = room();
        // BUG: Diagnostic contains: [SecurityContextLeak]
        status = init(credentials, null, received, context, token);
        if (status < 0) {
          throw new Win32Exception(status);
        }
        received = wrap(exchange(token.getBuffer(0).getBytes()));
      }
    } finally {
      if (!context.isNull()) {
        SSPI.DeleteSecurityContext(context);
      }
    }
  }
}
