package io.github.relinquish.core.protocol;

import java.util.Optional;

/** The rules, each a check of its own. */
public enum RuleId {
  CREDENTIALS_HANDLE_LEAK("CredentialsHandleLeak", Severity.ERROR),
  SECURITY_CONTEXT_LEAK("SecurityContextLeak", Severity.ERROR),
  PROVIDER_UNLOADED_BEFORE_CONTEXT_DELETED("ProviderUnloadedBeforeContextDeleted", Severity.ERROR),
  USE_AFTER_RELEASE("UseAfterRelease", Severity.ERROR),
  DOUBLE_RELEASE("DoubleRelease", Severity.ERROR),
  RELEASE_ORDER("ReleaseOrder", Severity.WARNING),
  IMPERSONATION_NOT_REVERTED("ImpersonationNotReverted", Severity.ERROR),
  CONTEXT_BUFFER_LEAK("ContextBufferLeak", Severity.WARNING),
  LOGIN_NOT_LOGGED_OUT("LoginNotLoggedOut", Severity.WARNING);

  private final String title;
  private final Severity severity;

  RuleId(String title, Severity severity) {
    this.title = title;
    this.severity = severity;
  }

  /** The name that users write: of the check, in suppressions, on pages. */
  public String title() {
    return title;
  }

  /** How serious it is unless the user says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** The rule of that name, written exactly. */
  public static Optional<RuleId> ofTitle(String title) {
    for (RuleId rule : values()) {
      if (rule.title.equals(title)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
