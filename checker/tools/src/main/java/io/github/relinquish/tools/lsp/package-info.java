/**
 * The language server: findings, paths and fixes in an editor while somebody types.
 *
 * <p>Nothing here follows resources or compiles; a hung or broken analysis never ends the server. Start with
 * {@link io.github.relinquish.tools.lsp.Server}.
 */
package io.github.relinquish.tools.lsp;
