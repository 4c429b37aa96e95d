package ordinary;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.zip.*;

/** Owners of owners, subclasses, cells, factories, servers: a line or few each. */
class Structures {
  static class MyFile extends FileInputStream { MyFile(File f) throws IOException { super(f); } int twice() throws IOException { return read() + read(); } }
  int subclassBad(File f) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    MyFile m = new MyFile(f);
    return m.twice();
  }
  int subclassOk(File f) throws IOException { try (MyFile m = new MyFile(f)) { return m.twice(); } }
  record Pair(InputStream in, OutputStream out) implements Closeable {
    public void close() throws IOException { try { in.close(); } finally { out.close(); } }
  }
  void recordBad(File f) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Pair p = new Pair(new FileInputStream(f), System.out);
    p.in().read();
  }
  void recordOk(File f) throws IOException { try (Pair p = new Pair(new FileInputStream(f), System.out)) { p.in().read(); } }
  void methodRefCloserOk(File f) throws IOException {
    InputStream in = new FileInputStream(f);
    try (Closeable c = in::close) { in.read(); }
  }
  static BufferedReader wrap(Reader r) { return new BufferedReader(r); }
  void wrapOk(File f) throws IOException { try (BufferedReader b = wrap(new FileReader(f))) { b.readLine(); } }
  void wrapBad(File f) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    BufferedReader b = wrap(new FileReader(f));
    b.readLine();
  }
  static abstract class Base implements Closeable {
    protected InputStream in;
    public void close() throws IOException { if (in != null) in.close(); }
  }
  static class Derived extends Base { Derived(File f) throws IOException { in = new FileInputStream(f); } }
  void derivedOk(File f) throws IOException { try (Derived d = new Derived(f)) { System.out.println(d); } }
  void derivedBad(File f) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Derived d = new Derived(f);
    System.out.println(d);
  }
  static class WithSuper extends Base {
    private final Writer w;
    WithSuper(File f) throws IOException { w = new FileWriter(f); }
    @Override public void close() throws IOException { try { super.close(); } finally { w.close(); } }
  }
  static class Helper implements Closeable {
    private Reader r;
    private boolean open;
    void open(File f) throws IOException { stop(); r = new FileReader(f); open = true; }
    private void stop() throws IOException { if (open) { open = false; r.close(); } }
    public void close() throws IOException { stop(); }
  }
  static class Outer implements Closeable {
    private final Derived inner;
    Outer(File f) throws IOException { inner = new Derived(f); }
    public void close() throws IOException { inner.close(); }
  }
  void outerBad(File f) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Outer o = new Outer(f);
    System.out.println(o.inner);
  }
  void outerOk(File f) throws IOException { try (Outer o = new Outer(f)) { System.out.println(o); } }
  static class OuterForgets implements Closeable {
    private final Derived inner;
    OuterForgets(File f) throws IOException {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      inner = new Derived(f);
    }
    public void close() { System.out.println(inner); }
  }
  static class Chained implements Closeable {
    private final Reader r;
    Chained(File f) throws IOException { this(new FileReader(f)); }
    Chained(Reader r) { this.r = r; }
    public void close() throws IOException { r.close(); }
  }
  void chainedOk(File f) throws IOException { new Chained(f).close(); }
  void chainedBad(File f) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    new Chained(f);
  }
  static class Server implements Closeable {
    private ServerSocket ss;
    private volatile boolean running;
    /** A release row for two kinds does not make the field one of both. */
    void startOk(int port) throws IOException {
      ss = new ServerSocket(port);
      running = true;
      new Thread(this::loop).start();
    }
    private void loop() {
      while (running) {
        try (Socket s = ss.accept()) { s.getOutputStream().write(1); } catch (IOException e) { running = false; }
      }
    }
    public void close() throws IOException { running = false; if (ss != null) ss.close(); }
  }
  static class Registry implements Closeable {
    private final Map<String, Socket> open = new ConcurrentHashMap<>();
    /** Another socket may stand under that name. */
    void addBad(String h) throws IOException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      open.put(h, new Socket(h, 1));
    }
    public void close() throws IOException {
      for (Iterator<Socket> it = open.values().iterator(); it.hasNext(); ) {
        try { it.next().close(); } catch (IOException e) { System.err.println(e); }
        it.remove();
      }
    }
  }
  static class RegistryForgets {
    private final Map<String, Socket> open = new HashMap<>();
    void add(String h) throws IOException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      open.put(h, new Socket(h, 1));
    }
    int size() { return open.size(); }
  }
  private final AtomicReference<Socket> current = new AtomicReference<>();
  void swapSocketOk(String h) throws IOException {
    Socket old = current.getAndSet(new Socket(h, 1));
    if (old != null) old.close();
  }
  void closeCurrentOk() throws IOException {
    Socket s = current.getAndSet(null);
    if (s != null) s.close();
  }
  static <T> T make(Callable<T> c) throws Exception { return c.call(); }
  void makeOk(File f) throws Exception { try (InputStream in = make(() -> new FileInputStream(f))) { in.read(); } }
  void makeBad(File f) throws Exception {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = make(() -> new FileInputStream(f));
    in.read();
  }
  void supplierBad(File f) throws Exception {
    Callable<InputStream> c = () -> new FileInputStream(f);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = c.call();
    in.read();
  }
  void stackOk(File f) throws IOException {
    Deque<Closeable> d = new ArrayDeque<>();
    d.push(new FileInputStream(f));
    while (!d.isEmpty()) closeQuietly(d.pop());
  }
  static void closeQuietly(Closeable c) { try { c.close(); } catch (IOException e) { System.err.println(e); } }
  void guardedOk(File f, boolean debug) throws IOException {
    PrintWriter w = null;
    if (debug) w = new PrintWriter(f);
    try { if (debug) w.println("x"); } finally { if (debug) w.close(); }
  }
  void stdoutOk(String name) throws IOException {
    PrintStream out = name.equals("-") ? System.out : new PrintStream(name);
    out.println("x");
    if (out != System.out) out.close();
  }
  void ignoreOk(File f) throws IOException {
    try (FileOutputStream ignored = new FileOutputStream(f)) { }
  }
  String readAllOk(File f) throws IOException {
    StringBuilder sb = new StringBuilder();
    BufferedReader r = new BufferedReader(new FileReader(f));
    try {
      for (String l = r.readLine(); l != null; l = r.readLine()) { if (l.startsWith("#")) continue; sb.append(l); }
    } finally { r.close(); }
    return sb.toString();
  }
  String readAllBad(File f) throws IOException {
    StringBuilder sb = new StringBuilder();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    BufferedReader r = new BufferedReader(new FileReader(f));
    for (String l = r.readLine(); l != null; l = r.readLine()) { if (l.startsWith("#")) return ""; sb.append(l); }
    r.close();
    return sb.toString();
  }
  void joinedOk(File f) throws IOException {
    Writer w;
    try { w = new FileWriter(f); } catch (IOException e) { throw new UncheckedIOException(e); }
    w.close();
  }
  void gzipOk(File f) throws IOException {
    OutputStream o = new FileOutputStream(f);
    try { GZIPOutputStream g = new GZIPOutputStream(o); g.finish(); } finally { o.close(); }
  }
  void threeOk(File f) throws IOException {
    try (FileOutputStream o = new FileOutputStream(f); BufferedOutputStream b = new BufferedOutputStream(o); DataOutputStream d = new DataOutputStream(b)) { d.writeInt(1); }
  }
  void transferOk(File f) throws IOException { consume(new FileReader(f)); }
  static void consume(Reader r) throws IOException { try (r) { r.read(); } }
  void transferTwoOk(File f) throws IOException { one(new FileReader(f)); }
  static void one(Reader r) throws IOException { two(r); }
  static void two(Reader r) throws IOException { r.close(); }
  void someTransferBad(File f, boolean b) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    maybe(new FileReader(f), b);
  }
  static void maybe(Reader r, boolean b) throws IOException { if (b) r.close(); }
  void futureOk(ExecutorService ex, File f) throws Exception {
    Future<Integer> x = ex.submit(() -> { try (FileReader r = new FileReader(f)) { return r.read(); } });
    x.get();
  }
  void futureBad(ExecutorService ex, File f) throws Exception {
    ex.submit(() -> {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      FileReader r = new FileReader(f);
      return r.read();
    });
  }
  void completableOk(File f) { CompletableFuture.runAsync(() -> { try (FileReader r = new FileReader(f)) { r.read(); } catch (IOException e) { } }); }
  int sumOk(List<File> fs) throws IOException { int n = 0; for (File f : fs) { try (FileReader r = new FileReader(f)) { if (r.read() < 0) continue; n++; } } return n; }
  void initOk() throws IOException { if (System.nanoTime() > 0) { Log.init(); } }
  static class Log { static PrintWriter w; static void init() throws IOException { w = new PrintWriter("log"); } }
  void reopenBad(Helper2 h, File a) throws IOException {
    h = new Helper2(a);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    h.reset(a);
  }
  static class Helper2 implements AutoCloseable {
    private Reader r;
    Helper2(File f) throws IOException { r = new FileReader(f); }
    void reset(File f) throws IOException { r.close(); r = new FileReader(f); }
    @Override public void close() throws IOException { r.close(); }
  }
  void reopenOk(File a) throws IOException { try (Helper2 h = new Helper2(a)) { h.reset(a); } }
  static class Reset implements AutoCloseable {
    private Reader r;
    Reset(File f) throws IOException { r = new FileReader(f); }
    void resetBad(File f) throws IOException {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      r = new FileReader(f);
    }
    @Override public void close() throws IOException { r.close(); }
  }
  void whileAcceptBad(ServerSocket ss) throws IOException {
    while (true) {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      Socket s = ss.accept();
      s.getOutputStream().write(1);
    }
  }
  void whileAcceptOk(ServerSocket ss) throws IOException {
    while (true) {
      Socket s = ss.accept();
      try { s.getOutputStream().write(1); } catch (IOException e) { System.err.println(e); } finally { s.close(); }
    }
  }
  void sslOk(javax.net.ssl.SSLSocketFactory f, String h) throws IOException {
    try (Socket s = f.createSocket(h, 443)) { s.getInputStream().read(); }
  }
  void layeredBad(javax.net.SocketFactory f, String h) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Socket s = f.createSocket(h, 443);
    s.getInputStream().read();
  }
  InputStream chainOk(File f) throws IOException { return new BufferedInputStream(new FileInputStream(f)); }
  InputStream chainThrowsBad(File f) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    return new GZIPInputStream(new FileInputStream(f));
  }
  void intermediateOk(File f) throws IOException {
    FileReader fr = new FileReader(f);
    BufferedReader br = new BufferedReader(fr);
    fr = null;
    br.close();
  }
  void nullOutOk(File f) throws IOException {
    FileReader fr = new FileReader(f);
    fr.close();
    fr = null;
  }
  void catchAllOk(File f) {
    FileReader fr = null;
    try { fr = new FileReader(f); fr.read(); fr.close(); fr = null; }
    catch (Exception e) { System.err.println(e); }
    finally { if (fr != null) try { fr.close(); } catch (IOException e) { System.err.println(e); } }
  }
  boolean probeOk(String h) { try { new Socket(h, 1).close(); return true; } catch (IOException e) { return false; } }
  void timeoutOk(String h) throws IOException {
    Socket s = new Socket();
    s.setSoTimeout(1);
    try (s) { s.connect(new InetSocketAddress(h, 1)); }
  }
  void timeoutBad(String h) throws IOException {
    Socket s = new Socket();
    s.setSoTimeout(1);
    // BUG: Diagnostic contains: [SecurityContextLeak]
    s.connect(new InetSocketAddress(h, 1));
    s.setKeepAlive(true);
    s.close();
  }

  /** Keys: the same value and the same text mean the same element, another text another one. */
  void takenOutByItsKeyOk(File f) throws IOException {
    Map<String, InputStream> open = new HashMap<>();
    open.put("empty", null);
    open.put("file", new FileInputStream(f));
    if (open.containsKey("file")) {
      open.remove("file").close();
    }
  }

  void gotByItsKeyOk(File f, String key) throws IOException {
    Map<String, InputStream> open = new HashMap<>();
    open.put("empty", null);
    open.put(key, new FileInputStream(f));
    open.get(key).close();
  }

  void takenOutByAnotherKeyBad(File f) throws IOException {
    Map<String, InputStream> open = new HashMap<>();
    open.put("empty", null);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    open.put("file", new FileInputStream(f));
    open.remove("empty");
  }

  void putOverBad(File f) throws IOException {
    Map<String, InputStream> open = new HashMap<>();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    open.put("file", new FileInputStream(f));
    open.put("file", null);
  }

  void askedByItsKeyOk(Map<String, InputStream> open, File f) throws IOException {
    InputStream in = new FileInputStream(f);
    open.put("file", in);
    if (!open.containsKey("file")) {
      throw new IllegalStateException("lost");
    }
  }
}
