import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.Sspi.CredHandle;
import com.sun.jna.platform.win32.Sspi.CtxtHandle;
import com.sun.jna.platform.win32.Sspi.TimeStamp;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.ptr.IntByReference;

class Status {
  void checkedBad(String pkg) {
    CredHandle h = new CredHandle();
    int rc = Secur32.INSTANCE.AcquireCredentialsHandle(null, pkg, Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, h,
        new TimeStamp());
    if (rc != W32Errors.SEC_E_OK) {
      throw new IllegalStateException();
    }
    System.out.println(h.isNull());
  }

  void checkedOk(String pkg) {
    CredHandle h = new CredHandle();
    int rc = Secur32.INSTANCE.AcquireCredentialsHandle(null, pkg, Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, h,
        new TimeStamp());
    if (rc != W32Errors.SEC_E_OK) {
      throw new IllegalStateException();
    }
    Secur32.INSTANCE.FreeCredentialsHandle(h);
  }

  boolean rangeOk(String pkg) {
    CredHandle h = new CredHandle();
    boolean ok = Secur32.INSTANCE.AcquireCredentialsHandle(null, pkg, 2, null, null, null, null, h, new TimeStamp()) >= 0;
    if (ok) {
      Secur32.INSTANCE.FreeCredentialsHandle(h);
    }
    return ok;
  }

  int switchedBad(String pkg) {
    CredHandle h = new CredHandle();
    switch (Secur32.INSTANCE.AcquireCredentialsHandle(null, pkg, 2, null, null, null, null, h, new TimeStamp())) {
      case W32Errors.SEC_E_OK:
        return 1;
      case W32Errors.SEC_E_NO_CREDENTIALS:
        return 2;
      default:
        return 3;
    }
  }

  int boxedOk(String pkg) {
    CredHandle h = new CredHandle();
    Integer rc = Secur32.INSTANCE.AcquireCredentialsHandle(null, pkg, 2, null, null, null, null, h, new TimeStamp());
    if (rc.intValue() == 0) {
      return Secur32.INSTANCE.FreeCredentialsHandle(h);
    }
    return rc;
  }

  void loopBad(CredHandle cred) {
    CtxtHandle ctx = new CtxtHandle();
    int rc;
    boolean isFirst = true;
    do {
      rc = Secur32.INSTANCE.InitializeSecurityContext(cred, isFirst ? null : ctx, "x", 0, 0, 0, null, 0, ctx, null,
          new IntByReference(), null);
      isFirst = false;
    } while (rc == W32Errors.SEC_I_CONTINUE_NEEDED);
    if (rc != W32Errors.SEC_E_OK) {
      return;
    }
    Secur32.INSTANCE.DeleteSecurityContext(ctx);
  }

  void loopOk(CredHandle cred) {
    CtxtHandle ctx = new CtxtHandle();
    int rc;
    boolean isFirst = true;
    try {
      do {
        rc = Secur32.INSTANCE.InitializeSecurityContext(cred, isFirst ? null : ctx, "x", 0, 0, 0, null, 0, ctx, null,
            new IntByReference(), null);
        isFirst = false;
      } while (rc == W32Errors.SEC_I_CONTINUE_NEEDED);
    } finally {
      if (!ctx.isNull()) {
        Secur32.INSTANCE.DeleteSecurityContext(ctx);
      }
    }
  }

  private static final int OK = 0;

  private static boolean failed(int rc) {
    return rc != OK;
  }

  void helperBad(String pkg) {
    CredHandle h = new CredHandle();
    int rc = Secur32.INSTANCE.AcquireCredentialsHandle(null, pkg, 2, null, null, null, null, h, new TimeStamp());
    if (failed(rc)) {
      return;
    }
    System.out.println(h);
  }

  void helperOk(String pkg) {
    CredHandle h = new CredHandle();
    int rc = Secur32.INSTANCE.AcquireCredentialsHandle(null, pkg, 2, null, null, null, null, h, new TimeStamp());
    if (!failed(rc)) {
      Secur32.INSTANCE.FreeCredentialsHandle(h);
    }
  }
}
