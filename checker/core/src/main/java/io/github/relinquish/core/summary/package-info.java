/**
 * What calls do: rows, annotations and bodies, summarised on demand and remembered for the run.
 *
 * <p>Nothing here reports anything. Start with {@link Calls}, then {@link Summaries}.
 */
package io.github.relinquish.core.summary;
