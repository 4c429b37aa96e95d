package samples;

import static samples.Prelude.*;

import waffle.windows.auth.*;
import waffle.windows.auth.impl.*;

/** Impersonated on one way only, reverted on the same way. */
class OnlyWhenNeeded {
  void maybeOk(IWindowsIdentity user, boolean isLocal) {
    IWindowsImpersonationContext as = null;
    if (!isLocal) {
      as = user.impersonate();
    }
    use(user);
    if (as != null) {
      as.revertToSelf();
    }
  }

  void maybeBad(IWindowsIdentity user, boolean isLocal) {
    IWindowsImpersonationContext as = null;
    if (!isLocal) {
      // BUG: Diagnostic contains: [ImpersonationNotReverted]
      as = user.impersonate();
    }
    use(user);
    if (as != null && isLocal) {
      as.revertToSelf();
    }
  }
}
