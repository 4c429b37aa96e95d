package iaik.pkcs.pkcs11;

/** Outline. */
public class Token {
  public native Session openSession(boolean serial, boolean writable, Object application, Notify notify) throws TokenException;
}
