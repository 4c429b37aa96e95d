package iaik.pkcs.pkcs11;

/** Outline. */
public class Module {
  public native void finalize(Object reserved) throws TokenException;
}
