package rows;

/** SSPI and Win32 in a binding of one's own: functions are known by name. */
class SspiByName {
  static class Handle {
    long value;
  }

  interface Api {
    int AcquireCredentialsHandle(String who, String pkg, int use, Object luid, Object auth, Object fn, Object arg, Handle cred, Object expiry);
    int InitializeSecurityContext(Handle cred, Handle old, String peer, int req, int r1, int rep, Object in, int r2, Handle ctx, Object out, Object attr, Object expiry);
    int SaslInitializeSecurityContext(Handle cred, Handle old, String peer, int req, int r1, int rep, Object in, int r2, Handle ctx, Object out, Object attr, Object expiry);
    int AcceptSecurityContext(Handle cred, Handle old, Object in, int req, int rep, Handle ctx, Object out, Object attr, Object expiry);
    int SaslAcceptSecurityContext(Handle cred, Handle old, Object in, int req, int rep, Handle ctx, Object out, Object attr, Object expiry);
    int ImportSecurityContext(String pkg, Object packed, Object token, Handle ctx);
    int ExportSecurityContext(Handle ctx, int flags, Handle packed, Handle token);
    int DeleteSecurityContext(Handle ctx);
    int FreeCredentialsHandle(Handle cred);
    int FreeContextBuffer(Handle buffer);
    int EnumerateSecurityPackages(Object count, Handle infos);
    int EnumerateSecurityPackages(Object count, Infos infos);
    int QuerySecurityPackageInfo(String name, Handle info);
    int QuerySecurityContextToken(Handle ctx, Handle token);
    int ImpersonateSecurityContext(Handle ctx);
    int RevertSecurityContext(Handle ctx);
    int SspiEncodeStringsAsAuthIdentity(String user, String domain, String word, Handle id);
    void SspiFreeAuthIdentity(Handle id);
    boolean LogonUser(String user, String domain, String word, int type, int provider, Handle token);
    boolean DuplicateTokenEx(Handle token, int access, Object attributes, int level, int type, Handle copy);
    boolean DuplicateToken(Handle token, int level, Handle copy);
    boolean OpenProcessToken(Object process, int access, Handle token);
    boolean OpenThreadToken(Object thread, int access, boolean self, Handle token);
    boolean ImpersonateLoggedOnUser(Handle token);
    boolean ImpersonateSelf(int level);
    boolean ImpersonateNamedPipeClient(Object pipe);
    boolean ImpersonateAnonymousToken(Object thread);
    boolean SetThreadToken(Object thread, Handle token);
    boolean RevertToSelf();
    boolean CloseHandle(Handle token);
    Handle LoadLibrary(String name);
    Handle LoadLibraryEx(String name, Object file, int flags);
    boolean FreeLibrary(Handle library);
  }

  private final Api api;

  SspiByName(Api api) {
    this.api = api;
  }

  void acquireBad() {
    Handle cred = new Handle();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    api.AcquireCredentialsHandle(null, "Negotiate", 2, null, null, null, null, cred, null);
  }

  void acquireOk() {
    Handle cred = new Handle();
    if (api.AcquireCredentialsHandle(null, "Negotiate", 2, null, null, null, null, cred, null) == 0) {
      api.FreeCredentialsHandle(cred);
    }
  }

  void initializeBad(Handle cred) {
    Handle ctx = new Handle();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    api.InitializeSecurityContext(cred, null, "peer", 0, 0, 0, null, 0, ctx, null, null, null);
    Handle sasl = new Handle();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    api.SaslInitializeSecurityContext(cred, null, "peer", 0, 0, 0, null, 0, sasl, null, null, null);
  }

  void initializeOk(Handle cred) {
    Handle ctx = new Handle();
    if (api.InitializeSecurityContext(cred, null, "peer", 0, 0, 0, null, 0, ctx, null, null, null) >= 0) {
      api.DeleteSecurityContext(ctx);
    }
    Handle sasl = new Handle();
    if (api.SaslInitializeSecurityContext(cred, null, "peer", 0, 0, 0, null, 0, sasl, null, null, null) >= 0) {
      api.DeleteSecurityContext(sasl);
    }
  }

  void acceptBad(Handle cred) {
    Handle ctx = new Handle();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    api.AcceptSecurityContext(cred, null, null, 0, 0, ctx, null, null, null);
    Handle sasl = new Handle();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    api.SaslAcceptSecurityContext(cred, null, null, 0, 0, sasl, null, null, null);
  }

  void acceptOk(Handle cred) {
    Handle ctx = new Handle();
    if (api.AcceptSecurityContext(cred, null, null, 0, 0, ctx, null, null, null) >= 0) {
      api.DeleteSecurityContext(ctx);
    }
    Handle sasl = new Handle();
    if (api.SaslAcceptSecurityContext(cred, null, null, 0, 0, sasl, null, null, null) >= 0) {
      api.DeleteSecurityContext(sasl);
    }
  }

  void importBad() {
    Handle ctx = new Handle();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    api.ImportSecurityContext("Negotiate", null, null, ctx);
  }

  void importOk() {
    Handle ctx = new Handle();
    if (api.ImportSecurityContext("Negotiate", null, null, ctx) == 0) {
      api.DeleteSecurityContext(ctx);
    }
  }

  void exportBad(Handle ctx) {
    Handle packed = new Handle();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.ExportSecurityContext(ctx, 0, packed, null);
  }

  void exportOk(Handle ctx) {
    Handle packed = new Handle();
    if (api.ExportSecurityContext(ctx, 0, packed, null) == 0) {
      api.FreeContextBuffer(packed);
    }
  }

  void packagesBad() {
    Handle infos = new Handle();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.EnumerateSecurityPackages(null, infos);
    Handle info = new Handle();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.QuerySecurityPackageInfo("Negotiate", info);
  }

  void packagesOk() {
    Handle infos = new Handle();
    if (api.EnumerateSecurityPackages(null, infos) == 0) {
      api.FreeContextBuffer(infos);
    }
    Handle info = new Handle();
    if (api.QuerySecurityPackageInfo("Negotiate", info) == 0) {
      api.FreeContextBuffer(info);
    }
  }

  /** A struct that the function fills: what is in it is given back. */
  static final class Infos {
    Handle first;
  }

  void packagesInAStructBad(Infos others) {
    Infos infos = new Infos();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.EnumerateSecurityPackages(null, infos);
    api.FreeContextBuffer(others.first);
  }

  void packagesInAStructOk() {
    Infos infos = new Infos();
    if (api.EnumerateSecurityPackages(null, infos) == 0) {
      api.FreeContextBuffer(infos.first);
    }
  }

  void tokenBad(Handle ctx) {
    Handle token = new Handle();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    api.QuerySecurityContextToken(ctx, token);
  }

  void tokenOk(Handle ctx) {
    Handle token = new Handle();
    if (api.QuerySecurityContextToken(ctx, token) == 0) {
      api.CloseHandle(token);
    }
  }

  void impersonateContextBad(Handle ctx) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    api.ImpersonateSecurityContext(ctx);
  }

  void impersonateContextOk(Handle ctx) {
    if (api.ImpersonateSecurityContext(ctx) == 0) {
      api.RevertSecurityContext(ctx);
    }
  }

  void identityBad() {
    Handle id = new Handle();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    api.SspiEncodeStringsAsAuthIdentity("me", "here", "word", id);
  }

  void identityOk() {
    Handle id = new Handle();
    if (api.SspiEncodeStringsAsAuthIdentity("me", "here", "word", id) == 0) {
      api.SspiFreeAuthIdentity(id);
    }
  }

  void logonBad() {
    Handle token = new Handle();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    api.LogonUser("me", "here", "word", 3, 0, token);
  }

  void logonOk() {
    Handle token = new Handle();
    if (api.LogonUser("me", "here", "word", 3, 0, token)) {
      api.CloseHandle(token);
    }
  }

  void duplicateBad(Handle token) {
    Handle first = new Handle();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    api.DuplicateTokenEx(token, 0, null, 0, 0, first);
    Handle second = new Handle();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    api.DuplicateToken(token, 2, second);
  }

  void duplicateOk(Handle token) {
    Handle first = new Handle();
    if (api.DuplicateTokenEx(token, 0, null, 0, 0, first)) {
      api.CloseHandle(first);
    }
    Handle second = new Handle();
    if (api.DuplicateToken(token, 2, second)) {
      api.CloseHandle(second);
    }
  }

  void openTokenBad() {
    Handle process = new Handle();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    api.OpenProcessToken(this, 8, process);
    Handle thread = new Handle();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    api.OpenThreadToken(this, 8, true, thread);
  }

  void openTokenOk() {
    Handle process = new Handle();
    if (api.OpenProcessToken(this, 8, process)) {
      api.CloseHandle(process);
    }
    Handle thread = new Handle();
    if (api.OpenThreadToken(this, 8, true, thread)) {
      api.CloseHandle(thread);
    }
  }

  void loggedOnBad(Handle token) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    api.ImpersonateLoggedOnUser(token);
  }

  void loggedOnOk(Handle token) {
    if (api.ImpersonateLoggedOnUser(token)) {
      api.RevertToSelf();
    }
  }

  void selfBad() {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    api.ImpersonateSelf(2);
  }

  void selfOk() {
    if (api.ImpersonateSelf(2)) {
      api.RevertToSelf();
    }
  }

  void pipeBad(Object pipe) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    api.ImpersonateNamedPipeClient(pipe);
  }

  void pipeOk(Object pipe) {
    if (api.ImpersonateNamedPipeClient(pipe)) {
      api.RevertToSelf();
    }
  }

  void anonymousBad(Object thread) {
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    api.ImpersonateAnonymousToken(thread);
  }

  void anonymousOk(Object thread) {
    if (api.ImpersonateAnonymousToken(thread)) {
      api.RevertToSelf();
    }
  }

  void threadTokenBad() {
    Handle token = new Handle();
    // BUG: Diagnostic contains: [ImpersonationNotReverted]
    api.SetThreadToken(null, token);
  }

  void threadTokenOk() {
    Handle token = new Handle();
    if (api.SetThreadToken(null, token)) {
      api.SetThreadToken(null, null);
    }
  }

  void libraryBad() {
    Handle library = api.LoadLibrary("kernel32");
    if (library != null) {
      api.FreeLibrary(library);
      // BUG: Diagnostic contains: [DoubleRelease]
      api.FreeLibrary(library);
    }
    Handle other = api.LoadLibraryEx("kernel32", null, 0);
    if (other != null) {
      api.FreeLibrary(other);
      // BUG: Diagnostic contains: [DoubleRelease]
      api.FreeLibrary(other);
    }
  }

  void libraryOk() {
    Handle library = api.LoadLibrary("kernel32");
    if (library != null) {
      api.FreeLibrary(library);
    }
    Handle other = api.LoadLibraryEx("kernel32", null, 0);
    if (other != null) {
      api.FreeLibrary(other);
    }
  }
}
