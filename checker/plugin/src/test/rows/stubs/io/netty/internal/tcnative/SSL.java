package io.netty.internal.tcnative;

/** Outline. */
public class SSL {
  public static native long newSSL(long context, boolean server);

  public static native void freeSSL(long ssl);

  public static native long newMemBIO() throws Exception;

  public static native void freeBIO(long bio);

  public static native long parsePrivateKey(long bio, String password) throws Exception;

  public static native void freePrivateKey(long key);

  public static native long parseX509Chain(long bio) throws Exception;

  public static native void freeX509Chain(long chain);
}
