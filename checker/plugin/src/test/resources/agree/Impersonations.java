import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import waffle.windows.auth.IWindowsIdentity;
import waffle.windows.auth.IWindowsImpersonationContext;
import waffle.windows.auth.IWindowsCredentialsHandle;
import waffle.windows.auth.impl.WindowsAuthProviderImpl;
import waffle.windows.auth.impl.WindowsCredentialsHandleImpl;

class Impersonations {
  void threadBad(HANDLE token, Runnable work) {
    if (!Advapi32.INSTANCE.ImpersonateLoggedOnUser(token)) {
      throw new IllegalStateException();
    }
    if (work == null) {
      throw new IllegalArgumentException();
    }
    work.run();
    Advapi32.INSTANCE.RevertToSelf();
  }

  void threadOk(HANDLE token, Runnable work) {
    if (Advapi32.INSTANCE.ImpersonateLoggedOnUser(token)) {
      try {
        work.run();
      } finally {
        Advapi32.INSTANCE.RevertToSelf();
      }
    }
  }

  void waffleBad(String user, String password) {
    IWindowsIdentity id = new WindowsAuthProviderImpl().logonUser(user, password);
    IWindowsImpersonationContext ctx = id.impersonate();
    System.out.println(id.getFqn());
    if (user.isEmpty()) {
      throw new IllegalStateException();
    }
    ctx.revertToSelf();
    id.dispose();
  }

  void waffleOk(String user, String password) {
    IWindowsIdentity id = new WindowsAuthProviderImpl().logonUser(user, password);
    try {
      IWindowsImpersonationContext ctx = id.impersonate();
      try {
        System.out.println(id.getFqn());
      } finally {
        ctx.revertToSelf();
      }
    } finally {
      id.dispose();
    }
  }

  boolean credentialsOk(String pkg) {
    IWindowsCredentialsHandle cred = WindowsCredentialsHandleImpl.getCurrent(pkg);
    try {
      return cred.getHandle().isNull();
    } finally {
      cred.dispose();
    }
  }

  boolean ownCredentialsBad(String pkg) {
    IWindowsCredentialsHandle cred = new WindowsCredentialsHandleImpl(null, 2, pkg);
    cred.initialize();
    return cred.getHandle().isNull();
  }
}
