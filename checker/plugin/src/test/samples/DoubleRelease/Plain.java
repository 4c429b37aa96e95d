package samples;

import static samples.Prelude.*;

import java.io.IOException;
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

  @SuppressWarnings("finally")
  int returnsInFinallyOk(byte[] token) throws IOException {
    IWindowsCredentialsHandle mine = WindowsCredentialsHandleImpl.getCurrent("NTLM");
    try {
      exchange(token);
      return 1;
    } finally {
      mine.dispose();
      return 2;
    }
  }
}
