package io.github.relinquish.plugin.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Inject;
import io.github.relinquish.plugin.session.Settings;

/** See {@code docs/checks/DoubleRelease.md}. */
@AutoService(BugChecker.class)
@BugPattern(
    summary = "A handle or context is given back a second time",
    severity = SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = Docs.CHECKS + "DoubleRelease.md")
public final class DoubleRelease extends ProtocolCheck {
  private static final long serialVersionUID = 1L;

  /** {@link java.util.ServiceLoader} insists on it; Error Prone uses the other. */
  public DoubleRelease() {
    this(Settings.none());
  }

  @Inject
  DoubleRelease(Settings settings) {
    super(settings, RuleId.DOUBLE_RELEASE);
  }
}
