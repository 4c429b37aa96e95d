package org.apache.tomcat.jni;

/** Outline. */
public class SSLContext {
  public static native long make(long pool, int protocol, int mode) throws Exception;

  public static native int free(long context);
}
