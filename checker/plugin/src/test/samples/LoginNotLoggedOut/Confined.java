package samples;

import static samples.Prelude.*;

import java.security.PrivilegedAction;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.*;

/** The Subject stays in the method. */
class Confined {
  void runBad(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    // BUG: Diagnostic contains: login 'login' is not logged out
    login.login();
    PrivilegedAction<Void> work = () -> null;
    Subject.doAs(login.getSubject(), work);
  }

  void runOk(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("job", user);
    login.login();
    try {
      PrivilegedAction<Void> work = () -> null;
      Subject.doAs(login.getSubject(), work);
    } finally {
      login.logout();
    }
  }
}
