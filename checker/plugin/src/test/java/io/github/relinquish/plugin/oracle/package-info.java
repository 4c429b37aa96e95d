/**
 * The execution oracle: random programs over the real interfaces are run on all their inputs, and what then went wrong is compared
 * with what the checker says about their sources and their class files.
 *
 * <p>No expectation is written by hand here. Start with {@link io.github.relinquish.plugin.oracle.ExecutionOracleTest}.
 */
package io.github.relinquish.plugin.oracle;
