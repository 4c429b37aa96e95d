package samples;

import static samples.Prelude.*;

import com.sun.jna.platform.win32.*;
import com.sun.jna.platform.win32.Sspi.*;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;

/** The name of the credentials is allocated too. */
class CredentialNames {
  String userBad(CredHandle credentials) {
    SecPkgCredentials_Names names = new SecPkgCredentials_Names();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    int status = SSPI.QueryCredentialsAttributes(credentials, Sspi.SECPKG_CRED_ATTR_NAMES, names);
    return status == OK ? names.getUserName() : "";
  }

  String userOk(CredHandle credentials) {
    SecPkgCredentials_Names names = new SecPkgCredentials_Names();
    int status = SSPI.QueryCredentialsAttributes(credentials, Sspi.SECPKG_CRED_ATTR_NAMES, names);
    if (status != OK) {
      return "";
    }
    String user = names.getUserName();
    names.free();
    return user;
  }
}
