package samples;

import waffle.windows.auth.IWindowsCredentialsHandle;
import waffle.windows.auth.impl.WindowsCredentialsHandleImpl;

/** A method that all implementations inherit asks for the handle twice: once to see whether there is one. */
class AskedTwice {
  interface Keeper {
    IWindowsCredentialsHandle handle();

    default void endOk() {
      if (handle() != null) {
        handle().dispose();
      }
    }
  }

  static final class Kept implements Keeper {
    private final IWindowsCredentialsHandle own;

    Kept(String securityPackage) {
      own = WindowsCredentialsHandleImpl.getCurrent(securityPackage);
    }

    @Override public IWindowsCredentialsHandle handle() {
      return own;
    }
  }

  interface Looker {
    IWindowsCredentialsHandle seen();

    default void lookBad() {
      if (seen() != null) {
        System.out.println(seen());
      }
    }
  }

  static final class Forgotten implements Looker {
    private final IWindowsCredentialsHandle own;

    Forgotten(String securityPackage) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      own = WindowsCredentialsHandleImpl.getCurrent(securityPackage);
    }

    @Override public IWindowsCredentialsHandle seen() {
      return own;
    }
  }
}
