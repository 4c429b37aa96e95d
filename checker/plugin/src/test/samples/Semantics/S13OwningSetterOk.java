package samples;

import static samples.Prelude.*;

import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

/** The context disposes the credentials that it was given. */
class S13OwningSetterOk {
  IWindowsSecurityContext open(String target) {
    IWindowsCredentialsHandle fresh = WindowsCredentialsHandleImpl.getCurrent("Negotiate");
    WindowsSecurityContextImpl context = new WindowsSecurityContextImpl();
    context.setCredentialsHandle(fresh);
    try {
      context.initialize(null, null, target);
      return context;
    } catch (RuntimeException e) {
      context.dispose();
      throw e;
    }
  }
}
