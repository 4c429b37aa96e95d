package iaik.pkcs.pkcs11;

/** Outline. */
public class TokenException extends Exception {}
