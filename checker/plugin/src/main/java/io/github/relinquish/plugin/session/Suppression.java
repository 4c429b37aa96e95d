package io.github.relinquish.plugin.session;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;

/**
 * One rule named in one {@code @SuppressWarnings}.
 *
 * @param rule what is suppressed
 * @param site of the annotation
 * @param start offset where the annotated declaration begins
 * @param end offset behind the annotated declaration
 * @param isNamed whether it names the rule; false for {@code "all"}
 * @param hasReason whether somebody wrote down why
 */
record Suppression(RuleId rule, Site site, int start, int end, boolean isNamed, boolean hasReason) {
  boolean covers(Finding finding) {
    Site at = finding.site();
    return finding.rule() == rule && at.file().equals(site.file()) && start <= at.start() && at.start() < end;
  }
}
