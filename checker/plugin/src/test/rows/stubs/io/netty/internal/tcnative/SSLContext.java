package io.netty.internal.tcnative;

/** Outline. */
public class SSLContext {
  public static native long make(int protocol, int mode) throws Exception;

  public static native int free(long context);
}
