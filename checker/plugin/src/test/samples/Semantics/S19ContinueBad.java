package samples;

import static samples.Prelude.*;

import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

class S19ContinueBad {
  String leg(IWindowsAuthProvider provider, String connection, byte[] token) {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    IWindowsSecurityContext context = provider.acceptSecurityToken(connection, token, "NTLM");
    if (context.isContinue()) {
      // BUG: Diagnostic contains: [DoubleRelease]
      context.dispose();
      return "more";
    }
    return context.getPrincipalName();
  }
}
