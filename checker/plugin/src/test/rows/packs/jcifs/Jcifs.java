package rows;

import jcifs.CIFSContext;
import jcifs.CIFSException;
import jcifs.Configuration;
import jcifs.Credentials;
import jcifs.context.BaseContext;
import jcifs.context.CIFSContextWrapper;
import jcifs.smb.CredentialsInternal;
import jcifs.smb.SSPContext;

/** Contexts of jcifs-ng, none of them AutoCloseable. */
class Jcifs {
  void contextBad(Configuration configuration) throws CIFSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    CIFSContext context = new BaseContext(configuration);
    context.get("smb://here");
  }

  void contextOk(Configuration configuration) throws CIFSException {
    CIFSContext context = new BaseContext(configuration);
    try {
      context.get("smb://here");
    } finally {
      context.close();
    }
  }

  void wrappedBad(Configuration configuration, Credentials me) throws CIFSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    CIFSContext context = new BaseContext(configuration).withCredentials(me);
    context.get("smb://here");
  }

  void wrappedOk(Configuration configuration, Credentials me) throws CIFSException {
    CIFSContext context = new CIFSContextWrapper(new BaseContext(configuration).withGuestCrendentials()).withCredentials(me);
    try {
      context.get("smb://here");
    } finally {
      context.close();
    }
  }

  CIFSContext handedOutOk(Configuration configuration, Credentials me) throws CIFSException {
    return new BaseContext(configuration).withCredentials(me);
  }

  byte[] mechanismBad(CredentialsInternal me, CIFSContext context) throws CIFSException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    SSPContext ssp = me.createContext(context, "d", "h", null, true);
    byte[] token = ssp.initSecContext(new byte[0], 0, 0);
    ssp.dispose();
    return token;
  }

  byte[] mechanismOk(CredentialsInternal me, CIFSContext context) throws CIFSException {
    SSPContext ssp = me.createContext(context, "d", "h", null, true);
    try {
      return ssp.initSecContext(new byte[0], 0, 0);
    } finally {
      ssp.dispose();
    }
  }
}
