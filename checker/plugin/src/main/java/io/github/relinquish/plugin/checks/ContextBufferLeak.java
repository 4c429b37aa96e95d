package io.github.relinquish.plugin.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Inject;
import io.github.relinquish.plugin.session.Settings;

/** See {@code docs/checks/ContextBufferLeak.md}. */
@AutoService(BugChecker.class)
@BugPattern(
    summary = "Memory that the security package allocated is not freed on every path",
    severity = SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = Docs.CHECKS + "ContextBufferLeak.md")
public final class ContextBufferLeak extends ProtocolCheck {
  private static final long serialVersionUID = 1L;

  /** {@link java.util.ServiceLoader} insists on it; Error Prone uses the other. */
  public ContextBufferLeak() {
    this(Settings.none());
  }

  @Inject
  ContextBufferLeak(Settings settings) {
    super(settings, RuleId.CONTEXT_BUFFER_LEAK);
  }
}
