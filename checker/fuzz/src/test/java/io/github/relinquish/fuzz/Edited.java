package io.github.relinquish.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A real file with a few edits, so that a search starts behind the first check of a reader. */
final class Edited {
  /** How long one search takes. */
  static final String DURATION = "2m";

  private static final int EDITS = 12;

  private Edited() {}

  /** One time in eight nothing but the fuzzer's own bytes. */
  static byte[] one(FuzzedDataProvider data, byte[][] bases) {
    if (data.consumeInt(0, 7) == 0) {
      return data.consumeRemainingAsBytes();
    }
    byte[] bytes = data.pickValue(bases).clone();
    int edits = data.consumeInt(0, EDITS);
    for (int i = 0; i < edits && bytes.length > 0; i++) {
      int at = data.consumeInt(0, bytes.length - 1);
      switch (data.consumeInt(0, 3)) {
        case 0 -> bytes[at] = data.consumeByte();
        case 1 -> bytes[at] ^= (byte) (1 << data.consumeInt(0, 7));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> bytes = spliced(bytes, at, data.consumeBytes(16));
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] more) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, longer, at, more.length);
    System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
    return longer;
  }

  /** A resource of the class path. */
  static byte[] resource(String name) {
    try (InputStream in = Edited.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
