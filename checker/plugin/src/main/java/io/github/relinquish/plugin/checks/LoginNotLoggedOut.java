package io.github.relinquish.plugin.checks;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Inject;
import io.github.relinquish.plugin.session.Settings;

/** See {@code docs/checks/LoginNotLoggedOut.md}. */
@AutoService(BugChecker.class)
@BugPattern(
    summary = "This login ends without logout on some path",
    severity = SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.CUSTOM,
    link = Docs.CHECKS + "LoginNotLoggedOut.md")
public final class LoginNotLoggedOut extends ProtocolCheck {
  private static final long serialVersionUID = 1L;

  /** {@link java.util.ServiceLoader} insists on it; Error Prone uses the other. */
  public LoginNotLoggedOut() {
    this(Settings.none());
  }

  @Inject
  LoginNotLoggedOut(Settings settings) {
    super(settings, RuleId.LOGIN_NOT_LOGGED_OUT);
  }
}
