package org.apache.hadoop.security;

/** Outline. */
public class UserGroupInformation {
  public static native UserGroupInformation loginUserFromKeytabAndReturnUGI(String user, String path) throws java.io.IOException;

  public native void logoutUserFromKeytab() throws java.io.IOException;
}
