package net.sourceforge.jtds.util;

/** Outline. */
public class SSPIJNIClient {
  public static native SSPIJNIClient getInstance();

  public native void invokeInitialize();

  public native void invokeUnInitialize();
}
