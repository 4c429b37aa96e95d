package io.github.relinquish.plugin.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Inject;
import io.github.relinquish.plugin.session.Settings;

/** See {@code docs/checks/ImpersonationNotReverted.md}. */
@AutoService(BugChecker.class)
@BugPattern(
    summary = "The thread keeps another identity on some path",
    severity = SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = Docs.CHECKS + "ImpersonationNotReverted.md")
public final class ImpersonationNotReverted extends ProtocolCheck {
  private static final long serialVersionUID = 1L;

  /** {@link java.util.ServiceLoader} insists on it; Error Prone uses the other. */
  public ImpersonationNotReverted() {
    this(Settings.none());
  }

  @Inject
  ImpersonationNotReverted(Settings settings) {
    super(settings, RuleId.IMPERSONATION_NOT_REVERTED);
  }
}
