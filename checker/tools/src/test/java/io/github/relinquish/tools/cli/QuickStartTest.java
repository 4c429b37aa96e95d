package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server starts itself once more, so that no editor has to know flags of a JVM. */
class QuickStartTest {
  @TempDir Path folder;

  @Test void servesFromAnotherJvmThatEndsWithTheEditor() throws Exception {
    List<String> command = OtherJvm.command();
    command.add("lsp");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("JDK_JAVA_OPTIONS");
    Process server = builder.start();
    try {
      byte[] body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}".getBytes(StandardCharsets.UTF_8);
      server.getOutputStream().write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      server.getOutputStream().write(body);
      server.getOutputStream().flush();
      assertEquals("Content-Length", new String(server.getInputStream().readNBytes(14), StandardCharsets.US_ASCII));
      ProcessHandle serving = server.children().findFirst().orElseThrow();
      serving.info().arguments().ifPresent(arguments -> assertTrue(List.of(arguments).contains("-XX:TieredStopAtLevel=1")));
      server.getOutputStream().close();
      assertTrue(server.waitFor(120, TimeUnit.SECONDS));
      assertEquals(1, server.exitValue(), "nobody said goodbye");
      assertFalse(serving.isAlive());
    } finally {
      server.descendants().forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly();
    }
  }

  @Test void readsNamesOfAllLanguagesWhereThereIsNoLocale() throws Exception {
    List<String> command = OtherJvm.command();
    command.add("lsp");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().put("LC_ALL", "C");
    Process server = builder.start();
    try {
      String text = Files.readString(Path.of("src/test/editors/Peer.java")).replace("\n", "\\n");
      for (String message : List.of("\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}", "\"method\":\"textDocument/didOpen\",\"params\":"
          + "{\"textDocument\":{\"uri\":\"file:///caf%C3%A9/com/acme/Peer.java\",\"languageId\":\"java\",\"version\":1,\"text\":\"" + text + "\"}}",
          "\"id\":2,\"method\":\"textDocument/diagnostic\",\"params\":{\"textDocument\":{\"uri\":\"file:///caf%C3%A9/com/acme/Peer.java\"}}",
          "\"id\":3,\"method\":\"shutdown\"", "\"method\":\"exit\"")) {
        byte[] body = ("{\"jsonrpc\":\"2.0\"," + message + "}").getBytes(StandardCharsets.UTF_8);
        server.getOutputStream().write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        server.getOutputStream().write(body);
        server.getOutputStream().flush();
        for (String told = ""; message.contains("\"id\":2") && !told.contains("\"id\":2");) {
          told = message(server.getInputStream());
          assertFalse(told.contains("Malformed input"), told);
          assertTrue(!told.contains("\"id\":2") || told.contains("SecurityContextLeak"), told);
        }
      }
      assertTrue(server.waitFor(120, TimeUnit.SECONDS));
      assertEquals(0, server.exitValue(), "goodbye was said");
    } finally {
      server.descendants().forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly();
    }
  }

  private static String message(InputStream in) throws IOException {
    StringBuilder heading = new StringBuilder();
    while (heading.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      assertTrue(c >= 0, heading::toString);
      heading.append((char) c);
    }
    int length = Integer.parseInt(heading.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Test void leavesAJvmAloneThatSomebodySetUp() {
    assertFalse(new QuickStart(List.of("-XX:TieredStopAtLevel=1"), "x.jar", folder).isWorthwhile());
    assertFalse(new QuickStart(List.of("-agentlib:jdwp=transport=dt_socket"), "x.jar", folder).isWorthwhile());
    QuickStart quick = new QuickStart(List.of("-Xmx1g", "-XX:+UseZGC"), "x.jar", folder);
    assertTrue(quick.isWorthwhile());
    List<String> command = quick.command(Optional.empty(), folder.resolve("new"), List.of("lsp", "--here"));
    assertEquals(List.of("-Xmx1g", "-XX:+UseZGC", "-XX:TieredStopAtLevel=1", "-jar", "x.jar", "lsp", "--here"), command.subList(1, command.size()));
  }

  @Test void hasAnArchiveForEachJar() throws Exception {
    Path jar = Files.writeString(folder.resolve("x.jar"), "x");
    QuickStart quick = new QuickStart(List.of(), jar.toString(), folder.resolve("cache"));
    Path archive = quick.archive().orElseThrow();
    Path fresh = folder.resolve("new.jsa");
    assertTrue(quick.command(Optional.of(archive), fresh, List.of()).contains("-XX:ArchiveClassesAtExit=" + fresh));
    Files.writeString(archive, "");
    assertTrue(quick.command(Optional.of(archive), fresh, List.of()).contains("-XX:SharedArchiveFile=" + archive));
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
    assertNotEquals(archive, quick.archive().orElseThrow());
    assertTrue(new QuickStart(List.of(), jar + java.io.File.pathSeparator + "y", folder).archive().isEmpty(), "several entries");
    assertTrue(new QuickStart(List.of("-Xshare:off"), jar.toString(), folder).archive().isEmpty());
  }

  @Test void keepsTheArchiveWhereTheUserKeepsSuchThings() {
    Path given = folder.resolve("given");
    assertEquals(given.resolve("relinquish"), QuickStart.cacheIn(Map.of("XDG_CACHE_HOME", given.toString()), folder.toString()));
    assertEquals(folder.resolve(".cache/relinquish"), QuickStart.cacheIn(Map.of(), folder.toString()));
  }
}
