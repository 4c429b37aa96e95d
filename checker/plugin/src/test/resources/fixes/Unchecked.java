import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

class Unchecked {
  // The answer is the caller's.
  boolean stored(String user, String password) {
    HANDLEByReference token = new HANDLEByReference();
    boolean isKnown = Advapi32.INSTANCE.LogonUser(
        user, ".", password, WinBase.LOGON32_LOGON_NETWORK, WinBase.LOGON32_PROVIDER_DEFAULT, token);
    return isKnown;
  }

  boolean passed(String user, String password) {
    HANDLEByReference token = new HANDLEByReference();
    return Advapi32.INSTANCE.LogonUser(
        user, ".", password, WinBase.LOGON32_LOGON_NETWORK, WinBase.LOGON32_PROVIDER_DEFAULT, token);
  }

  // It is told, not asked.
  void told(String user, String password) {
    HANDLEByReference token = new HANDLEByReference();
    boolean isKnown = Advapi32.INSTANCE.LogonUser(
        user, ".", password, WinBase.LOGON32_LOGON_NETWORK, WinBase.LOGON32_PROVIDER_DEFAULT, token);
    System.out.println(isKnown);
  }
}
