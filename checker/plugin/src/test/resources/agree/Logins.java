import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSManager;

class Logins {
  void outBad() throws LoginException {
    LoginContext l = new LoginContext("x");
    l.login();
    System.out.println(l.getSubject());
  }

  void outOk() throws LoginException {
    LoginContext l = new LoginContext("x");
    l.login();
    try {
      System.out.println(l.getSubject());
    } finally {
      l.logout();
    }
  }

  byte[] doAsBad(Subject s, byte[] in) throws PrivilegedActionException {
    return Subject.doAs(s, (PrivilegedExceptionAction<byte[]>) () -> {
      GSSContext c = GSSManager.getInstance().createContext(in);
      return c.acceptSecContext(in, 0, in.length);
    });
  }

  GSSContext doAsOk(Subject s, byte[] in) throws Exception {
    GSSContext c = Subject.doAs(s, (PrivilegedExceptionAction<GSSContext>) () -> GSSManager.getInstance().createContext(in));
    c.dispose();
    return null;
  }

  void doAsAnonymousBad(Subject s, byte[] in) throws Exception {
    GSSContext c = Subject.doAs(s, new PrivilegedExceptionAction<GSSContext>() {
      @Override public GSSContext run() throws Exception {
        return GSSManager.getInstance().createContext(in);
      }
    });
    c.acceptSecContext(in, 0, 1);
  }
}
