package samples;

import static samples.Prelude.*;

import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

/** Credentials whose dispose throws the second time. */
class Plain {
  void twiceBad() {
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("NTLM");
    mine.dispose();
    // BUG: Diagnostic contains: is released a second time
    mine.dispose();
  }

  void onceOk() {
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("NTLM");
    mine.dispose();
  }
}
