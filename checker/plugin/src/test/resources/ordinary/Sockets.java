package ordinary;

import java.io.*;
import java.net.*;
import java.nio.channels.*;
import java.util.*;
import java.util.concurrent.*;

/** Sockets, their streams, servers. */
class Sockets {
  void plainBad(String host) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Socket socket = new Socket(host, 80);
    socket.getOutputStream().write(1);
    socket.close();
  }

  void plainOk(String host) throws IOException {
    try (Socket socket = new Socket(host, 80)) {
      socket.getOutputStream().write(1);
    }
  }

  int streamThrowsBad(String host) throws IOException {
    // BUG: Diagnostic contains: throws IOException
    Socket socket = new Socket(host, 80);
    try (InputStream in = socket.getInputStream()) {
      return in.read();
    }
  }

  int streamClosesOk(Socket given, ServerSocket server) throws IOException {
    Socket socket = server.accept();
    InputStream in;
    try {
      in = socket.getInputStream();
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    try (in) {
      return in.read();
    }
  }

  void unconnectedOk() {
    Socket socket = new Socket();
    System.out.println(socket);
  }

  void connectBad(SocketAddress address) throws IOException {
    Socket socket = new Socket();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    socket.connect(address);
    socket.getOutputStream().write(1);
  }

  void connectOk(SocketAddress address) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(address);
      socket.getOutputStream().write(1);
    } finally {
      socket.close();
    }
  }

  void optionsBad(String host) throws IOException {
    // BUG: Diagnostic contains: throws SocketException
    Socket socket = new Socket(host, 80);
    socket.setSoTimeout(10);
    try {
      socket.getOutputStream().write(1);
    } finally {
      socket.close();
    }
  }

  void acceptBad(int port) throws IOException {
    try (ServerSocket server = new ServerSocket(port)) {
      // BUG: Diagnostic contains: [SecurityContextLeak]
      Socket client = server.accept();
      client.getOutputStream().write(1);
    }
  }

  void acceptOk(int port) throws IOException {
    try (ServerSocket server = new ServerSocket(port); Socket client = server.accept()) {
      client.getOutputStream().write(1);
    }
  }

  static class Handler implements Runnable {
    private final Socket client;

    Handler(Socket client) {
      this.client = client;
    }

    @Override public void run() {
      try (Socket it = client) {
        it.getOutputStream().write(1);
      } catch (IOException e) {
        System.err.println(e);
      }
    }
  }

  static class Forgetful implements Runnable {
    private final Socket client;

    Forgetful(Socket client) {
      this.client = client;
    }

    @Override public void run() {
      try {
        client.getOutputStream().write(1);
      } catch (IOException e) {
        System.err.println(e);
      }
    }
  }

  void threadsOk(int port) throws IOException {
    try (ServerSocket server = new ServerSocket(port)) {
      while (true) {
        Socket client = server.accept();
        new Thread(new Handler(client)).start();
      }
    }
  }

  void threadsBad(int port) throws IOException {
    try (ServerSocket server = new ServerSocket(port)) {
      while (true) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        Socket client = server.accept();
        new Thread(new Forgetful(client)).start();
      }
    }
  }

  void executorOk(int port, ExecutorService workers) throws IOException {
    try (ServerSocket server = new ServerSocket(port)) {
      while (!server.isClosed()) {
        Socket client = server.accept();
        workers.execute(() -> {
          try (client) {
            client.getOutputStream().write(1);
          } catch (IOException e) {
            System.err.println(e);
          }
        });
      }
    }
  }

  void executorBad(int port, ExecutorService workers) throws IOException {
    try (ServerSocket server = new ServerSocket(port)) {
      while (!server.isClosed()) {
        // BUG: Diagnostic contains: [SecurityContextLeak]
        Socket client = server.accept();
        workers.execute(() -> System.out.println(client));
      }
    }
  }

  void serverBad(int port) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    ServerSocket server = new ServerSocket(port);
    server.setSoTimeout(10);
    server.close();
  }

  void datagramBad(DatagramPacket packet) throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    DatagramSocket socket = new DatagramSocket();
    socket.send(packet);
    socket.close();
  }

  void datagramOk(DatagramPacket packet) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(packet);
    }
  }

  void selectorBad() throws IOException {
    // BUG: Diagnostic contains: [SecurityContextLeak]
    Selector selector = Selector.open();
    selector.select();
    selector.close();
  }

  void channelOk(SocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.connect(address);
    } finally {
      channel.close();
    }
  }

  void useAfterBad(String host) throws IOException {
    Socket socket = new Socket(host, 80);
    socket.close();
    // BUG: Diagnostic contains: [UseAfterRelease]
    socket.getInputStream();
  }

  static class Client implements AutoCloseable {
    private Socket socket;
    private PrintWriter out;

    void open(String host) throws IOException {
      close();
      socket = new Socket(host, 80);
      out = new PrintWriter(socket.getOutputStream());
    }

    @Override public void close() throws IOException {
      if (socket != null) {
        socket.close();
        socket = null;
      }
    }
  }

  void clientBad(String host) throws IOException {
    Client client = new Client();
    // BUG: Diagnostic contains: [SecurityContextLeak]
    client.open(host);
  }

  void clientOk(String host) throws IOException {
    try (Client client = new Client()) {
      client.open(host);
    }
  }

  void isClosedOk(String host) throws IOException {
    Socket socket = new Socket(host, 80);
    try {
      socket.getOutputStream().write(1);
    } finally {
      if (!socket.isClosed()) {
        socket.close();
      }
    }
  }

  int urlOk(URL url) throws IOException {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(url.openStream()))) {
      return in.read();
    }
  }

  int urlBad(URL url) throws IOException {
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    BufferedReader in = new BufferedReader(new InputStreamReader(url.openStream()));
    return in.read();
  }
}
