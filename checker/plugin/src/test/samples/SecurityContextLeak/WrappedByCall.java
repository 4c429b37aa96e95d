package samples;

import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** What an action throws leaves the call that runs it in an exception of its own, if it is checked. */
class WrappedByCall {
  byte[] wrappedOk(GSSManager manager, Subject user, byte[] token) throws PrivilegedActionException, GSSException {
    GSSContext context = manager.createContext((GSSCredential) null);
    byte[] answer;
    try {
      answer = Subject.doAs(user, (PrivilegedExceptionAction<byte[]>) () -> context.acceptSecContext(token, 0, token.length));
    } catch (PrivilegedActionException e) {
      context.dispose();
      throw e;
    }
    context.dispose();
    return answer;
  }

  byte[] notCaughtBad(GSSManager manager, Subject user, byte[] token) throws PrivilegedActionException, GSSException {
    // BUG: Diagnostic contains: 'context' is not released when Subject.doAs() throws PrivilegedActionException
    GSSContext context = manager.createContext((GSSCredential) null);
    byte[] answer = Subject.doAs(user, (PrivilegedExceptionAction<byte[]>) () -> context.acceptSecContext(token, 0, token.length));
    context.dispose();
    return answer;
  }

  byte[] caughtAndForgottenBad(GSSManager manager, Subject user, byte[] token) throws GSSException {
    // BUG: Diagnostic contains: 'context' is not released when the method returns
    GSSContext context = manager.createContext((GSSCredential) null);
    byte[] answer;
    try {
      answer = Subject.doAs(user, (PrivilegedExceptionAction<byte[]>) () -> context.acceptSecContext(token, 0, token.length));
    } catch (PrivilegedActionException e) {
      return null;
    }
    context.dispose();
    return answer;
  }

  boolean uncheckedBad(GSSManager manager, Subject user, byte[] token) throws GSSException {
    // BUG: Diagnostic contains: 'context' is not released when Subject.doAs() throws IllegalStateException
    GSSContext context = manager.createContext((GSSCredential) null);
    Subject.doAs(user, (PrivilegedAction<Void>) () -> {
      if (!context.isEstablished()) {
        throw new IllegalStateException();
      }
      return null;
    });
    context.dispose();
    return true;
  }

  byte[] releasedByTheActionOk(GSSManager manager, Subject user, byte[] token) throws PrivilegedActionException, GSSException {
    GSSContext context = manager.createContext((GSSCredential) null);
    byte[] answer = Subject.doAs(user, (PrivilegedExceptionAction<byte[]>) () -> {
      try {
        return context.acceptSecContext(token, 0, token.length);
      } catch (GSSException e) {
        context.dispose();
        throw e;
      }
    });
    context.dispose();
    return answer;
  }

  void anybodysOk(GSSManager manager, Subject user, PrivilegedExceptionAction<Void> action) throws Exception {
    GSSContext context = manager.createContext((GSSCredential) null);
    try {
      Subject.doAs(user, action);
    } catch (PrivilegedActionException e) {
      context.dispose();
      throw e;
    }
    context.dispose();
  }
}
