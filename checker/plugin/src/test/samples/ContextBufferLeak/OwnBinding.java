package samples;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** The same functions in a binding of one's own, matched by their names. */
class OwnBinding {
  interface Sspicli {
    int QuerySecurityPackageInfo(String name, PointerByReference info);

    int FreeContextBuffer(Pointer buffer);
  }

  void askBad(Sspicli sspi) {
    PointerByReference cell = new PointerByReference();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    if (sspi.QuerySecurityPackageInfo("Kerberos", cell) == 0) {
      System.out.println(cell);
    }
  }

  void askOk(Sspicli sspi) {
    PointerByReference cell = new PointerByReference();
    if (sspi.QuerySecurityPackageInfo("Kerberos", cell) == 0) {
      sspi.FreeContextBuffer(cell.getValue());
    }
  }
}
