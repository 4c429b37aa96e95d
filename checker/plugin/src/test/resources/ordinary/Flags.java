package ordinary;

import java.io.*;
import java.net.*;
import java.util.concurrent.atomic.*;

/** Owners that remember in a flag, a counter, an enum or a cell whether they are open: a new one says so by the value its field begins with. */
class Flags {
  static class Plain implements Closeable {
    private final Socket socket;
    private boolean closed;

    Plain(String host) throws IOException {
      socket = new Socket(host, 1);
    }

    void use() throws IOException {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      socket.getOutputStream().write(1);
    }

    @Override public void close() throws IOException {
      if (!closed) {
        closed = true;
        socket.close();
      }
    }
  }

  void plainOk(String host) throws IOException {
    Plain plain = new Plain(host);
    plain.close();
  }

  void plainTwiceOk(String host) throws IOException {
    try (Plain plain = new Plain(host)) {
      plain.use();
      plain.close();
    }
  }

  void plainBad(String host) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Plain plain = new Plain(host);
    plain.use();
  }

  /** It throws before it touches the socket. */
  void plainAfterwardsOk(String host) throws IOException {
    Plain plain = new Plain(host);
    plain.close();
    plain.use();
  }

  /** The flag says open only once it is. */
  static class Late implements Closeable {
    private Socket socket;
    private volatile boolean open;

    void connect(String host) throws IOException {
      if (open) {
        throw new IllegalStateException("open");
      }
      socket = new Socket(host, 1);
      open = true;
    }

    @Override public void close() throws IOException {
      if (open) {
        open = false;
        socket.close();
      }
    }
  }

  void lateOk(String host) throws IOException {
    Late late = new Late();
    try {
      late.connect(host);
    } finally {
      late.close();
    }
  }

  void lateBad(String host) throws IOException {
    Late late = new Late();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    late.connect(host);
  }

  static class Numbered implements Closeable {
    static final int NEW = 0;
    static final int OPEN = 1;
    static final int CLOSED = 2;
    private Socket socket;
    private int state;

    Numbered() {
      this(false);
    }

    Numbered(boolean isLoud) {
      System.out.println(isLoud);
    }

    void open(String host) throws IOException {
      if (state != NEW) {
        throw new IllegalStateException();
      }
      socket = new Socket(host, 1);
      state = OPEN;
    }

    @Override public void close() throws IOException {
      if (state == OPEN) {
        state = CLOSED;
        socket.close();
      }
    }
  }

  void numberedOk(String host) throws IOException {
    try (Numbered numbered = new Numbered()) {
      numbered.open(host);
    }
  }

  void numberedBad(String host) throws IOException {
    Numbered numbered = new Numbered();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    numbered.open(host);
  }

  enum Phase { NEW, OPEN, CLOSED }

  static class Phased implements Closeable {
    private Socket socket;
    private Phase phase = Phase.NEW;

    void open(String host) throws IOException {
      if (phase != Phase.NEW) {
        throw new IllegalStateException();
      }
      socket = new Socket(host, 1);
      phase = Phase.OPEN;
    }

    @Override public void close() throws IOException {
      switch (phase) {
        case OPEN:
          phase = Phase.CLOSED;
          socket.close();
          break;
        default:
          break;
      }
    }
  }

  void phasedOk(String host) throws IOException {
    Phased phased = new Phased();
    try {
      phased.open(host);
    } finally {
      phased.close();
    }
  }

  void phasedBad(String host) throws IOException {
    Phased phased = new Phased();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    phased.open(host);
  }

  static class Atomic implements Closeable {
    private final Socket socket;
    private final AtomicBoolean closed = new AtomicBoolean();

    Atomic(String host) throws IOException {
      socket = new Socket(host, 1);
    }

    void use() throws IOException {
      if (closed.get()) {
        throw new IllegalStateException("closed");
      }
      socket.getOutputStream().write(1);
    }

    @Override public void close() throws IOException {
      if (closed.compareAndSet(false, true)) {
        socket.close();
      }
    }
  }

  void atomicOk(String host) throws IOException {
    try (Atomic atomic = new Atomic(host)) {
      atomic.use();
    }
  }

  void atomicBad(String host) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Atomic atomic = new Atomic(host);
    atomic.use();
  }

  static class Exchanged implements Closeable {
    private final Socket socket;
    private final AtomicBoolean closed = new AtomicBoolean(false);

    Exchanged(String host) throws IOException {
      socket = new Socket(host, 1);
    }

    @Override public void close() throws IOException {
      if (closed.getAndSet(true)) {
        return;
      }
      socket.close();
    }
  }

  void exchangedOk(String host) throws IOException {
    Exchanged exchanged = new Exchanged(host);
    exchanged.close();
  }

  void exchangedBad(String host) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Exchanged exchanged = new Exchanged(host);
    System.out.println(exchanged);
  }

  /** Who sets the cell first keeps what is in it; the other one closes its own. */
  static class First implements Closeable {
    private final AtomicReference<Socket> socket = new AtomicReference<>();

    Socket connect(String host) throws IOException {
      Socket made = new Socket(host, 1);
      if (!socket.compareAndSet(null, made)) {
        made.close();
      }
      return socket.get();
    }

    @Override public void close() throws IOException {
      Socket last = socket.getAndSet(null);
      if (last != null) {
        last.close();
      }
    }
  }

  void firstOk(String host) throws IOException {
    try (First first = new First()) {
      first.connect(host).getOutputStream().write(1);
    }
  }

  void firstBad(String host) throws IOException {
    First first = new First();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    first.connect(host).getOutputStream().write(1);
  }

  static class Forgetful implements Closeable {
    private final AtomicReference<Socket> socket = new AtomicReference<>();

    void connectBad(String host) throws IOException {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      Socket made = new Socket(host, 1);
      socket.compareAndSet(null, made);
    }

    @Override public void close() throws IOException {
      Socket last = socket.getAndSet(null);
      if (last != null) {
        last.close();
      }
    }
  }

  /** Holders are counted, the one that made it first. */
  static class Counted implements Closeable {
    private final Socket socket;
    private final AtomicInteger holders = new AtomicInteger(1);

    Counted(String host) throws IOException {
      socket = new Socket(host, 1);
    }

    void retain() {
      holders.incrementAndGet();
    }

    @Override public void close() throws IOException {
      if (holders.decrementAndGet() == 0) {
        socket.close();
      }
    }
  }

  void countedOk(String host) throws IOException {
    Counted counted = new Counted(host);
    counted.close();
  }

  void countedTwiceOk(String host) throws IOException {
    Counted counted = new Counted(host);
    counted.retain();
    counted.close();
    counted.close();
  }

  void countedBad(String host) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Counted counted = new Counted(host);
    counted.retain();
    counted.close();
  }

  static class Users implements Closeable {
    private final Socket socket;
    private int users = 1;

    Users(String host) throws IOException {
      socket = new Socket(host, 1);
    }

    synchronized void join() {
      users++;
    }

    @Override public synchronized void close() throws IOException {
      if (--users == 0) {
        socket.close();
      }
    }
  }

  void usersOk(String host) throws IOException {
    Users users = new Users(host);
    users.close();
  }

  void usersBad(String host) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Users users = new Users(host);
    users.join();
    users.close();
  }
}
