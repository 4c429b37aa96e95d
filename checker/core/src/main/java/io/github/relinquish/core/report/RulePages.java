package io.github.relinquish.core.report;

import io.github.relinquish.core.protocol.RuleId;

/** Where the text of the rules comes from. */
@FunctionalInterface
public interface RulePages {
  /** One sentence for each rule and nothing longer. */
  RulePages SUMMARIES = rule -> new Page(RulePages.summary(rule), RulePages.summary(rule), "");

  /** The pages that come with the library. */
  RulePages SHIPPED = rule -> new Page(RulePages.summary(rule), ShippedPages.markdown(rule),
      "https://github.com/relinquish/relinquish/blob/main/docs/checks/" + rule.title() + ".md");

  /** The page of a rule; every rule has one. */
  Page page(RuleId rule);

  /**
   * The text of one rule.
   *
   * @param summary one sentence with a full stop
   * @param markdown the whole page
   * @param uri where it can be read; empty where nowhere
   */
  record Page(String summary, String markdown, String uri) {}

  /** One sentence on a rule. */
  static String summary(RuleId rule) {
    return switch (rule) {
      case CREDENTIALS_HANDLE_LEAK -> "Credentials are not freed on some path.";
      case SECURITY_CONTEXT_LEAK -> "A security context is not deleted on some path.";
      case PROVIDER_UNLOADED_BEFORE_CONTEXT_DELETED -> "A provider goes away while contexts made through it are alive.";
      case USE_AFTER_RELEASE -> "A handle or context is used after it was given back.";
      case DOUBLE_RELEASE -> "A handle or context is given back a second time.";
      case RELEASE_ORDER -> "Credentials are freed while a context made from them is alive.";
      case IMPERSONATION_NOT_REVERTED -> "The thread keeps another identity on some path.";
      case CONTEXT_BUFFER_LEAK -> "Memory that the security package allocated is not freed.";
      case LOGIN_NOT_LOGGED_OUT -> "A login ends without logout although its subject goes nowhere else.";
    };
  }
}
