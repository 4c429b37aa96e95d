package io.github.relinquish.plugin.oracle.api;

/** A binding of SSPI like any other: its functions are known by their names. */
public interface Sec {
  int AcquireCredentialsHandle(
      Object principal, String name, int use, Object logonId, Object authData, Object getKey, Object argument, Handle handle, Object expiry);

  int InitializeSecurityContext(
      Handle credentials, Handle context, String target, int need, int reserved, int representation, Object input, int reserved2,
      Handle newContext, Object output, Object attributes, Object expiry);

  int QueryCredentialsAttributes(Handle credentials, int attribute, Object buffer);

  int QueryContextAttributes(Handle context, int attribute, Object buffer);

  int DeleteSecurityContext(Handle context);

  int FreeCredentialsHandle(Handle credentials);
}
