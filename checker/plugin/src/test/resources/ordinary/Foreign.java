package ordinary;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.util.List;
import java.util.stream.*;
import java.util.zip.*;
import javax.net.ssl.*;

/** Code that nobody can read, and corners of the JDK. */
class Foreign {
  private native void closeSomehow(Closeable closeable);

  private native void look(Closeable closeable);

  void nativeCloseOk(File file) throws IOException {
    FileInputStream in = new FileInputStream(file);
    closeSomehow(in);
  }

  void nativeLookBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = new FileInputStream(file);
    look(in);
  }

  static class Kept {
    private final FileInputStream in;

    Kept(FileInputStream in) {
      this.in = in;
    }

    native void unconditionallyClose();

    void end() {
      unconditionallyClose();
    }
  }

  void nativeOwnerOk(File file) throws IOException {
    Kept kept = new Kept(new FileInputStream(file));
    kept.end();
  }

  /** Null is asked for first, and what is closed is around a file. */
  private static void close(Closeable closeable, boolean isQuiet) throws IOException {
    if (closeable == null) {
      return;
    }
    try {
      closeable.close();
    } catch (IOException e) {
      if (!isQuiet) {
        throw e;
      }
    }
  }

  void wrappedAndHandedOk(File file) throws IOException {
    BufferedInputStream in = null;
    try {
      in = new BufferedInputStream(new FileInputStream(file));
      in.read();
    } finally {
      close(in, false);
    }
  }

  int disconnectedOk(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    try {
      return connection.getInputStream().read();
    } finally {
      connection.disconnect();
    }
  }

  int neverDisconnectedBad(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = connection.getInputStream();
    return in.read();
  }

  byte[] deflatedBad(byte[] bytes) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[100];
    deflater.deflate(out);
    return out;
  }

  byte[] deflatedOk(byte[] bytes) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] out = new byte[100];
      deflater.deflate(out);
      return out;
    } finally {
      deflater.end();
    }
  }

  void inflaterOfStreamOk(File file) throws IOException {
    try (InputStream in = new InflaterInputStream(new FileInputStream(file), new Inflater(true))) {
      in.read();
    }
  }

  void pipeBad() throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Pipe pipe = Pipe.open();
    pipe.sink().close();
  }

  void pipeOk() throws IOException {
    Pipe pipe = Pipe.open();
    try {
      pipe.sink().close();
    } finally {
      pipe.source().close();
    }
  }

  void watchBad(Path folder) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    WatchService watch = folder.getFileSystem().newWatchService();
    folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
  }

  void watchOk(Path folder) throws IOException {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    }
  }

  void loaderBad(URL url) throws Exception {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    URLClassLoader loader = new URLClassLoader(new URL[] {url});
    loader.loadClass("x");
  }

  void loaderOk(URL url) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {url})) {
      loader.loadClass("x");
    }
  }

  void asynchronousBad(SocketAddress address) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    AsynchronousServerSocketChannel channel = AsynchronousServerSocketChannel.open();
    channel.bind(address);
    channel.close();
  }

  void secureAroundPlainOk(SSLSocketFactory factory, String host) throws IOException {
    Socket plain = new Socket(host, 1);
    try (Socket secure = factory.createSocket(plain, host, 1, true)) {
      secure.getInputStream().read();
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  void secureAroundPlainBad(SSLSocketFactory factory, String host) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Socket plain = new Socket(host, 1);
    try (Socket secure = factory.createSocket(plain, host, 1, true)) {
      secure.getInputStream().read();
    }
  }

  Stream<String> closedWithStreamOk(Path path) throws IOException {
    BufferedReader in = Files.newBufferedReader(path);
    return in.lines().onClose(() -> {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  void closedWithStreamBad(Path path) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    closedWithStreamOk(path).forEach(System.out::println);
  }

  void flatOk(List<Path> paths) {
    paths.stream().flatMap(it -> {
      try {
        return Files.lines(it);
      } catch (IOException e) {
        return Stream.empty();
      }
    }).forEach(System.out::println);
  }

  /** Of a box that native code answers nobody knows what it holds. */
  static class Box {
    FileInputStream in;
  }

  private native Box load(FileInputStream in);

  Box FP_answeredByNativeOk(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = new FileInputStream(file);
    return load(in);
  }

  int unclosedOk() throws IOException {
    Unclosed in = new Unclosed(System.in);
    return in.read();
  }

  /** {@code InputStream.close()} does nothing. */
  static class Unclosed extends InputStream {
    private final InputStream inner;

    Unclosed(InputStream inner) {
      this.inner = inner;
    }

    @Override public int read() throws IOException {
      return inner.read();
    }
  }

  void unclosedBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    try (Unclosed in = new Unclosed(new FileInputStream(file))) {
      in.read();
    }
  }
}
