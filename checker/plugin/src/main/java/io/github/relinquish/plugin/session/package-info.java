/**
 * One javac run: options read once, the analysis made once, findings turned into Error Prone's descriptions.
 *
 * <p>Nothing here lowers trees or follows resources. Start with {@link io.github.relinquish.plugin.session.AnalysisSession}.
 */
package io.github.relinquish.plugin.session;
