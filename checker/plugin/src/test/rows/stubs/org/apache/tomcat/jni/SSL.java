package org.apache.tomcat.jni;

/** Outline. */
public class SSL {
  public static native long newSSL(long context, boolean server);

  public static native void freeSSL(long ssl);

  public static native long newMemBIO() throws Exception;

  public static native void freeBIO(long bio);
}
