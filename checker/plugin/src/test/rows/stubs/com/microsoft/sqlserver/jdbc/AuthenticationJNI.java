package com.microsoft.sqlserver.jdbc;

/** Outline. */
public class AuthenticationJNI {
  public static native int SNISecGenClientContext(byte[] ctx, int[] size, byte[] in, int inSize, byte[] out, int[] outSize, boolean[] done,
      String server, int port, String user, String word, Object log);

  public static native int SNISecReleaseClientContext(byte[] ctx, int size, Object log);
}
