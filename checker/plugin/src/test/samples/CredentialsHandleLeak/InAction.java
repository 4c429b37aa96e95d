package samples;

import static samples.Prelude.*;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import org.ietf.jgss.*;

/** Made in an action and answered by it. */
class InAction {
  private GSSCredential login(Subject user) throws PrivilegedActionException {
    return Subject.doAs(user, new PrivilegedExceptionAction<GSSCredential>() {
      @Override public GSSCredential run() throws GSSException {
        return GSS.createCredential(GSSCredential.INITIATE_ONLY);
      }
    });
  }

  void callerBad(Subject user) throws Exception {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    GSSCredential mine = login(user);
    use(mine.getName());
  }

  void callerOk(Subject user) throws Exception {
    GSSCredential mine = login(user);
    try {
      use(mine.getName());
    } finally {
      mine.dispose();
    }
  }
}
