package jcifs.smb;

/** Outline. */
public interface SSPContext {
  byte[] initSecContext(byte[] token, int offset, int length) throws jcifs.CIFSException;

  void dispose() throws jcifs.CIFSException;
}
