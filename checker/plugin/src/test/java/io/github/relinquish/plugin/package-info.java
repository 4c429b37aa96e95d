/**
 * The plugin through the doors that users come in by: annotated samples, pages of the rules, options and suppressions.
 *
 * <p>Nothing here reaches below Error Prone's own interface. Start with {@link io.github.relinquish.plugin.SamplesTest}.
 */
package io.github.relinquish.plugin;
