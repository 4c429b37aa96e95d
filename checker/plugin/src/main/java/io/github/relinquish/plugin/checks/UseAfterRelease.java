package io.github.relinquish.plugin.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Inject;
import io.github.relinquish.plugin.session.Settings;

/** See {@code docs/checks/UseAfterRelease.md}. */
@AutoService(BugChecker.class)
@BugPattern(
    summary = "A handle or context is used after it was given back",
    severity = SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = Docs.CHECKS + "UseAfterRelease.md")
public final class UseAfterRelease extends ProtocolCheck {
  private static final long serialVersionUID = 1L;

  /** {@link java.util.ServiceLoader} insists on it; Error Prone uses the other. */
  public UseAfterRelease() {
    this(Settings.none());
  }

  @Inject
  UseAfterRelease(Settings settings) {
    super(settings, RuleId.USE_AFTER_RELEASE);
  }
}
