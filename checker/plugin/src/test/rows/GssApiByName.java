package rows;

/** The C functions of GSS-API in a binding of one's own. */
class GssApiByName {
  static class Cell {
    long value;
  }

  interface Api {
    int gss_acquire_cred(Cell minor, Cell name, int time, Object mechs, int usage, Cell cred, Object actual, Object rec);
    int gss_release_cred(Cell minor, Cell cred);
    int gss_init_sec_context(Cell minor, Cell cred, Cell ctx, Cell peer, Object mech, int flags, int time, Object bind, Object in, Object actual, Cell out, Object ret, Object rec);
    int gss_accept_sec_context(Cell minor, Cell ctx, Cell cred, Object in, Object bind, Cell peer, Object mech, Cell out, Object flags, Object rec, Cell delegated);
    int gss_delete_sec_context(Cell minor, Cell ctx, Cell out);
    int gss_export_sec_context(Cell minor, Cell ctx, Cell token);
    int gss_import_sec_context(Cell minor, Cell token, Cell ctx);
    int gss_release_buffer(Cell minor, Cell buffer);
    int gss_release_name(Cell minor, Cell name);
  }

  private final Api api;

  GssApiByName(Api api) {
    this.api = api;
  }

  void acquireBad(Cell minor) {
    Cell cred = new Cell();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    api.gss_acquire_cred(minor, null, 0, null, 1, cred, null, null);
  }

  void acquireOk(Cell minor) {
    Cell cred = new Cell();
    if (api.gss_acquire_cred(minor, null, 0, null, 1, cred, null, null) == 0) {
      api.gss_release_cred(minor, cred);
    }
  }

  void initBad(Cell minor, Cell cred) {
    Cell ctx = new Cell();
    Cell out = new Cell();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    int major = api.gss_init_sec_context(minor, cred, ctx, null, null, 0, 0, null, null, null, out, null, null);
    if (major == 0 || major == 1) {
      api.gss_release_buffer(minor, out);
    }
  }

  void initOk(Cell minor, Cell cred) {
    Cell ctx = new Cell();
    Cell out = new Cell();
    int major = api.gss_init_sec_context(minor, cred, ctx, null, null, 0, 0, null, null, null, out, null, null);
    if (major == 0 || major == 1) {
      api.gss_release_buffer(minor, out);
      api.gss_delete_sec_context(minor, ctx, null);
    }
  }

  void acceptBad(Cell minor) {
    Cell ctx = new Cell();
    Cell out = new Cell();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    int major = api.gss_accept_sec_context(minor, ctx, null, null, null, null, null, out, null, null, null);
    if (major == 0 || major == 1) {
      api.gss_delete_sec_context(minor, ctx, null);
    }
  }

  void acceptOk(Cell minor) {
    Cell ctx = new Cell();
    Cell peer = new Cell();
    Cell out = new Cell();
    int major = api.gss_accept_sec_context(minor, ctx, null, null, null, peer, null, out, null, null, null);
    if (major == 0) {
      api.gss_release_name(minor, peer);
    }
    if (major == 0 || major == 1) {
      api.gss_release_buffer(minor, out);
      api.gss_delete_sec_context(minor, ctx, null);
    }
  }

  void exportBad(Cell minor, Cell ctx) {
    Cell token = new Cell();
    // BUG: Diagnostic contains: [ContextBufferLeak]
    api.gss_export_sec_context(minor, ctx, token);
  }

  void exportOk(Cell minor, Cell ctx) {
    Cell token = new Cell();
    if (api.gss_export_sec_context(minor, ctx, token) == 0) {
      api.gss_release_buffer(minor, token);
    }
  }

  void importBad(Cell minor, Cell token) {
    Cell ctx = new Cell();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    api.gss_import_sec_context(minor, token, ctx);
  }

  void importOk(Cell minor, Cell token) {
    Cell ctx = new Cell();
    if (api.gss_import_sec_context(minor, token, ctx) == 0) {
      api.gss_delete_sec_context(minor, ctx, null);
    }
  }
}
