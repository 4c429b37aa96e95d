package org.apache.hc.client5.http.impl.win;

/** Outline. */
public class WindowsNegotiateScheme {
  public native String generateAuthResponse(Object host, Object request, Object context);

  public native boolean isChallengeComplete();

  public native void dispose();
}
