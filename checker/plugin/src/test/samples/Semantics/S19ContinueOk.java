package samples;

import static samples.Prelude.*;

import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

/** While it continues, the provider keeps the context. */
class S19ContinueOk {
  String leg(IWindowsAuthProvider provider, String connection, byte[] token) {
    IWindowsSecurityContext context = provider.acceptSecurityToken(connection, token, "NTLM");
    if (context.isContinue()) {
      return "more";
    }
    try {
      return context.getPrincipalName();
    } finally {
      context.dispose();
    }
  }
}
