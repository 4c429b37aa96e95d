/**
 * The command line: options in, reports and exit codes out.
 *
 * <p>Nothing here analyses anything; every command asks the {@link io.github.relinquish.tools.run.Engine}. Start with {@link Main}.
 */
package io.github.relinquish.tools.cli;
