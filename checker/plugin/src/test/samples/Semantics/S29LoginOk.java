package samples;

import static samples.Prelude.*;

import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.*;

/** The login begins it; one that fails owes nothing. */
class S29LoginOk {
  void run(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("app", user);
    login.login();
    try {
      use(login.getSubject());
    } finally {
      login.logout();
    }
  }
}
