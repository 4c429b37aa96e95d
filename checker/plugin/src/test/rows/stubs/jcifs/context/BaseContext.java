package jcifs.context;

/** Outline. */
public class BaseContext implements jcifs.CIFSContext {
  public BaseContext(jcifs.Configuration configuration) throws jcifs.CIFSException {}

  @Override public native jcifs.SmbResource get(String url) throws jcifs.CIFSException;

  @Override public native boolean close() throws jcifs.CIFSException;

  @Override public native jcifs.CIFSContext withCredentials(jcifs.Credentials credentials);

  @Override public native jcifs.CIFSContext withGuestCrendentials();
}
