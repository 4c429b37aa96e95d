package ordinary;

import java.io.*;
import java.net.Socket;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.ZipOutputStream;

/** Objects that keep streams, and objects that keep such objects. */
class Keepers {
  interface Lines extends Closeable {
    String next() throws IOException;
  }

  static class FileLines implements Lines {
    private final BufferedReader reader;

    FileLines(InputStream in) {
      reader = new BufferedReader(new InputStreamReader(in));
    }

    @Override public String next() throws IOException {
      return reader.readLine();
    }

    @Override public void close() throws IOException {
      reader.close();
    }
  }

  static Lines lines(File file) throws IOException {
    return new FileLines(new FileInputStream(file));
  }

  void linesBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Lines lines = lines(file);
    lines.next();
  }

  void linesOk(File file) throws IOException {
    try (Lines lines = lines(file)) {
      lines.next();
    }
  }

  /** The constructor asks for null before it keeps what it is given. */
  static class Checked implements Lines {
    private final Lines inner;

    Checked(Lines inner) {
      this.inner = Objects.requireNonNull(inner);
    }

    @Override public String next() throws IOException {
      return inner.next();
    }

    @Override public void close() throws IOException {
      inner.close();
    }
  }

  void checkedBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Lines lines = new Checked(lines(file));
    lines.next();
  }

  void checkedOk(File file) throws IOException {
    try (Lines lines = new Checked(lines(file))) {
      lines.next();
    }
  }

  static class Lazy implements Closeable {
    private final Supplier<Reader> make;
    private Reader made;

    Lazy(Supplier<Reader> make) {
      this.make = make;
    }

    Reader get() {
      if (made == null) {
        made = make.get();
      }
      return made;
    }

    @Override public void close() throws IOException {
      if (made != null) {
        made.close();
        made = null;
      }
    }
  }

  static Reader make() {
    try {
      return new FileReader("f");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void lazyBad() throws IOException {
    Lazy lazy = new Lazy(Keepers::make);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    lazy.get().read();
  }

  void lazyOk() throws IOException {
    try (Lazy lazy = new Lazy(Keepers::make)) {
      lazy.get().read();
    }
  }

  void lazyNeverUsedOk() {
    Lazy lazy = new Lazy(Keepers::make);
    System.out.println(lazy);
  }

  /** One of two fields is enough: the writer is around the archive. */
  static class ArchiveOk implements Closeable {
    private final ZipOutputStream archive;
    private final Writer writer;

    ArchiveOk(File file) throws IOException {
      archive = new ZipOutputStream(new FileOutputStream(file));
      writer = new OutputStreamWriter(archive);
    }

    void flush() throws IOException {
      archive.flush();
    }

    @Override public void close() throws IOException {
      writer.close();
    }
  }

  static class ArchiveBad implements Closeable {
    private final ZipOutputStream archive;
    private final Writer writer;

    ArchiveBad(File file) throws IOException {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      archive = new ZipOutputStream(new FileOutputStream(file));
      writer = new OutputStreamWriter(archive);
    }

    @Override public void close() throws IOException {
      writer.flush();
    }
  }

  static void quietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      System.out.println(e);
    }
  }

  /** Emptied behind the release of all that is in it. */
  static class CacheOk implements Closeable {
    private final Map<String, InputStream> streams = new ConcurrentHashMap<>();

    InputStream get(String name) {
      return streams.computeIfAbsent(name, it -> {
        try {
          return new FileInputStream(it);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }

    @Override public void close() {
      streams.values().forEach(Keepers::quietly);
      streams.clear();
    }
  }

  static class CacheBad {
    private final Map<String, InputStream> streams = new ConcurrentHashMap<>();

    InputStream get(String name) {
      return streams.computeIfAbsent(name, it -> {
        try {
          // BUG: Diagnostic contains: [CredentialsHandleLeak]
          return new FileInputStream(it);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }

    void forget() {
      streams.clear();
    }
  }

  /** Who asks whether it is there puts nothing over another. */
  static class AskedOk implements Closeable {
    private final Map<String, InputStream> streams = new HashMap<>();

    void open(String name) throws IOException {
      if (!streams.containsKey(name)) {
        streams.put(name, new FileInputStream(name));
      }
    }

    @Override public void close() {
      for (InputStream in : streams.values()) {
        quietly(in);
      }
    }
  }

  static class UnaskedBad implements Closeable {
    private final Map<String, InputStream> streams = new HashMap<>();

    void open(String name) throws IOException {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      streams.put(name, new FileInputStream(name));
    }

    @Override public void close() {
      streams.forEach((name, in) -> quietly(in));
    }
  }

  /** A loop over names fills it once. */
  static class FilledOk implements Closeable {
    private final Map<String, InputStream> streams = new HashMap<>();

    void open(List<String> names) throws IOException {
      for (String name : names) {
        streams.put(name, new FileInputStream(name));
      }
    }

    @Override public void close() {
      for (InputStream in : streams.values()) {
        quietly(in);
      }
    }
  }

  /** Emptied by the opening itself where that fails: nobody means it to be filled again. */
  static class ClientOk implements Closeable {
    private Socket socket;
    private BufferedReader in;
    private PrintWriter out;

    void connect(String host) throws IOException {
      socket = new Socket(host, 1);
      try {
        in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        out = new PrintWriter(socket.getOutputStream(), true);
      } catch (IOException e) {
        socket.close();
        socket = null;
        throw e;
      }
    }

    @Override public void close() throws IOException {
      if (out != null) {
        out.close();
      }
      if (in != null) {
        in.close();
      }
      if (socket != null) {
        socket.close();
      }
    }
  }

  /** What is made around a file is not the standard output. */
  void outputOk(String[] names) throws IOException {
    PrintStream out = System.out;
    for (String name : names) {
      if (out != System.out) {
        out.close();
      }
      out = new PrintStream(new FileOutputStream(name));
    }
    out.println();
    if (out != System.out) {
      out.close();
    }
  }

  /** An owner that says no to a second close, around another. */
  static class Guarded implements Lines {
    private Lines inner;
    private boolean isClosed;

    Guarded(Lines inner) {
      this.inner = Objects.requireNonNull(inner);
    }

    @Override public String next() throws IOException {
      if (isClosed) {
        throw new IOException("closed");
      }
      return inner.next();
    }

    @Override public synchronized void close() throws IOException {
      if (isClosed) {
        return;
      }
      isClosed = true;
      try {
        inner.close();
      } finally {
        inner = null;
      }
    }
  }

  void guardedOk(File file) throws IOException {
    try (Lines lines = new Guarded(lines(file))) {
      lines.next();
    }
  }

  void guardedBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Lines lines = new Guarded(lines(file));
    lines.next();
  }
}
