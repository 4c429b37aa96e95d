package io.github.relinquish.tools.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A source that leaks, in variants. The extension for VS Code is tested with the same file. */
final class Peer {
  /** Loses {@code ctx} when the second call throws. */
  static final String LEAKS = read();
  static final String TIDY = LEAKS.replace("byte[] out = ctx.initSecContext(in, 0, in.length);\n    ctx.dispose();\n    return out;",
      "try {\n      return ctx.initSecContext(in, 0, in.length);\n    } finally {\n      ctx.dispose();\n    }");

  private Peer() {}

  private static String read() {
    try {
      return Files.readString(Path.of("src/test/editors/Peer.java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
