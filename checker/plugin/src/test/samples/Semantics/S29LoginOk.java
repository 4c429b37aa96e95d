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

  /** Whoever is ready for the logout to fail may try it. */
  boolean tries(CallbackHandler user) {
    LoginContext login = null;
    try {
      login = new LoginContext("app", user);
      login.login();
      use(login.getSubject());
      return true;
    } catch (LoginException e) {
      return false;
    } finally {
      if (login != null) {
        try {
          login.logout();
        } catch (LoginException ignored) {
          // There is nobody to tell.
        }
      }
    }
  }

  /** The second try begins it. */
  void triesAgain(CallbackHandler user) throws LoginException {
    LoginContext login = new LoginContext("app", user);
    try {
      login.login();
    } catch (FailedLoginException e) {
      login.login();
    }
    try {
      use(login.getSubject());
    } finally {
      login.logout();
    }
  }
}
