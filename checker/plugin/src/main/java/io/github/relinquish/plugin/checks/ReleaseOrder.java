package io.github.relinquish.plugin.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Inject;
import io.github.relinquish.plugin.session.Settings;

/** See {@code docs/checks/ReleaseOrder.md}. */
@AutoService(BugChecker.class)
@BugPattern(
    summary = "Credentials are freed while a context made from them is alive",
    severity = SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = Docs.CHECKS + "ReleaseOrder.md")
public final class ReleaseOrder extends ProtocolCheck {
  private static final long serialVersionUID = 1L;

  /** {@link java.util.ServiceLoader} insists on it; Error Prone uses the other. */
  public ReleaseOrder() {
    this(Settings.none());
  }

  @Inject
  ReleaseOrder(Settings settings) {
    super(settings, RuleId.RELEASE_ORDER);
  }
}
