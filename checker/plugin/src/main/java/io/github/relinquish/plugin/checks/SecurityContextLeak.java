package io.github.relinquish.plugin.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Inject;
import io.github.relinquish.plugin.session.Settings;

/** See {@code docs/checks/SecurityContextLeak.md}. */
@AutoService(BugChecker.class)
@BugPattern(
    summary = "This security context is not deleted on every path",
    severity = SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = Docs.CHECKS + "SecurityContextLeak.md")
public final class SecurityContextLeak extends ProtocolCheck {
  private static final long serialVersionUID = 1L;

  /** {@link java.util.ServiceLoader} insists on it; Error Prone uses the other. */
  public SecurityContextLeak() {
    this(Settings.none());
  }

  @Inject
  SecurityContextLeak(Settings settings) {
    super(settings, RuleId.SECURITY_CONTEXT_LEAK);
  }
}
