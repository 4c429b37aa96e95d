package samples;

import static samples.Prelude.*;

import java.io.IOException;
import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

/** Impersonation of a WAFFLE context. */
class Waffle {
  void readBad(IWindowsSecurityContext client, byte[] in) throws IOException {
    // BUG: Diagnostic contains: is not reverted when Prelude.exchange() throws
    IWindowsImpersonationContext as = client.impersonate();
    exchange(in);
    as.revertToSelf();
  }

  void readOk(IWindowsSecurityContext client, byte[] in) throws IOException {
    IWindowsImpersonationContext as = client.impersonate();
    try {
      exchange(in);
    } finally {
      as.revertToSelf();
    }
  }
}
