package samples;

import static samples.Prelude.*;

import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

class S13OwningSetterBad {
  void open(String target) {
    IWindowsCredentialsHandle fresh = WindowsCredentialsHandleImpl.getCurrent("Negotiate");
    WindowsSecurityContextImpl context = new WindowsSecurityContextImpl();
    context.setCredentialsHandle(fresh);
    try {
      context.initialize(null, null, target);
    } finally {
      context.dispose();
      // BUG: Diagnostic contains: [DoubleRelease]
      fresh.dispose();
    }
  }
}
