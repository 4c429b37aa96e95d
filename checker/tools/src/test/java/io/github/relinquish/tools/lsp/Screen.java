package io.github.relinquish.tools.lsp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A terminal that nobody looks at, with one program in it: keys go in, what it shows comes out. */
final class Screen implements AutoCloseable {
  private final String name;
  private final Map<String, String> environment;

  /**
   * @param name of the terminal's own server, which ends with it
   * @param environment of the program
   */
  Screen(String name, Map<String, String> environment, String... program) throws IOException, InterruptedException {
    this.name = name;
    this.environment = environment;
    List<String> start = new ArrayList<>(List.of("new-session", "-d", "-x", "160", "-y", "40"));
    start.addAll(List.of(program));
    tmux(start.toArray(String[]::new));
  }

  void type(String... keys) throws IOException, InterruptedException {
    for (String key : keys) {
      tmux("send-keys", key);
    }
  }

  /** Waits until the program shows something. */
  String await(Predicate<String> isThere) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Client.SECONDS);
    String shown = "";
    while (System.nanoTime() < end) {
      shown = tmux("capture-pane", "-p");
      if (isThere.test(shown)) {
        return shown;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not shown; the last screen:\n" + shown);
  }

  private String tmux(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", name, "-f", "/dev/null"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().remove("TMUX");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  @Override public void close() throws IOException, InterruptedException {
    tmux("kill-server");
  }
}
