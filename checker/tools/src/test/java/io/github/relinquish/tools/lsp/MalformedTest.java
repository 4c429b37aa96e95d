package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client should send: the server answers what can be answered and goes on, or ends; it never just sits there. */
@Timeout(3 * Client.SECONDS)
class MalformedTest extends InFolder {
  private static final Set<String> LIFE = Set.of("initialize", "shutdown", "exit");

  private static void isWell(Client client, String uri) {
    assertEquals(1, client.pull(uri).size());
    assertFalse(client.isOver());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "", "null", "7", "{}", "\uFEFF{}", "{\"jsonrpc\":\"2.0\",\"method\":\"no/such\",\"params\":{}}",
      "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"textDocument/hover\",\"params\":7}", "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":{}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"::\"}}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":12345}}", "{\"jsonrpc\":\"2.0\",\"method\":\"$/nobodyKnows\"}",
      "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"textDocument/hover\"}"})
  void aMessageThatMeansNothing(String body) throws Exception {
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      client.send(body);
      isWell(client, uri);
    }
  }

  @Test void everyMessageWithParametersOfAnyOtherKind() throws Exception {
    Set<String> names = new TreeSet<>(EveryMessageTest.understood());
    names.removeAll(LIFE);
    assertTrue(names.size() > 10, names::toString);
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      Set<String> asked = new TreeSet<>();
      for (String name : names) {
        for (String params : List.of("", ",\"params\":null", ",\"params\":{}", ",\"params\":[]", ",\"params\":\"x\"",
            ",\"params\":{\"textDocument\":{\"uri\":\"" + uri + "\"}}", ",\"params\":{\"textDocument\":{\"uri\":null}}")) {
          boolean isRequest = name.startsWith("textDocument/") && !name.startsWith("textDocument/did");
          String id = isRequest ? ",\"id\":\"raw" + asked.size() + "\"" : "";
          client.send("{\"jsonrpc\":\"2.0\"" + id + ",\"method\":\"" + name + "\"" + params + "}");
          if (isRequest) {
            asked.add("raw" + asked.size());
          }
        }
      }
      String again = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      isWell(client, again);
      assertEquals(35, asked.size(), "five requests");
      asked.removeAll(client.answered);
      assertEquals(Set.of(), asked, "requests that nobody answers");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: abc\r\n\r\n", "Content-Type: text/plain\r\n\r\n", "nonsense\r\n\r\n", "\r\n\r\n", "Content-Length: 0\r\n\r\n"})
  void aHeadingThatMeansNothing(String heading) throws Exception {
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      client.sendBytes(heading);
      isWell(client, uri);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 100\r\n\r\n{", "Content-Le", "Content-Length: 2147483647\r\n\r\n{}", "Content-Length: -5\r\n\r\n{}"})
  void aMessageThatBreaksOffEndsTheServerWithTheConnection(String piece) throws Exception {
    try (Client client = new Client().start()) {
      client.sendBytes(piece);
      client.hangUp();
      assertEquals(1, client.exitCode());
    }
  }
}
