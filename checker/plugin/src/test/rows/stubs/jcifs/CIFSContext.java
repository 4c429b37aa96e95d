package jcifs;

/** Outline. */
public interface CIFSContext {
  SmbResource get(String url) throws CIFSException;

  boolean close() throws CIFSException;

  CIFSContext withCredentials(Credentials credentials);

  CIFSContext withGuestCrendentials();
}
