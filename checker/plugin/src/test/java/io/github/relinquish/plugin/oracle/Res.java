package io.github.relinquish.plugin.oracle;

import java.util.List;

/** A resource that a random program holds in a local variable. */
record Res(Kind kind, String var) {
  enum Kind {
    CONTEXT("GSSContext", "Ctx"), CREDENTIAL("GSSCredential", "Cred"), HANDLE("Handle", "Handle"), CONTEXT_HANDLE("Handle", "Part");

    final String type;
    final String suffix;

    Kind(String type, String suffix) {
      this.type = type;
      this.suffix = suffix;
    }

    boolean isHandle() {
      return this == HANDLE || this == CONTEXT_HANDLE;
    }

    boolean isContext() {
      return this == CONTEXT || this == CONTEXT_HANDLE;
    }

    /** What is passed to every method that may need it. */
    String owner() {
      return isHandle() ? "sec" : "m";
    }

    String ownerType() {
      return isHandle() ? "Sec sec" : "GSSManager m";
    }
  }

  /** An expression: a new resource, or the status of having filled in {@code var}. */
  static String begin(Kind kind, String var, String credentials) {
    return switch (kind) {
      case CONTEXT -> "m.createContext(" + (credentials == null ? "(GSSCredential) null" : credentials) + ")";
      case CREDENTIAL -> "m.createCredential(1)";
      case HANDLE -> "sec.AcquireCredentialsHandle(null, \"p\", 2, null, null, null, null, " + var + ", null)";
      case CONTEXT_HANDLE -> "sec.InitializeSecurityContext(" + credentials + ", null, \"t\", 0, 0, 0, null, 0, " + var + ", null, null, null)";
    };
  }

  String release() {
    return switch (kind) {
      case CONTEXT, CREDENTIAL -> var + ".dispose();";
      case HANDLE -> "sec.FreeCredentialsHandle(" + var + ");";
      case CONTEXT_HANDLE -> "sec.DeleteSecurityContext(" + var + ");";
    };
  }

  String use() {
    return switch (kind) {
      case CONTEXT -> var + ".getSrcName();";
      case CREDENTIAL -> var + ".getRemainingLifetime();";
      case HANDLE -> "sec.QueryCredentialsAttributes(" + var + ", 1, null);";
      case CONTEXT_HANDLE -> "sec.QueryContextAttributes(" + var + ", 1, null);";
    };
  }

  /** Conditions on a status under which there is something to release, and under which there is not. */
  static List<String> statusConditions(Kind kind, String status) {
    return kind == Kind.HANDLE ? List.of(status + " == 0", status + " != 0") : List.of(status + " >= 0", status + " < 0");
  }
}
