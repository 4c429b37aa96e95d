package ordinary;

import java.io.*;
import java.net.*;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.Consumer;
import java.util.stream.*;
import java.util.zip.*;

/** Sockets, channels, archives and streams of the Streams API. */
class Wires {
  void threadTakesItOk(ServerSocket server) throws IOException {
    Socket client = server.accept();
    new Thread(() -> {
      try (client) {
        client.getOutputStream().write(1);
      } catch (IOException e) {
        System.err.println(e);
      }
    }).start();
  }

  void threadForgetsItBad(ServerSocket server) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Socket client = server.accept();
    new Thread(() -> {
      try {
        client.getOutputStream().write(1);
      } catch (IOException e) {
        System.err.println(e);
      }
    }).start();
  }

  void optionThrowsBeforeThreadBad(ServerSocket server, ExecutorService workers) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Socket client = server.accept();
    client.setSoTimeout(100);
    workers.execute(() -> serve(client));
  }

  static void serve(Socket client) {
    try (client; BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()))) {
      System.out.println(in.readLine());
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  void optionInTryOk(ServerSocket server, ExecutorService workers) throws IOException {
    Socket client = server.accept();
    try {
      client.setSoTimeout(100);
    } catch (SocketException e) {
      client.close();
      throw e;
    }
    workers.execute(() -> serve(client));
  }

  void shutdownIsNotCloseBad(String host) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Socket socket = new Socket(host, 1);
    try {
      socket.getOutputStream().write(1);
    } finally {
      socket.shutdownOutput();
    }
  }

  void streamClosesSocketOk(String host) throws IOException {
    Socket socket = new Socket(host, 1);
    try {
      socket.setTcpNoDelay(true);
    } catch (SocketException e) {
      socket.close();
      throw e;
    }
    OutputStream out;
    try {
      out = socket.getOutputStream();
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    out.close();
  }

  void bothEndsOk(String host, int port) throws IOException {
    try (ServerSocket server = new ServerSocket(port); Socket one = new Socket(host, port); Socket other = server.accept()) {
      one.getOutputStream().write(1);
      other.getInputStream().read();
    }
  }

  void bothEndsBad(String host, int port) throws IOException {
    try (ServerSocket server = new ServerSocket(port)) {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      Socket one = new Socket(host, port);
      Socket other = server.accept();
      other.close();
      one.close();
    }
  }

  void acceptLoopBad(ServerSocket server, Map<SocketAddress, Socket> live) throws IOException {
    while (true) {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      Socket client = server.accept();
      if (live.size() > 10) {
        continue;
      }
      live.put(client.getRemoteSocketAddress(), client);
    }
  }

  void acceptLoopOk(ServerSocket server, Map<SocketAddress, Socket> live) throws IOException {
    while (true) {
      Socket client = server.accept();
      if (live.size() > 10) {
        client.close();
        continue;
      }
      live.put(client.getRemoteSocketAddress(), client);
    }
  }

  void firstThatAnswersOk(List<SocketAddress> all) throws IOException {
    Socket found = null;
    for (SocketAddress each : all) {
      Socket socket = new Socket();
      try {
        socket.connect(each, 100);
        found = socket;
        break;
      } catch (IOException e) {
        socket.close();
      }
    }
    if (found != null) {
      found.close();
    }
  }

  void firstThatAnswersBad(List<SocketAddress> all) throws IOException {
    Socket found = null;
    for (SocketAddress each : all) {
      Socket socket = new Socket();
      // BUG: Diagnostic contains: [SecurityContextLeak]
      socket.connect(each, 100);
      if (socket.isBound()) {
        found = socket;
      }
    }
    if (found != null) {
      found.close();
    }
  }

  void channelOptionsBad(SocketAddress to) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(to);
    channel.close();
  }

  void channelOptionsOk(SocketAddress to) throws IOException {
    try (SocketChannel channel = SocketChannel.open()) {
      channel.configureBlocking(false);
      channel.connect(to);
    }
  }

  void copyChannelsBad(Path from, Path to) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileChannel in = FileChannel.open(from);
    try (FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      in.transferTo(0, in.size(), out);
    }
    in.close();
  }

  void copyChannelsOk(Path from, Path to) throws IOException {
    try (FileChannel in = FileChannel.open(from); FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      in.transferTo(0, in.size(), out);
    }
  }

  ByteBuffer channelOfFileBad(File file) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    FileChannel channel = new FileInputStream(file).getChannel();
    ByteBuffer bytes = ByteBuffer.allocate(8);
    channel.read(bytes);
    return bytes;
  }

  void unzipOk(File archive, File to) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(new FileInputStream(archive)))) {
      ZipEntry entry;
      while ((entry = in.getNextEntry()) != null) {
        try (OutputStream out = new FileOutputStream(new File(to, entry.getName()))) {
          in.transferTo(out);
        }
        in.closeEntry();
      }
    }
  }

  void unzipBad(File archive, File to) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(new FileInputStream(archive)))) {
      ZipEntry entry;
      while ((entry = in.getNextEntry()) != null) {
        // BUG: Diagnostic contains: [CredentialsHandleLeak]
        OutputStream out = new FileOutputStream(new File(to, entry.getName()));
        in.transferTo(out);
        out.close();
      }
    }
  }

  void zipOk(File to, List<File> files) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(new FileOutputStream(to))) {
      for (File each : files) {
        out.putNextEntry(new ZipEntry(each.getName()));
        Files.copy(each.toPath(), out);
        out.closeEntry();
      }
    }
  }

  void zipFinishedBad(File to) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ZipOutputStream out = new ZipOutputStream(new FileOutputStream(to));
    out.finish();
  }

  void entriesOk(File file) throws IOException {
    try (ZipFile zip = new ZipFile(file)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
        try (InputStream in = zip.getInputStream(all.nextElement())) {
          in.read();
        }
      }
    }
  }

  void textOk(Path path) throws IOException {
    try (Stream<String> lines = Files.lines(path).onClose(() -> System.out.println("closed"))) {
      lines.forEach(System.out::println);
    }
  }

  /** Each stream is closed behind its elements. */
  void flatMapOk(List<Path> paths) {
    List<String> all = paths.stream().flatMap(Wires::linesOf).collect(Collectors.toList());
    System.out.println(all);
  }

  private static Stream<String> linesOf(Path path) {
    try {
      return Files.lines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void walkBad(Path folder) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Files.walk(folder).filter(Files::isRegularFile).map(Path::toString).forEach(System.out::println);
  }

  /** Reported where it is opened: the method reference is no call. */
  void mappedOpenBad(List<File> files) {
    List<Reader> all = files.stream().map(Wires::reader).collect(Collectors.toList());
    System.out.println(all.size());
  }

  void mappedOpenOk(List<File> files) throws IOException {
    List<Reader> all = files.stream().map(Wires::reader).collect(Collectors.toList());
    for (Reader each : all) {
      each.close();
    }
  }

  private static Reader reader(File file) {
    try {
      // BUG: Diagnostic contains: [CredentialsHandleLeak]
      return new FileReader(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void withReader(File file, Consumer<Reader> body) throws IOException {
    Reader in = new FileReader(file);
    try {
      body.accept(in);
    } finally {
      in.close();
    }
  }

  void consumerOk(File file) throws IOException {
    withReader(file, in -> System.out.println(in));
  }

  static void withLostReader(File file, Consumer<Reader> body) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    Reader in = new FileReader(file);
    body.accept(in);
  }

  int callableOk(ExecutorService workers, File file) throws Exception {
    return workers.submit(() -> {
      try (FileInputStream in = new FileInputStream(file)) {
        return in.read();
      }
    }).get();
  }

  void pipesOk() throws IOException {
    PipedOutputStream out = new PipedOutputStream();
    try (out; PipedInputStream in = new PipedInputStream(out)) {
      out.write(1);
      in.read();
    }
  }

  void objectsBad(File file, Object it) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(new FileOutputStream(file)));
    out.writeObject(it);
    out.close();
  }

  Object objectsOk(File file) throws IOException, ClassNotFoundException {
    try (FileInputStream bytes = new FileInputStream(file);
        ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(bytes))) {
      return in.readObject();
    }
  }

  /** An iterator cannot be closed. */
  Iterator<String> linesToIterateBad(Path path) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    return Files.lines(path).iterator();
  }

  void digestOk(Path path, java.security.MessageDigest digest) throws IOException {
    try (InputStream in = new java.security.DigestInputStream(Files.newInputStream(path), digest)) {
      in.readAllBytes();
    }
  }

  void cipherBad(Path path, javax.crypto.Cipher cipher) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    InputStream in = new javax.crypto.CipherInputStream(Files.newInputStream(path), cipher);
    in.readAllBytes();
  }
}
