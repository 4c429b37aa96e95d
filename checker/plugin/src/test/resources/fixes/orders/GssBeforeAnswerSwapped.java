import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;

class GssBeforeAnswerSwapped {
  int run(GSSManager manager, GSSName peer, byte[] in) throws GSSException {
    GSSCredential cred = manager.createCredential(GSSCredential.INITIATE_ONLY);
    GSSContext ctx = manager.createContext(peer, null, cred, 0);
    int rc = ctx.getLifetime();
    cred.dispose();
    ctx.dispose();
    return rc;
  }
}
