package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Sspi.CtxtHandle;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.Win32Exception;
import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

/** A context of SSPI itself that is made with the handle of WAFFLE's credentials. */
class WaffleCredentials {
  void underBad(ManagedSecBufferDesc token) {
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("Negotiate");
    CtxtHandle context = new CtxtHandle();
    int status = init(mine.getHandle(), null, null, context, token);
    // BUG: Diagnostic contains: is still alive when IWindowsCredentialsHandle.dispose() releases what it was made from
    mine.dispose();
    if (status >= 0) {
      SSPI.DeleteSecurityContext(context);
    }
  }

  void orderOk(ManagedSecBufferDesc token) {
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("Negotiate");
    try {
      CtxtHandle context = new CtxtHandle();
      int status = init(mine.getHandle(), null, null, context, token);
      if (status < 0) {
        throw new Win32Exception(status);
      }
      SSPI.DeleteSecurityContext(context);
    } finally {
      mine.dispose();
    }
  }

  /** A context of WAFFLE owns both. */
  IWindowsSecurityContext ownedOk(ManagedSecBufferDesc token) {
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("Negotiate");
    CtxtHandle context = new CtxtHandle();
    int status = init(mine.getHandle(), null, null, context, token);
    WindowsSecurityContextImpl made = new WindowsSecurityContextImpl();
    made.setCredentialsHandle(mine);
    made.setSecurityContext(context);
    if (status < 0) {
      made.dispose();
      throw new Win32Exception(status);
    }
    return made;
  }

  void askedOk() {
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("Negotiate");
    CredHandle handle = mine.getHandle();
    if (handle != null && !handle.isNull()) {
      mine.dispose();
    }
  }
}
