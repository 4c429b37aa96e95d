package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** A new object for each leg stands for the one context. */
class S05TransferOk {
  CtxtHandle next(CredHandle credentials, CtxtHandle old, byte[] token) {
    CtxtHandle next = new CtxtHandle();
    int status = init(credentials, old, wrap(token), next, room());
    if (status < 0) {
      SSPI.DeleteSecurityContext(old);
      throw new Win32Exception(status);
    }
    return next;
  }

  void both(CredHandle credentials, byte[] token) {
    CtxtHandle first = new CtxtHandle();
    if (init(credentials, null, null, first, room()) >= 0) {
      SSPI.DeleteSecurityContext(next(credentials, first, token));
    }
  }
}
