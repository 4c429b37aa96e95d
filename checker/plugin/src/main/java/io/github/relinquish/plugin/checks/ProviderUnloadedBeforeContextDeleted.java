package io.github.relinquish.plugin.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Inject;
import io.github.relinquish.plugin.session.Settings;

/** See {@code docs/checks/ProviderUnloadedBeforeContextDeleted.md}. */
@AutoService(BugChecker.class)
@BugPattern(
    summary = "A provider goes away while contexts made through it are alive",
    severity = SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.CUSTOM,
    link = Docs.CHECKS + "ProviderUnloadedBeforeContextDeleted.md")
public final class ProviderUnloadedBeforeContextDeleted extends ProtocolCheck {
  private static final long serialVersionUID = 1L;

  /** {@link java.util.ServiceLoader} insists on it; Error Prone uses the other. */
  public ProviderUnloadedBeforeContextDeleted() {
    this(Settings.none());
  }

  @Inject
  ProviderUnloadedBeforeContextDeleted(Settings settings) {
    super(settings, RuleId.PROVIDER_UNLOADED_BEFORE_CONTEXT_DELETED);
  }
}
