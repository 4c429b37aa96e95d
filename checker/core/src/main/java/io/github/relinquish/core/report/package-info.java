/**
 * Plain data out: findings as text, SARIF, HTML and what review tools read, and the baseline that a gate compares with.
 *
 * <p>Nothing here knows how a finding was come by, and nothing reads the clock or a file by itself. Start with {@link Report}.
 */
package io.github.relinquish.core.report;
