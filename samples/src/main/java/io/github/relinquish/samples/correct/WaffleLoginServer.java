package io.github.relinquish.samples.correct;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import waffle.windows.auth.IWindowsAuthProvider;
import waffle.windows.auth.IWindowsIdentity;
import waffle.windows.auth.IWindowsSecurityContext;
import waffle.windows.auth.impl.WindowsAuthProviderImpl;

/** A small intranet page that greets Windows users by name. */
public final class WaffleLoginServer {
  private static final String PACKAGE = "Negotiate";

  private final IWindowsAuthProvider auth = new WindowsAuthProviderImpl();

  public static void main(String[] args) throws IOException {
    WaffleLoginServer login = new WaffleLoginServer();
    HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
    server.createContext("/", login::greet);
    server.start();
  }

  void greet(HttpExchange exchange) throws IOException {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith(PACKAGE + " ")) {
      challenge(exchange, PACKAGE);
      return;
    }
    byte[] token = Base64.getDecoder().decode(header.substring(PACKAGE.length() + 1));
    IWindowsSecurityContext context = auth.acceptSecurityToken(connection(exchange), token, PACKAGE);
    if (context.isContinue()) {
      challenge(exchange, PACKAGE + " " + Base64.getEncoder().encodeToString(context.getToken()));
      return;
    }
    try {
      welcome(exchange, context);
    } finally {
      context.dispose();
    }
  }

  private static void welcome(HttpExchange exchange, IWindowsSecurityContext context) throws IOException {
    IWindowsIdentity user = context.getIdentity();
    try {
      answer(exchange, 200, "Hello, " + user.getFqn());
    } finally {
      user.dispose();
    }
  }

  private static void challenge(HttpExchange exchange, String value) throws IOException {
    exchange.getResponseHeaders().set("WWW-Authenticate", value);
    answer(exchange, 401, "Please log in");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String connection(HttpExchange exchange) {
    return exchange.getRemoteAddress().toString();
  }
}
