package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** A buffer that was too small acquired nothing. */
class S07RetryOk {
  void grow(CredHandle credentials) {
    CtxtHandle context = new CtxtHandle();
    int status = WinError.SEC_E_BUFFER_TOO_SMALL;
    for (int size = 4096; status == WinError.SEC_E_BUFFER_TOO_SMALL || status == WinError.SEC_E_INSUFFICIENT_MEMORY; size *= 2) {
      status = init(credentials, null, null, context, room(size));
    }
    if (status < 0) {
      throw new Win32Exception(status);
    }
    SSPI.DeleteSecurityContext(context);
  }
}
