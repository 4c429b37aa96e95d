package samples;

import static samples.Prelude.*;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import org.ietf.jgss.*;

class S17ClosureBad {
  byte[] as(Subject user, GSSName peer) throws PrivilegedActionException {
    return Subject.doAs(user, (PrivilegedExceptionAction<byte[]>) () -> {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      GSSContext context = GSS.createContext(peer, null, null, 0);
      byte[] token = context.initSecContext(new byte[0], 0, 0);
      context.dispose();
      return token;
    });
  }
}
