package ordinary;

import java.io.*;
import java.net.*;
import java.util.*;
import java.util.function.*;

/** Classes that own: inheritance, interfaces with several bodies, builders, templates, generics. */
class Families {
  abstract static class Base implements Closeable {
    protected final InputStream in;

    Base(File file) throws IOException {
      in = new FileInputStream(file);
    }

    @Override public void close() throws IOException {
      in.close();
    }
  }

  static class WithSuper extends Base {
    private final Writer log;

    WithSuper(File file, Writer log) throws IOException {
      super(file);
      this.log = log;
    }

    @Override public void close() throws IOException {
      try {
        log.close();
      } finally {
        super.close();
      }
    }
  }

  static class WithoutSuper extends Base {
    WithoutSuper(File file) throws IOException {
      super(file);
    }

    @Override public void close() {
      System.out.println("closed");
    }
  }

  void withSuperOk(File file, Writer log) throws IOException {
    try (WithSuper it = new WithSuper(file, log)) {
      it.in.read();
    }
  }

  /** What the constructor of a superclass opens is the subclass's to close. */
  void withoutSuperBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    try (WithoutSuper it = new WithoutSuper(file)) {
      it.in.read();
    }
  }

  static class Inherits extends Base {
    Inherits(File file) throws IOException {
      super(file);
    }
  }

  void inheritsOk(File file) throws IOException {
    try (Inherits it = new Inherits(file)) {
      System.out.println(it);
    }
  }

  /** Nobody closes it. */
  void inheritsBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Inherits it = new Inherits(file);
    System.out.println(it);
  }

  /** The constructor itself throws behind that of the superclass. */
  static class CheckedInConstructor extends Base {
    CheckedInConstructor(File file, int limit) throws IOException {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      super(file);
      if (limit < 0) {
        throw new IllegalArgumentException("limit");
      }
    }
  }

  interface Source {
    InputStream open() throws IOException;
  }

  static class OfFile implements Source {
    private final File file;

    OfFile(File file) {
      this.file = file;
    }

    @Override public InputStream open() throws IOException {
      return new FileInputStream(file);
    }
  }

  static class OfBytes implements Source {
    @Override public InputStream open() {
      return new ByteArrayInputStream(new byte[1]);
    }
  }

  int sourceBad(Source source) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = source.open();
    return in.read();
  }

  int sourceOk(Source source) throws IOException {
    try (InputStream in = source.open()) {
      return in.read();
    }
  }

  int exactSourceOk() throws IOException {
    return new OfBytes().open().read();
  }

  interface Sink extends Closeable {
    void put(String text) throws IOException;
  }

  static class FileSink implements Sink {
    private final Writer out;

    FileSink(File file) throws IOException {
      out = new BufferedWriter(new FileWriter(file));
    }

    @Override public void put(String text) throws IOException {
      out.write(text);
    }

    @Override public void close() throws IOException {
      out.close();
    }
  }

  static class Tee implements Sink {
    private final List<Sink> all = new ArrayList<>();

    Tee(Sink... all) {
      this.all.addAll(List.of(all));
    }

    @Override public void put(String text) throws IOException {
      for (Sink each : all) {
        each.put(text);
      }
    }

    @Override public void close() throws IOException {
      for (Sink each : all) {
        each.close();
      }
    }
  }

  /** An owner among the elements of an owner. */
  void teeOk(File one) throws IOException {
    try (Sink sink = new Tee(new FileSink(one))) {
      sink.put("x");
    }
  }

  void teeBad(File one) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Sink sink = new Tee(new FileSink(one));
    sink.put("x");
  }

  void teeSecondThrowsBad(File one, File two) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    try (Sink sink = new Tee(new FileSink(one), new FileSink(two))) {
      sink.put("x");
    }
  }

  static class Builder {
    private File file;
    private InputStream stream;

    Builder from(File file) {
      this.file = file;
      return this;
    }

    Builder from(InputStream stream) {
      this.stream = stream;
      return this;
    }

    Lines build() throws IOException {
      return new Lines(stream != null ? stream : new FileInputStream(file));
    }
  }

  static class Lines implements Closeable {
    private final BufferedReader in;

    Lines(InputStream in) {
      this.in = new BufferedReader(new InputStreamReader(in));
    }

    String next() throws IOException {
      return in.readLine();
    }

    @Override public void close() throws IOException {
      in.close();
    }
  }

  void builtOk(File file) throws IOException {
    try (Lines lines = new Builder().from(file).build()) {
      lines.next();
    }
  }

  /** Three fields deep: the file is in a stream reader, in a buffered reader, in the owner. */
  void builtBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Lines lines = new Builder().from(file).build();
    lines.next();
  }

  void builtOfStreamOk(File file) throws IOException {
    try (Lines lines = new Builder().from(new FileInputStream(file)).build()) {
      lines.next();
    }
  }

  void neverBuiltBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Builder builder = new Builder().from(new FileInputStream(file));
    System.out.println(builder);
  }

  abstract static class Template {
    void run(File file) throws IOException {
      try (Reader in = new FileReader(file)) {
        step(in);
      }
    }

    abstract void step(Reader in) throws IOException;
  }

  void templateOk(File file) throws IOException {
    new Template() {
      @Override void step(Reader in) throws IOException {
        in.read();
      }
    }.run(file);
  }

  static <R extends Closeable, T> T using(Opener<R> opener, Body<R, T> body) throws IOException {
    R it = opener.open();
    try {
      return body.with(it);
    } finally {
      it.close();
    }
  }

  interface Opener<R> {
    R open() throws IOException;
  }

  interface Body<R, T> {
    T with(R it) throws IOException;
  }

  void usingOk(File file) throws IOException {
    int first = using(() -> new FileInputStream(file), in -> in.read());
    System.out.println(first);
  }

  void usingReferenceOk(File file) throws IOException {
    OfFile source = new OfFile(file);
    int first = using(source::open, InputStream::read);
    System.out.println(first);
  }

  void lostInsideBad(File file, File other) throws IOException {
    int first = using(() -> new FileInputStream(file), in -> {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      FileInputStream more = new FileInputStream(other);
      return in.read() + more.read();
    });
    System.out.println(first);
  }

  static class Lazy implements Closeable {
    private final File file;
    private Reader in;

    Lazy(File file) {
      this.file = file;
    }

    Reader in() throws IOException {
      if (in == null) {
        in = new FileReader(file);
      }
      return in;
    }

    @Override public void close() throws IOException {
      if (in != null) {
        in.close();
        in = null;
      }
    }
  }

  void lazyOk(File file) throws IOException {
    try (Lazy lazy = new Lazy(file)) {
      lazy.in().read();
    }
  }

  void lazyBad(File file) throws IOException {
    Lazy lazy = new Lazy(file);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    lazy.in().read();
  }

  static void closeQuietly(Closeable it) {
    if (it != null) {
      try {
        it.close();
      } catch (IOException e) {
        System.err.println(e);
      }
    }
  }

  /** The helper closes what it is given, and the owner's body closes what is inside. */
  void ownerQuietlyOk(File file) throws IOException {
    FileSink sink = new FileSink(file);
    try {
      sink.put("x");
    } finally {
      closeQuietly(sink);
    }
  }

  static class Borrows {
    private final InputStream in;

    Borrows(InputStream in) {
      this.in = in;
    }

    int first() throws IOException {
      return in.read();
    }
  }

  void borrowedOk(File file) throws IOException {
    InputStream in = new FileInputStream(file);
    try {
      new Borrows(in).first();
    } finally {
      in.close();
    }
  }

  void borrowedBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Borrows it = new Borrows(new FileInputStream(file));
    it.first();
  }

  static class OwnsMaybe implements Closeable {
    private final InputStream in;
    private final boolean isOwner;

    OwnsMaybe(InputStream in, boolean isOwner) {
      this.in = in;
      this.isOwner = isOwner;
    }

    @Override public void close() throws IOException {
      if (isOwner) {
        in.close();
      }
    }
  }

  void ownsMaybeOk(File file) throws IOException {
    try (OwnsMaybe it = new OwnsMaybe(new FileInputStream(file), true)) {
      System.out.println(it);
    }
  }

  void ownsMaybeNotBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    try (OwnsMaybe it = new OwnsMaybe(new FileInputStream(file), false)) {
      System.out.println(it);
    }
  }

  static class Detaching implements Closeable {
    private InputStream in;

    Detaching(File file) throws IOException {
      in = new FileInputStream(file);
    }

    InputStream detach() {
      InputStream it = in;
      in = null;
      return it;
    }

    @Override public void close() throws IOException {
      if (in != null) {
        in.close();
      }
    }
  }

  InputStream detachOk(File file) throws IOException {
    try (Detaching it = new Detaching(file)) {
      return it.detach();
    }
  }

  void detachBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    try (Detaching it = new Detaching(file)) {
      it.detach();
    }
  }

  enum Format {
    PLAIN {
      @Override Reader reader(File file) throws IOException {
        return new FileReader(file);
      }
    },
    EMPTY {
      @Override Reader reader(File file) {
        return new StringReader("");
      }
    };

    abstract Reader reader(File file) throws IOException;
  }

  void formatOk(Format format, File file) throws IOException {
    try (Reader in = format.reader(file)) {
      in.read();
    }
  }

  void formatBad(Format format, File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Reader in = format.reader(file);
    in.read();
  }

  static class Connection implements AutoCloseable {
    private final Socket socket;
    private final PrintWriter out;

    Connection(String host) throws IOException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      socket = new Socket(host, 80);
      out = new PrintWriter(socket.getOutputStream());
    }

    @Override public void close() throws IOException {
      out.close();
      socket.close();
    }
  }

  static class CarefulConnection implements AutoCloseable {
    private final Socket socket;
    private final PrintWriter out;

    CarefulConnection(String host) throws IOException {
      socket = new Socket(host, 80);
      try {
        out = new PrintWriter(socket.getOutputStream());
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }

    @Override public void close() throws IOException {
      out.close();
      socket.close();
    }
  }

  void careful(Supplier<String> host) throws IOException {
    try (CarefulConnection it = new CarefulConnection(host.get())) {
      it.out.println("x");
    }
  }

  /** What opens a part anew where it is counted is not there where it is not. */
  interface Parts extends Closeable {
    void write(int b) throws IOException;
  }

  static class Split implements Parts {
    private final File file;
    private RandomAccessFile part;

    Split(File file) throws IOException {
      this.file = file;
      part = new RandomAccessFile(file, "rw");
    }

    @Override public void write(int b) throws IOException {
      part.write(b);
    }

    void next() throws IOException {
      part.close();
      part = new RandomAccessFile(file, "rw");
    }

    @Override public void close() throws IOException {
      part.close();
    }
  }

  static class Counted implements Parts {
    private final Parts parts;
    private long written;

    Counted(Parts parts) {
      this.parts = parts;
    }

    @Override public void write(int b) throws IOException {
      written++;
      parts.write(b);
    }

    boolean isFull() throws IOException {
      if (written > 9 && parts instanceof Split) {
        ((Split) parts).next();
        return true;
      }
      return false;
    }

    @Override public void close() throws IOException {
      parts.close();
    }
  }

  static void finish(Parts parts) throws IOException {
    if (parts instanceof Counted && ((Counted) parts).isFull()) {
      return;
    }
    parts.write(1);
  }

  void splitOk(File file) throws IOException {
    try (Split split = new Split(file)) {
      finish(split);
    }
  }

  void splitBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Split split = new Split(file);
    finish(split);
  }
}
