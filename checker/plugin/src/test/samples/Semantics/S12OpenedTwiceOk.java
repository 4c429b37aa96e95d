package samples;

import static samples.Prelude.*;

import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

/** What getCurrent() answers is initialised already. */
class S12OpenedTwiceOk {
  void current() {
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("Kerberos");
    try {
      use(mine.getHandle());
    } finally {
      mine.dispose();
    }
  }
}
