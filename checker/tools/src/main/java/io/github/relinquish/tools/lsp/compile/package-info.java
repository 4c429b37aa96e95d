/**
 * One javac run over open buffers and files, in process: what the analysis says of a file, as plain data.
 *
 * <p>Nothing here knows the protocol of editors, and no tree or symbol leaves. Start with {@link io.github.relinquish.tools.lsp.compile.Compilation}.
 */
package io.github.relinquish.tools.lsp.compile;
