/**
 * The report that a build leaves behind: what each javac run found, kept unit by unit, printed as SARIF.
 *
 * <p>Nothing here finds mistakes. Start with {@link io.github.relinquish.plugin.report.ReportFolder}.
 */
package io.github.relinquish.plugin.report;
