package iaik.pkcs.pkcs11;

/** Outline. */
public class Session {
  public native void closeSession() throws TokenException;
}
