package io.github.relinquish.tools.run;

import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.report.SourceText;

/**
 * What was judged.
 *
 * @param report findings and notes
 * @param source where the snippets of the report come from
 */
public record Judgement(Report report, SourceText source) {}
