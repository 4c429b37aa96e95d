package samples;

import static samples.Prelude.*;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import org.ietf.jgss.*;

/** The action runs at once, and what it returns is ours. */
class S17ClosureOk {
  void as(Subject user, GSSName peer) throws PrivilegedActionException, GSSException {
    GSSContext context =
        Subject.doAs(user, (PrivilegedExceptionAction<GSSContext>) () -> GSS.createContext(peer, null, null, 0));
    try {
      use(context);
    } finally {
      context.dispose();
    }
  }
}
