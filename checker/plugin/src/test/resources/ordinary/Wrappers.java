package ordinary;

import java.io.*;
import java.nio.channels.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import java.util.zip.*;

/** Closing what wraps closes what is wrapped. */
class Wrappers {
  String wrappedOk(File file) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8));
    try {
      return in.readLine();
    } finally {
      in.close();
    }
  }

  String wrappedBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8));
    return in.readLine();
  }

  void printOk(File file) throws IOException {
    PrintWriter out = new PrintWriter(new BufferedWriter(new FileWriter(file)));
    try {
      out.println("x");
    } finally {
      out.close();
    }
  }

  void printBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    PrintWriter out = new PrintWriter(new BufferedWriter(new FileWriter(file)));
    out.println("x");
    if (file.length() > 3) {
      out.close();
    }
  }

  void outerThrowsBad(File file) throws IOException {
    // BUG: Diagnostic contains: is not released when new GZIPInputStream() throws IOException
    GZIPInputStream in = new GZIPInputStream(new FileInputStream(file));
    in.close();
  }

  void outerThrowsInTryBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    try (ObjectInputStream in = new ObjectInputStream(new FileInputStream(file))) {
      in.available();
    }
  }

  void eachInTryOk(File file) throws IOException, ClassNotFoundException {
    try (InputStream bytes = new FileInputStream(file); ObjectInputStream in = new ObjectInputStream(bytes)) {
      in.readObject();
    }
  }

  void namedEncodingBad(File file, String encoding) throws IOException {
    // BUG: Diagnostic contains: throws UnsupportedEncodingException
    Reader in = new InputStreamReader(new FileInputStream(file), encoding);
    in.close();
  }

  void innerClosedOk(File file) throws IOException {
    FileOutputStream bytes = new FileOutputStream(file);
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(1);
    } finally {
      bytes.close();
    }
  }

  void bothClosedOk(File file) throws IOException {
    FileOutputStream bytes = new FileOutputStream(file);
    BufferedOutputStream out = new BufferedOutputStream(bytes);
    try {
      out.write(1);
    } finally {
      try {
        out.close();
      } finally {
        bytes.close();
      }
    }
  }

  void useThroughWrapperBad(File file) throws IOException {
    FileInputStream bytes = new FileInputStream(file);
    BufferedInputStream in = new BufferedInputStream(bytes);
    in.close();
    // BUG: Diagnostic contains: [UseAfterRelease]
    bytes.read();
  }

  int scannerOk(File file) throws IOException {
    try (Scanner scanner = new Scanner(file)) {
      return scanner.nextInt();
    }
  }

  int scannerBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Scanner scanner = new Scanner(new FileInputStream(file));
    return scanner.nextInt();
  }

  long linesBad(Path path) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    return Files.lines(path).filter(l -> l.isEmpty()).count();
  }

  long linesOk(Path path) throws IOException {
    try (Stream<String> lines = Files.lines(path)) {
      return lines.filter(l -> l.isEmpty()).count();
    }
  }

  List<String> derivedOk(Path path) throws IOException {
    try (Stream<String> names = Files.list(path).map(Path::toString)) {
      return names.collect(Collectors.toList());
    }
  }

  void directoryBad(Path path) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    for (Path each : Files.newDirectoryStream(path)) {
      System.out.println(each);
    }
  }

  void directoryOk(Path path) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
      for (Path each : all) {
        System.out.println(each);
      }
    }
  }

  void zipBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ZipFile zip = new ZipFile(file);
    if (zip.getEntry("x") == null) {
      throw new IOException("x is missing");
    }
    zip.close();
  }

  void jarOk(File file) throws IOException {
    try (java.util.jar.JarFile jar = new java.util.jar.JarFile(file)) {
      jar.getEntry("x");
    }
  }

  void channelBad(Path path) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileChannel channel = FileChannel.open(path);
    channel.read(java.nio.ByteBuffer.allocate(1));
    channel.close();
  }

  void channelOk(File file) throws IOException {
    FileChannel channel = new RandomAccessFile(file, "r").getChannel();
    try {
      Channels.newInputStream(channel).read();
    } finally {
      channel.close();
    }
  }

  void resourceAsStreamOk() throws IOException {
    InputStream in = Wrappers.class.getResourceAsStream("x");
    if (in == null) {
      return;
    }
    try (in) {
      in.read();
    }
  }

  void resourceAsStreamBad() throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Properties all = load(Wrappers.class.getResourceAsStream("x"));
    System.out.println(all);
  }

  private static Properties load(InputStream in) throws IOException {
    Properties all = new Properties();
    all.load(in);
    return all;
  }

  void fluentOk(File file) throws IOException {
    try (PrintWriter out = new PrintWriter(file).append("x")) {
      out.append("y").append("z");
    }
  }

  void fluentThrowsBad(File file) throws IOException {
    // BUG: Diagnostic contains: is not released when FileWriter.append() throws IOException
    try (Writer out = new FileWriter(file).append("x")) {
      out.append("y").append("z");
    }
  }

  void fluentBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Writer out = new PrintWriter(file).append("x");
    out.append("y").append("z");
  }

  static class Counting extends FilterInputStream {
    int count;

    Counting(InputStream in) {
      super(in);
    }

    @Override public int read() throws IOException {
      count++;
      return super.read();
    }
  }

  int ownWrapperOk(File file) throws IOException {
    try (Counting in = new Counting(new FileInputStream(file))) {
      in.read();
      return in.count;
    }
  }

  int ownWrapperBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Counting in = new Counting(new FileInputStream(file));
    in.read();
    return in.count;
  }

  /** Layers of the program's own around each other. */
  static class Layer implements Closeable {
    private final Closeable inner;

    Layer(Closeable inner) {
      this.inner = inner;
    }

    @Override public void close() throws IOException {
      inner.close();
    }
  }

  void sixLayersOk(File file) throws IOException {
    try (Layer outer = new Layer(new Layer(new Layer(new Layer(new Layer(new Layer(new FileInputStream(file)))))))) {
      System.out.println(outer);
    }
  }

  void sixLayersBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Layer outer = new Layer(new Layer(new Layer(new Layer(new Layer(new Layer(new FileInputStream(file)))))));
    System.out.println(outer);
  }

  /** Whoever extends a stream closes it as that does, inherited or called from its own. */
  static class Inheriting extends FilterInputStream {
    Inheriting(Path path) throws IOException {
      super(Files.newInputStream(path));
    }
  }

  static class Passing extends FilterOutputStream {
    Passing(File file) throws IOException {
      super(new BufferedOutputStream(new FileOutputStream(file)));
    }

    @Override public void close() throws IOException {
      try {
        super.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static class Knowing extends FilterOutputStream {
    Knowing(File file) throws IOException {
      super(new FileOutputStream(file));
    }

    @Override public void close() throws IOException {
      out.close();
    }
  }

  static class Forgetting extends FilterOutputStream {
    Forgetting(File file) throws IOException {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      super(new FileOutputStream(file));
    }

    @Override public void close() throws IOException {
      flush();
    }
  }

  int inheritedOk(Path path) throws IOException {
    try (Inheriting in = new Inheriting(path)) {
      return in.read();
    }
  }

  int inheritedBad(Path path) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Inheriting in = new Inheriting(path);
    return in.read();
  }

  static class Tallying extends FilterOutputStream {
    private final long[] count;

    Tallying(OutputStream out, long[] count) throws IOException {
      super(out);
      this.count = count;
    }
  }

  static class Checking extends FilterOutputStream {
    Checking(OutputStream out, long[] count) throws IOException {
      super(out);
      if (count.length != 1) {
        throw new IOException();
      }
    }
  }

  void declaresMoreThanItThrowsOk(File file, long[] count) throws IOException {
    try (Tallying out = new Tallying(new FileOutputStream(file), count)) {
      out.write(1);
    }
  }

  void throwsWhatItDeclaresBad(File file, long[] count) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    try (Checking out = new Checking(new FileOutputStream(file), count)) {
      out.write(1);
    }
  }

  void nowhereClosedBad(File file, long[] count) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Tallying out = new Tallying(new FileOutputStream(file), count);
    out.write(1);
  }

  void passedBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Passing out = new Passing(file);
    out.write(1);
  }
}
