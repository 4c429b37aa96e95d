package io.github.relinquish.plugin.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Inject;
import io.github.relinquish.plugin.session.Settings;

/** See {@code docs/checks/CredentialsHandleLeak.md}. */
@AutoService(BugChecker.class)
@BugPattern(
    summary = "These credentials are not freed on every path",
    severity = SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = Docs.CHECKS + "CredentialsHandleLeak.md")
public final class CredentialsHandleLeak extends ProtocolCheck {
  private static final long serialVersionUID = 1L;

  /** {@link java.util.ServiceLoader} insists on it; Error Prone uses the other. */
  public CredentialsHandleLeak() {
    this(Settings.none());
  }

  @Inject
  CredentialsHandleLeak(Settings settings) {
    super(settings, RuleId.CREDENTIALS_HANDLE_LEAK);
  }
}
