package com.microsoft.tfs.jni;

/** Outline. */
public class NTLM {
  public native Object initialize(boolean client);

  public native void dispose(Object state);
}
