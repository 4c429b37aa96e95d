package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class S02StatusBad {
  byte[] first(CredHandle credentials) {
    ManagedSecBufferDesc token = room();
    CtxtHandle context = new CtxtHandle();
    // BUG: Diagnostic contains: [SecurityContextLeak] security context 'context' is not released
    int status = init(credentials, null, null, context, token);
    if (status != OK) {
      throw new Win32Exception(status);
    }
    try {
      return token.getBuffer(0).getBytes();
    } finally {
      SSPI.DeleteSecurityContext(context);
    }
  }
}
