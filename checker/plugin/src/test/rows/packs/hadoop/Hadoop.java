package rows;

import java.io.IOException;
import org.apache.hadoop.security.UserGroupInformation;

/** Hadoop's logins. */
class Hadoop {
  void loginBad() throws IOException {
    // BUG: Diagnostic contains: [LoginNotLoggedOut]
    UserGroupInformation user = UserGroupInformation.loginUserFromKeytabAndReturnUGI("me", "tab");
    System.out.println(user);
  }

  void loginOk() throws IOException {
    UserGroupInformation user = UserGroupInformation.loginUserFromKeytabAndReturnUGI("me", "tab");
    try {
      System.out.println(user);
    } finally {
      user.logoutUserFromKeytab();
    }
  }

  UserGroupInformation handedOutOk() throws IOException {
    return UserGroupInformation.loginUserFromKeytabAndReturnUGI("me", "tab");
  }
}
