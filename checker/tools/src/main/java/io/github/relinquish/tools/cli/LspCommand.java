package io.github.relinquish.tools.cli;

import io.github.relinquish.tools.lsp.Server;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code relinquish lsp}: serves an editor. */
@Command(name = "lsp", mixinStandardHelpOptions = true, description = "Serves an editor over standard input and output (language server protocol).")
final class LspCommand implements Callable<Integer> {
  @Option(names = "--stdio", hidden = true, description = "What it does anyway; some editors insist on saying so.")
  private boolean isStdio;

  @Override public Integer call() throws InterruptedException {
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));  // a stray line would break the protocol
    return Server.serve(System.in, out);
  }
}
