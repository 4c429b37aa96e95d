package jcifs.smb;

/** Outline. */
public interface CredentialsInternal extends jcifs.Credentials {
  SSPContext createContext(jcifs.CIFSContext context, String domain, String host, byte[] token, boolean signing) throws jcifs.CIFSException;
}
