package io.github.relinquish.tools.cli;

import io.github.relinquish.tools.lsp.Server;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code relinquish lsp}: serves an editor. */
@Command(name = "lsp", mixinStandardHelpOptions = true, description = "Serves an editor over standard input and output (language server protocol).")
final class LspCommand implements Callable<Integer> {
  @Option(names = "--stdio", hidden = true, description = "What it does anyway; some editors insist on saying so.")
  private boolean isStdio;

  @Option(names = "--here", description = "Serves in this JVM, not in one that is set to answer soon.")
  private boolean isHere;

  @Override public Integer call() throws IOException, InterruptedException {
    QuickStart quick = new QuickStart(ManagementFactory.getRuntimeMXBean().getInputArguments(), System.getProperty("java.class.path"),
        QuickStart.cacheIn(System.getenv(), System.getProperty("user.home")));
    if (!isHere && quick.isWorthwhile()) {
      return quick.run(List.of("lsp", "--here"));
    }
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));  // a stray line would break the protocol
    return Server.serve(System.in, out);
  }
}
