package ordinary;

import java.io.*;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

/** Resources inside of something: arrays, collections, pairs, records, optionals, cells. */
class Holders {
  void constantIndexOk(File one, File two) throws IOException {
    FileInputStream[] all = new FileInputStream[2];
    try {
      all[0] = new FileInputStream(one);
      all[1] = new FileInputStream(two);
      all[0].read();
    } finally {
      try {
        if (all[0] != null) {
          all[0].close();
        }
      } finally {
        if (all[1] != null) {
          all[1].close();
        }
      }
    }
  }

  void constantIndexBad(File one, File two) throws IOException {
    FileInputStream[] all = new FileInputStream[2];
    all[0] = new FileInputStream(one);
    try {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      all[1] = new FileInputStream(two);
      all[1].read();
    } finally {
      all[0].close();
    }
  }

  void sameIndexTwiceBad(File one, File two) throws IOException {
    FileInputStream[] all = new FileInputStream[1];
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    all[0] = new FileInputStream(one);
    all[0] = new FileInputStream(two);
    all[0].close();
  }

  void literalArrayBad(File one) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream[] all = {new FileInputStream(one)};
    System.out.println(all.length);
  }

  /** A loop to a counter of one's own meets all elements, as one to {@code length} does. */
  void countedLoopOk(File[] files) throws IOException {
    InputStream[] all = new InputStream[files.length];
    int opened = 0;
    try {
      for (; opened < files.length; opened++) {
        all[opened] = new FileInputStream(files[opened]);
      }
      System.out.println(all.length);
    } finally {
      for (int i = 0; i < opened; i++) {
        closeQuietly(all[i]);
      }
    }
  }

  static void closeQuietly(Closeable it) {
    try {
      if (it != null) {
        it.close();
      }
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  void mapValuesOk(List<File> files) throws IOException {
    Map<String, Writer> byName = new HashMap<>();
    try {
      for (File file : files) {
        byName.put(file.getName(), new FileWriter(file));
      }
    } finally {
      for (Map.Entry<String, Writer> each : byName.entrySet()) {
        closeQuietly(each.getValue());
      }
    }
  }

  void mapValuesBad(List<File> files) throws IOException {
    Map<String, Writer> byName = new HashMap<>();
    for (File file : files) {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      byName.put(file.getName(), new FileWriter(file));
    }
    byName.clear();
  }

  void computeIfAbsentOk(List<File> files) throws IOException {
    Map<String, Writer> byName = new TreeMap<>();
    try {
      for (File file : files) {
        byName.computeIfAbsent(file.getName(), name -> writer(file)).write("x");
      }
    } finally {
      byName.values().forEach(Holders::closeQuietly);
    }
  }

  void computeIfAbsentBad(File file) {
    Map<File, Writer> byName = new HashMap<>();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    byName.computeIfAbsent(file, it -> writer(it));
  }

  Writer computedForAnotherOk(Map<File, Writer> byName, File file) {
    return byName.computeIfAbsent(file, it -> writer(it));
  }

  /** The map is new: what it answers is what was put into it. */
  void computedAndClosedOk(File file) throws IOException {
    Map<File, Writer> byName = new HashMap<>();
    Writer out = byName.computeIfAbsent(file, it -> writer(it));
    out.close();
  }

  void mergedOk(File file) {
    Map<File, Writer> byName = new HashMap<>();
    byName.merge(file, writer(file), (old, more) -> {
      closeQuietly(old);
      return more;
    });
    byName.values().forEach(Holders::closeQuietly);
  }

  static Writer writer(File file) {
    try {
      return new FileWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void listRemovedBad(List<File> files) throws IOException {
    List<InputStream> all = new ArrayList<>();
    try {
      for (File file : files) {
        // BUG: Diagnostic contains: [CredentialsHandleLeak]
        all.add(new FileInputStream(file));
      }
      all.remove(0);
    } finally {
      all.forEach(Holders::closeQuietly);
    }
  }

  void listRemovedAndClosedOk(List<File> files) throws IOException {
    List<InputStream> all = new ArrayList<>();
    try {
      for (File file : files) {
        all.add(new FileInputStream(file));
      }
      closeQuietly(all.remove(0));
    } finally {
      all.forEach(Holders::closeQuietly);
    }
  }

  void iteratorOk(List<File> files) throws IOException {
    Deque<InputStream> all = new ArrayDeque<>();
    try {
      for (File file : files) {
        all.push(new FileInputStream(file));
      }
    } finally {
      for (Iterator<InputStream> each = all.iterator(); each.hasNext();) {
        closeQuietly(each.next());
        each.remove();
      }
    }
  }

  void pollLoopOk(List<File> files) throws IOException {
    Queue<InputStream> all = new LinkedList<>();
    try {
      for (File file : files) {
        all.offer(new FileInputStream(file));
      }
    } finally {
      InputStream each;
      while ((each = all.poll()) != null) {
        closeQuietly(each);
      }
    }
  }

  void onlyFirstClosedBad(File one, File two) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    List<InputStream> all = List.of(new FileInputStream(one));
    System.out.println(all.size());
  }

  static Optional<InputStream> maybe(File file) throws IOException {
    return file.exists() ? Optional.of(new FileInputStream(file)) : Optional.empty();
  }

  void optionalBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Optional<InputStream> in = maybe(file);
    if (in.isPresent()) {
      in.get().read();
    }
  }

  void optionalOk(File file) throws IOException {
    Optional<InputStream> in = maybe(file);
    if (in.isPresent()) {
      try (InputStream it = in.get()) {
        it.read();
      }
    }
  }

  void optionalCallbackOk(File file) throws IOException {
    maybe(file).ifPresent(Holders::closeQuietly);
  }

  void optionalOfOtherBad(Optional<String> name, File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new FileInputStream(file);
    name.ifPresent(it -> closeQuietly(in));
  }

  void optionalElseNullOk(File file) throws IOException {
    InputStream in = maybe(file).orElse(null);
    if (in != null) {
      in.close();
    }
  }

  record Two(InputStream in, OutputStream out) {}

  static Two open(File from, File to) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    return new Two(new FileInputStream(from), new FileOutputStream(to));
  }

  static Two openOk(File from, File to) throws IOException {
    InputStream in = new FileInputStream(from);
    try {
      return new Two(in, new FileOutputStream(to));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  void recordOk(File from, File to) throws IOException {
    Two two = openOk(from, to);
    try (InputStream in = two.in(); OutputStream out = two.out()) {
      in.transferTo(out);
    }
  }

  void recordHalfBad(File from, File to) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Two two = openOk(from, to);
    two.out().close();
  }

  static final class Cell<T> {
    private T value;

    Cell(T value) {
      this.value = value;
    }

    T get() {
      return value;
    }

    void set(T value) {
      this.value = value;
    }
  }

  void genericCellOk(File file) throws IOException {
    Cell<InputStream> cell = new Cell<>(new FileInputStream(file));
    try {
      cell.get().read();
    } finally {
      cell.get().close();
    }
  }

  void genericCellBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Cell<InputStream> cell = new Cell<>(new FileInputStream(file));
    cell.get().read();
  }

  void cellOverwrittenBad(File one, File two) throws IOException {
    Cell<Writer> cell = new Cell<>(null);
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    cell.set(new FileWriter(one));
    cell.set(new FileWriter(two));
    cell.get().close();
  }

  void cellSwappedOk(File one, File two) throws IOException {
    Cell<Writer> cell = new Cell<>(new FileWriter(one));
    cell.get().close();
    cell.set(new FileWriter(two));
    cell.get().close();
  }

  void atomicOk(File file) throws IOException {
    AtomicReference<InputStream> ref = new AtomicReference<>();
    ref.set(new FileInputStream(file));
    InputStream in = ref.getAndSet(null);
    if (in != null) {
      in.close();
    }
  }

  void atomicBad(File file) throws IOException {
    AtomicReference<InputStream> ref = new AtomicReference<>();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ref.set(new FileInputStream(file));
    ref.getAndSet(null);
  }

  void outParameterOk(File file) throws IOException {
    InputStream[] out = new InputStream[1];
    fill(file, out);
    out[0].close();
  }

  void outParameterBad(File file) throws IOException {
    InputStream[] out = new InputStream[1];
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    fill(file, out);
    out[0].read();
  }

  private static void fill(File file, InputStream[] out) throws IOException {
    out[0] = new FileInputStream(file);
  }

  void entryOk(File file) throws IOException {
    Map.Entry<String, InputStream> entry = Map.entry("x", new FileInputStream(file));
    entry.getValue().close();
  }

  void entryBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Map.Entry<String, InputStream> entry = Map.entry("x", new FileInputStream(file));
    System.out.println(entry.getKey());
  }

  /** Whoever made the array closes what is in it. */
  void connectAllOk(Socket[] all, SocketAddress to) throws IOException {
    for (Socket each : all) {
      each.connect(to);
    }
  }

  /** Or the list. */
  void connectListOk(List<Socket> all, SocketAddress to) throws IOException {
    for (Socket each : all) {
      each.connect(to);
    }
  }

  void connectFirstOk(Socket[] all, SocketAddress to) throws IOException {
    all[0].connect(to);
  }

  static final Map<String, RandomAccessFile> OPEN = new ConcurrentHashMap<>();

  RandomAccessFile cachedOk(String name) throws IOException {
    RandomAccessFile file = OPEN.get(name);
    if (file == null) {
      file = new RandomAccessFile(name, "rw");
      OPEN.put(name, file);
    }
    return file;
  }

  long cachedButThrowsBad(String name) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    RandomAccessFile file = new RandomAccessFile(name, "rw");
    long length = file.length();
    OPEN.put(name, file);
    return length;
  }

  void evictOk(String name) throws IOException {
    RandomAccessFile file = OPEN.remove(name);
    if (file != null) {
      file.close();
    }
  }
}
