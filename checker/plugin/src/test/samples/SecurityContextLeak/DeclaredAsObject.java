package samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** What was answered as a context is one, whatever the variable says. */
class DeclaredAsObject {
  private static GSSContext make(GSSManager manager) throws GSSException {
    return manager.createContext((GSSCredential) null);
  }

  void patternOk(GSSManager manager) throws GSSException {
    Object made = make(manager);
    if (made instanceof GSSContext context) {
      context.dispose();
    }
  }

  void castOk(GSSManager manager) throws GSSException {
    GSSContext context = make(manager);
    Object same = context;
    if (same instanceof GSSContext) {
      ((GSSContext) same).dispose();
    }
  }

  void nullOk() throws SaslException {
    Object made = Sasl.createSaslClient(new String[] {"GSSAPI"}, null, "imap", "host", Map.of(), null);
    if (made instanceof SaslClient client) {
      client.dispose();
    }
  }

  void otherTypeBad(GSSManager manager) throws GSSException {
    // BUG: Diagnostic contains: security context 'made' is not released
    Object made = make(manager);
    if (made instanceof GSSCredential credential) {
      credential.dispose();
    }
  }

  void assignedTwiceBad(GSSManager manager, Object given) throws GSSException {
    Object made = given;
    if (given == null) {
      // BUG: Diagnostic contains: security context 'made' is not released
      made = make(manager);
    }
    if (made instanceof GSSCredential credential) {
      credential.dispose();
    }
  }

  private static void releaseOne(Object it) throws GSSException {
    if (it instanceof GSSContext context) {
      context.dispose();
    } else if (it instanceof GSSCredential credential) {
      credential.dispose();
    }
  }

  private static void releaseAll(Iterable<?> all) throws GSSException {
    for (Object it : all) {
      releaseOne(it);
    }
  }

  /** The release of one may fail before the turn of the others comes: nobody guards against that. */
  void eachInTurnOk(GSSManager manager) throws GSSException {
    List<GSSContext> all = new ArrayList<>();
    all.add(make(manager));
    releaseAll(all);
  }

  /** A helper for many types: what it is given is of the type that its kind has. */
  static void release(Object... all) {
    for (Object each : all) {
      try {
        if (each instanceof GSSCredential credential) {
          credential.dispose();
        } else if (each instanceof GSSContext context) {
          context.dispose();
        }
      } catch (GSSException e) {
        System.err.println(e);
      }
    }
  }

  static void releaseCredential(Object one) throws GSSException {
    if (one instanceof GSSCredential) {
      ((GSSCredential) one).dispose();
    }
  }

  void helperOk(GSSManager manager) throws GSSException {
    GSSContext made = manager.createContext((GSSCredential) null);
    release(made);
  }

  void helperForAnotherBad(GSSManager manager) throws GSSException {
    // BUG: Diagnostic contains: security context 'made' is not released
    GSSContext made = manager.createContext((GSSCredential) null);
    releaseCredential(made);
  }
}
