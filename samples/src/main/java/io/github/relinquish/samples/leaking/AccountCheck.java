package io.github.relinquish.samples.leaking;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** A command that tells whether a password is right and which groups the user is in. */
public final class AccountCheck {
  private AccountCheck() {}

  public static void main(String[] args) {
    System.out.println(groupsOf(args[0], new String(System.console().readPassword())));
  }

  static String groupsOf(String user, String password) {
    HANDLEByReference token = new HANDLEByReference();
    boolean isRight = Advapi32.INSTANCE.LogonUser(
        user, ".", password, WinBase.LOGON32_LOGON_NETWORK, WinBase.LOGON32_PROVIDER_DEFAULT, token);
    if (!isRight) {
      throw new Win32Exception(Kernel32.INSTANCE.GetLastError());
    }
    Advapi32Util.Account[] groups = Advapi32Util.getTokenGroups(token.getValue());
    if (groups.length == 0) {
      return "";
    }
    StringBuilder names = new StringBuilder();
    for (Advapi32Util.Account group : groups) {
      names.append(group.fqn).append('\n');
    }
    Kernel32.INSTANCE.CloseHandle(token.getValue());
    return names.toString();
  }
}
