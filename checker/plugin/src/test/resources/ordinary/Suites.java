package ordinary;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.zip.*;
import java.nio.channels.*;

/** In the manner of public suites for resource leaks, a line or few each. */
class Suites {
  void closedWithWrapperAndExceptionOk() throws IOException {
    FileInputStream fis = null;
    ObjectInputStream ois = null;
    try {
      fis = new FileInputStream("file.txt");
      ois = new ObjectInputStream(fis);
      ois.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    } finally {
      if (ois != null) ois.close();
      if (fis != null) fis.close();
    }
  }
  void objectInputStreamClosedNestedBad() throws IOException {
    ObjectInputStream oos = null;
    try {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      oos = new ObjectInputStream(new FileInputStream("file.txt"));
    } catch (IOException e) {
      throw new IOException(e);
    } finally {
      if (oos != null) oos.close();
    }
  }
  void fileOutputTwoStreamsCloseOnlyFirstBad() throws IOException {
    FileOutputStream fos1 = null;
    FileOutputStream fos2 = null;
    try {
      fos1 = new FileOutputStream(new File("f.txt"));
      fos1.write(7);
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      fos2 = new FileOutputStream(new File("g.txt"));
      fos2.write(8);
    } finally {
      if (fos1 != null) fos1.close();
    }
  }
  int nullCheckTernaryOk(File f) throws IOException {
    FileInputStream in = f == null ? null : new FileInputStream(f);
    try {
      return in == null ? -1 : in.read();
    } finally {
      if (in != null) in.close();
    }
  }
  static FileInputStream make(File f) { try { return new FileInputStream(f); } catch (FileNotFoundException e) { return null; } }
  void viaNullableOk(File f) throws IOException {
    FileInputStream in = make(f);
    if (in == null) return;
    in.close();
  }
  void viaNullableBad(File f) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileInputStream in = make(f);
    if (in == null) return;
    in.read();
    in.close();
  }
  class Inner { private final InputStream s; Inner(InputStream s) { this.s = s; } int get() throws IOException { return s.read(); } }
  void heldByNonCloseableBad(File f) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Inner i = new Inner(new FileInputStream(f));
    i.get();
  }
  void heldAndClosedOk(File f) throws IOException {
    InputStream in = new FileInputStream(f);
    try {
      Inner i = new Inner(in);
      i.get();
    } finally { in.close(); }
  }
  void tryCatchFinallyReturnOk(File f) {
    BufferedReader br = null;
    try {
      br = new BufferedReader(new FileReader(f));
      String line;
      while ((line = br.readLine()) != null) { if (line.isEmpty()) return; }
    } catch (IOException e) {
      System.err.println(e);
    } finally {
      if (br != null) { try { br.close(); } catch (IOException e) { System.err.println(e); } }
    }
  }
  void bufferedConstructorBad(File f, int size) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(f);
    if (size < 0) throw new IOException();
    BufferedInputStream b = new BufferedInputStream(in, size);
    b.close();
  }
  static class Own implements Closeable {
    private Socket s;
    Own(String host) throws IOException {
      s = new Socket(host, 1);
      try { s.setSoTimeout(1); } catch (IOException e) { s.close(); throw e; }
    }
    public void close() throws IOException { s.close(); }
  }
  void ownOk(String h) throws IOException { try (Own o = new Own(h)) { System.out.println(o); } }
  void ownBad(String h) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Own o = new Own(h);
    System.out.println(o);
  }
  void ownInBranchBad(String h, boolean b) throws IOException {
    Own o = null;
    if (b) {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      o = new Own(h);
    }
    System.out.println(o);
  }
  void exitOk(File f) throws IOException {
    FileInputStream in = new FileInputStream(f);
    System.exit(1);
  }
  void cyclicOk(List<String> hosts) throws IOException {
    Socket s = null;
    try {
      for (String h : hosts) {
        if (s != null) s.close();
        s = null;
        s = new Socket(h, 1);
      }
    } finally { if (s != null) s.close(); }
  }
  void loopOverwriteBad(List<String> hosts) throws IOException {
    Socket s = null;
    try {
      for (String h : hosts) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        s = new Socket(h, 1);
      }
    } finally { if (s != null) s.close(); }
  }
  Socket retryOk(String h) throws IOException {
    for (int i = 0; i < 3; i++) {
      try { return new Socket(h, 1); } catch (ConnectException e) { System.err.println(e); }
    }
    throw new IOException();
  }
  void replaceOk(ServerSocket ss) throws IOException {
    Socket s = ss.accept();
    try { s.setTcpNoDelay(true); } catch (SocketException e) { s.close(); return; }
    s.close();
  }
  void poolOk(ExecutorService ex, ServerSocket ss) throws IOException {
    final Socket s = ss.accept();
    ex.submit(new Runnable() { public void run() { try { s.getOutputStream().write(1); } catch (IOException e) { } finally { try { s.close(); } catch (IOException e) { } } } });
  }
  void threadSubclassOk(ServerSocket ss) throws IOException {
    new Worker(ss.accept()).start();
  }
  void threadSubclassBad(ServerSocket ss) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    new BadWorker(ss.accept()).start();
  }
  static class Worker extends Thread {
    private final Socket s;
    Worker(Socket s) { this.s = s; }
    @Override public void run() { try (Socket t = s) { t.getOutputStream().write(1); } catch (IOException e) { } }
  }
  static class BadWorker extends Thread {
    private final Socket s;
    BadWorker(Socket s) { this.s = s; }
    @Override public void run() { try { s.getOutputStream().write(1); } catch (IOException e) { } }
  }
  void queueThrowsBad(BlockingQueue<Socket> q, ServerSocket ss) throws Exception {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    q.put(ss.accept());
  }
  void queueOk(Queue<Socket> q, ServerSocket ss) throws Exception { q.add(ss.accept()); }
  final List<Socket> clients = new ArrayList<>();
  void keepOk(ServerSocket ss) throws IOException { clients.add(ss.accept()); }
  void stopAll() throws IOException { for (Socket s : clients) s.close(); clients.clear(); }
  void multiCatchOk(File f) {
    try (Reader r = new FileReader(f)) { r.read(); } catch (FileNotFoundException e) { } catch (IOException e) { }
  }
  void genericHelperOk(File f) throws Exception {
    with(new FileInputStream(f), in -> in.read());
  }
  interface F<T, R> { R apply(T t) throws Exception; }
  static <T extends Closeable, R> R with(T it, F<T, R> f) throws Exception { try (T t = it) { return f.apply(t); } }
  void copyBad(File a, File b) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    copy(new FileInputStream(a), new FileOutputStream(b));
  }
  static void copy(InputStream in, OutputStream out) throws IOException { in.transferTo(out); out.close(); }
  void propertiesBad(File f) throws IOException {
    Properties p = new Properties();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    p.load(new FileInputStream(f));
  }
  void propertiesOk(File f) throws IOException {
    Properties p = new Properties();
    try (InputStream in = new FileInputStream(f)) { p.load(in); }
  }
  void storeBad(File f, Properties p) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    p.store(new FileWriter(f), "x");
  }
  void imageOk(Path p) throws IOException { Files.copy(p, System.out); }
  void filesCopyBad(File f, Path p) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Files.copy(new FileInputStream(f), p);
  }
  void suppressedOk(File f) throws IOException {
    InputStream in = new FileInputStream(f);
    Throwable primary = null;
    try { in.read(); } catch (Throwable t) { primary = t; throw t; }
    finally { if (primary != null) { try { in.close(); } catch (Throwable x) { primary.addSuppressed(x); } } else { in.close(); } }
  }
  void boolFlagOk(File f) throws IOException {
    InputStream in = new FileInputStream(f);
    boolean ok = false;
    try { in.read(); ok = true; } finally { if (!ok) in.close(); }
    in.close();
  }
  InputStream boolFlagReturnOk(File f) throws IOException {
    InputStream in = new FileInputStream(f);
    boolean ok = false;
    try { in.read(); ok = true; return in; } finally { if (!ok) in.close(); }
  }
  void fieldOfLocalOk(File f) throws IOException {
    Box b = new Box();
    b.in = new FileInputStream(f);
    try { b.in.read(); } finally { b.in.close(); }
  }
  void fieldOfLocalBad(File f) throws IOException {
    Box b = new Box();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    b.in = new FileInputStream(f);
    b.in.read();
  }
  static class Box { InputStream in; }
  void zipEntriesOk(File f) throws IOException {
    try (ZipInputStream z = new ZipInputStream(new FileInputStream(f))) {
      ZipEntry e;
      while ((e = z.getNextEntry()) != null) { Scanner s = new Scanner(z); s.next(); }
    }
  }
  void zipFileStreamOk(File f) throws IOException {
    try (ZipFile z = new ZipFile(f); InputStream in = z.getInputStream(z.getEntry("x"))) { in.read(); }
  }
  void pipeOk(Process p) throws IOException { p.getInputStream().read(); }
  void switchExprOk(File f, int k) throws IOException {
    Reader r = switch (k) { case 0 -> new FileReader(f); case 1 -> new StringReader("x"); default -> throw new IOException(); };
    r.close();
  }
  void switchExprBad(File f, int k) throws IOException {
    Reader r = switch (k) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      case 0 -> new FileReader(f);
      default -> new StringReader("x");
    };
    r.read();
  }
  void doubleWrapNullOk(String name) throws IOException {
    BufferedReader in = name == null ? new BufferedReader(new InputStreamReader(System.in)) : new BufferedReader(new FileReader(name));
    try { in.readLine(); } finally { if (name != null) in.close(); }
  }
  void inlineAssignOk(File f) throws IOException {
    InputStream a, b;
    a = b = new FileInputStream(f);
    b.close();
  }
  void swapOk(File f, File g) throws IOException {
    InputStream a = new FileInputStream(f);
    try {
      InputStream b = new FileInputStream(g);
      InputStream t = a; a = b; b = t;
      b.close();
    } finally { a.close(); }
  }
  void optOk(Optional<File> f) throws IOException {
    if (f.isPresent()) { try (InputStream in = new FileInputStream(f.get())) { in.read(); } }
  }
  Callable<InputStream> lazyOk(File f) { return () -> new FileInputStream(f); }
  void streamOfOk(List<Path> ps) {
    ps.forEach(p -> { try (InputStream in = Files.newInputStream(p)) { in.read(); } catch (IOException e) { } });
  }
  void streamOfBad(List<Path> ps) {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ps.forEach(p -> { try { Files.newInputStream(p).read(); } catch (IOException e) { } });
  }
  void lambdaHelperOk(File f) throws Exception {
    FileInputStream in = new FileInputStream(f);
    quietly(() -> in.close());
  }
  interface Act { void run() throws Exception; }
  static void quietly(Act a) { try { a.run(); } catch (Exception e) { System.err.println(e); } }
  void reflectOk(File f) throws IOException { register(new FileInputStream(f)); }
  static final Set<Closeable> all = new HashSet<>();
  static void register(Closeable c) { all.add(c); }
  void arraysBad(File[] fs) throws IOException {
    InputStream[] ins = new InputStream[fs.length];
    for (int i = 0; i < fs.length; i++) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      ins[i] = new FileInputStream(fs[i]);
    }
  }
  /** What the release of one element loses of the others is excused. */
  void FN_arraysThrowBad(File[] fs) throws IOException {
    InputStream[] ins = new InputStream[fs.length];
    try {
      for (int i = 0; i < fs.length; i++) {
        ins[i] = new FileInputStream(fs[i]);
      }
    } finally {
      for (InputStream in : ins) if (in != null) in.close();
    }
  }
  void arraysOk(File[] fs) throws IOException {
    InputStream[] ins = new InputStream[fs.length];
    try {
      for (int i = 0; i < fs.length; i++) ins[i] = new FileInputStream(fs[i]);
    } finally {
      for (InputStream in : ins) quietly(() -> { if (in != null) in.close(); });
    }
  }
  void nestedTryBad(File f, File g) throws IOException {
    try (FileReader a = new FileReader(f)) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      FileReader b = new FileReader(g);
      b.read();
    }
  }
  void finallyThrowsFirstBad(File f, Lock2 l) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileReader a = new FileReader(f);
    try { a.read(); } finally { l.unlock(); a.close(); }
  }
  interface Lock2 { void unlock() throws IOException; }
  /** An assertion that fails ends the program. */
  void assertOk(File f) throws IOException {
    FileReader a = new FileReader(f);
    assert f != null;
    a.close();
  }
  void instOk(Closeable c) throws IOException { if (c instanceof FileInputStream) c.close(); }
  void strOk(File f) throws IOException { try (var w = new PrintWriter(new OutputStreamWriter(new FileOutputStream(f), java.nio.charset.StandardCharsets.UTF_8))) { w.print(1); } }
}
