package samples;

import static samples.Prelude.*;

import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

class S12OpenedTwiceBad {
  void current() {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("Kerberos");
    try {
      mine.initialize();
      use(mine.getHandle());
    } finally {
      mine.dispose();
    }
  }
}
