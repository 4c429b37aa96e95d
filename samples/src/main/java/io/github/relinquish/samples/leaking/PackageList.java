package io.github.relinquish.samples.leaking;

import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi.PSecPkgInfo;
import com.sun.jna.platform.win32.Sspi.SecPkgInfo;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;

/** Prints the security packages of this computer. */
public final class PackageList {
  private PackageList() {}

  public static void main(String[] args) {
    IntByReference count = new IntByReference();
    PSecPkgInfo packages = new PSecPkgInfo();
    int status = Secur32.INSTANCE.EnumerateSecurityPackages(count, packages);
    if (status != WinError.SEC_E_OK) {
      throw new Win32Exception(status);
    }
    for (SecPkgInfo one : packages.toArray(count.getValue())) {
      System.out.println(one.Name + ": " + one.Comment);
    }
  }
}
