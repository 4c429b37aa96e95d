package org.apache.http.impl.auth.win;

/** Outline. */
public class WindowsNegotiateScheme {
  public native Object authenticate(Object credentials, Object request, Object context);

  public native boolean isComplete();

  public native void dispose();
}
