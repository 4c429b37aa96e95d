package io.github.relinquish.tools.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs another program for a bounded time and keeps a bounded piece of what it says. */
public final class BoundedProcess {
  private static final int MOST = 64 << 20;

  private BoundedProcess() {}

  /** Runs a command line in a folder with nothing to read; its standard error is thrown away. */
  public static Outcome run(List<String> command, Path folder, int seconds) {
    Process process;
    try {
      process = new ProcessBuilder(command).directory(folder.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD).redirectInput(ProcessBuilder.Redirect.PIPE).start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return new Outcome("", command.get(0) + " cannot be started");
    }
    return watch(process, seconds);
  }

  private static Outcome watch(Process process, int seconds) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Thread reader = new Thread(() -> drain(process.getInputStream(), output), "output of a command");
    reader.setDaemon(true);
    reader.start();
    try {
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!ended) {
        end(process);
        return new Outcome("", "no answer in " + seconds + " s");
      }
      reader.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      return new Outcome("", "interrupted");
    }
    String text;
    synchronized (output) {
      text = output.toString(StandardCharsets.ISO_8859_1);
    }
    if (text.length() >= MOST) {
      return new Outcome("", "too much output");
    }
    return new Outcome(text, process.exitValue() == 0 ? "" : "exit code " + process.exitValue());
  }

  /** With what it started: scripts of build tools start others. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void drain(InputStream in, ByteArrayOutputStream output) {
    byte[] buffer = new byte[8192];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        synchronized (output) {
          if (output.size() < MOST) {
            output.write(buffer, 0, read);
          }
        }
      }
    } catch (IOException e) {
      return;                                     // the program went away: its exit code tells
    }
  }

  /**
   * What came of it.
   *
   * @param bytes what it wrote, one char for each byte
   * @param reason why it failed; empty where it did not
   */
  public record Outcome(String bytes, String reason) {
    public boolean isGood() {
      return reason.isEmpty();
    }

    /** What it wrote, read as UTF-8. */
    public String output() {
      return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }
}
