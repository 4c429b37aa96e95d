package samples;

import static samples.Prelude.*;

import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

/** An identity is a token of Windows. */
class Identity {
  String nameBad(IWindowsSecurityContext context) {
    // BUG: Diagnostic contains: Windows identity is not released
    return context.getIdentity().getFqn();
  }

  String nameOk(IWindowsSecurityContext context) {
    IWindowsIdentity user = context.getIdentity();
    try {
      return user.getFqn();
    } finally {
      user.dispose();
    }
  }

  boolean passwordBad(IWindowsAuthProvider provider, String user, String password) {
    // BUG: Diagnostic contains: Windows identity 'identity' is not released
    IWindowsIdentity identity = provider.logonUser(user, password);
    return !identity.isGuest();
  }

  IWindowsIdentity returnedOk(IWindowsAuthProvider provider, String user, String password) {
    return provider.logonUser(user, password);
  }
}
