package iaik.pkcs.pkcs11;

/** Outline. */
public interface Notify {}
