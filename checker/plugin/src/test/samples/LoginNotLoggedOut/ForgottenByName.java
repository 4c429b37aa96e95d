package samples;

import static samples.Prelude.*;

import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.login.*;

/** Methods called like the release that get or make what they should release, and leave it alone. */
class ForgottenByName {
  private final Map<String, LoginContext> byUser = new HashMap<>();
  private LoginContext last;

  LoginContext last() {
    return last;
  }

  void logoutAnewBad(Subject subject) throws LoginException {
    // BUG: Diagnostic contains: 'context' is not logged out by logoutAnewBad()
    LoginContext context = new LoginContext("job", subject);
    use(subject.getPrincipals().size());
  }

  void logoutAnewOk(Subject subject) throws LoginException {
    LoginContext context = new LoginContext("job", subject);
    context.logout();
  }

  void logoutTakenOutBad(String user) {
    // BUG: Diagnostic contains: 'context' is not logged out by logoutTakenOutBad()
    LoginContext context = byUser.remove(user);
    if (context == null) {
      throw new IllegalStateException("not logged in");
    }
    use(user.length());
  }

  void logoutTakenOutOk(String user) throws LoginException {
    LoginContext context = byUser.remove(user);
    if (context != null) {
      context.logout();
    }
  }

  void logoutGotBad() {
    // BUG: Diagnostic contains: 'context' is not logged out by logoutGotBad()
    LoginContext context = last();
    if (context == null) {
      return;
    }
    use(1);
  }

  void logoutHandedOnOk() throws LoginException {
    LoginContext context = last();
    end(context);
  }

  LoginContext logoutLaterOk(String user) {
    return byUser.remove(user);
  }

  void logoutEitherOk(Subject subject) throws LoginException {
    LoginContext context = last();
    if (context == null) {
      context = new LoginContext("job", subject);
    }
    LoginContext other = context;
    other.logout();
  }

  private static void end(LoginContext context) throws LoginException {
    context.logout();
  }
}
