/**
 * Which module a file belongs to: where its sources are and what they are compiled against.
 *
 * <p>Nothing here compiles or judges. Start with {@link io.github.relinquish.tools.lsp.project.Layouts}.
 */
package io.github.relinquish.tools.lsp.project;
