package io.github.relinquish.tools.lsp;

import io.github.relinquish.tools.lsp.compile.Answer;
import java.nio.file.Path;

/**
 * The last answer for a file.
 *
 * @param text what was judged: offsets in the answer are offsets in it
 * @param version of the open document; -1 where the file was not open
 */
record Judged(Path file, String text, int version, Answer answer) {}
