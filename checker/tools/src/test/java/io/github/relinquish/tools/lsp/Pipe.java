package io.github.relinquish.tools.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.LinkedBlockingQueue;

/** Bytes from one end to the other. Java's own pipe breaks as soon as a thread ends that wrote into it. */
final class Pipe {
  private static final byte[] END = new byte[0];
  private final LinkedBlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();

  final OutputStream out = new OutputStream() {
    @Override public void write(int b) {
      chunks.add(new byte[] {(byte) b});
    }

    @Override public void write(byte[] bytes, int from, int length) {
      if (length > 0) {
        chunks.add(java.util.Arrays.copyOfRange(bytes, from, from + length));
      }
    }

    @Override public void close() {
      chunks.add(END);
    }
  };

  final InputStream in = new InputStream() {
    private byte[] chunk = {0};
    private int at = 1;

    @Override public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override public int read(byte[] bytes, int from, int length) {
      if (at == chunk.length) {
        try {
          chunk = chunk == END ? END : chunks.take();
          at = 0;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return -1;
        }
      }
      if (chunk == END) {
        return -1;
      }
      int count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, bytes, from, count);
      at += count;
      return count;
    }
  };
}
