package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** A negative status made nothing; every other one made a context. */
class S02StatusOk {
  byte[] first(CredHandle credentials) {
    ManagedSecBufferDesc token = room();
    CtxtHandle context = new CtxtHandle();
    int status = init(credentials, null, null, context, token);
    if (status < 0) {
      throw new Win32Exception(status);
    }
    try {
      return token.getBuffer(0).getBytes();
    } finally {
      SSPI.DeleteSecurityContext(context);
    }
  }
}
