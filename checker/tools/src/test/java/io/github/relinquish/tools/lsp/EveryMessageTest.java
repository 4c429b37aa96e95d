package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import io.github.relinquish.tools.run.BuildToolClassPath;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * One session in which every message goes over the pipe that the server understands or can send. What these are is read from its
 * classes: a message that is added there and nowhere sent fails here by its name.
 */
class EveryMessageTest {
  private static final String CLIENT = "{\"workspace\":{\"configuration\":true,\"didChangeWatchedFiles\":{\"dynamicRegistration\":true},"
      + "\"diagnostics\":{\"refreshSupport\":true},\"inlayHint\":{\"refreshSupport\":true}},"
      + "\"textDocument\":{\"diagnostic\":{}},\"window\":{\"workDoneProgress\":true}}";
  @TempDir Path folder;

  @Test void isSentAndAnswered() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    Judging real = Judging.inProcess();
    AtomicBoolean breaks = new AtomicBoolean(true);
    Server server = new Server((sources, rules, files, canceled, sink) -> {
      while (slow.getCount() > 0) {
        canceled.check();
        Thread.onSpinWait();
      }
      if (breaks.getAndSet(false)) {
        throw new IllegalStateException("on purpose");
      }
      real.judge(sources, rules, files, canceled, sink);
    }, project -> new BuildToolClassPath.Found(List.of(), List.of("a remark")));
    try (Client client = new Client(server)) {
      client.settings = JsonParser.parseString("{\"packs\":[\"hadop\"]}");
      client.start(new Gson().fromJson(CLIENT, ClientCapabilities.class), null);
      assertFalse(Client.await(client.registrations).getRegistrations().isEmpty());
      talkOfSlowWork(client, slow);
      talkOfSources(client);
      talkOfRows(client);
      assertEquals(0, client.exit());
      Set<String> expected = new TreeSet<>(understood());
      expected.addAll(canBeSent());
      expected.add("$/cancelRequest");
      assertEquals(expected, new TreeSet<>(client.spoken));
    }
  }

  private void talkOfSlowWork(Client client, CountDownLatch slow) throws Exception {
    client.server.setTrace(new SetTraceParams("off"));
    String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
    client.server.getTextDocumentService().diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri))).cancel(true);
    client.server.cancelProgress(new WorkDoneProgressCancelParams(Client.await(client.progress).getToken()));
    Client.await(client.progress);
    slow.countDown();
    client.change(uri, Peer.LEAKS);
    assertTrue(client.pull(uri).get(0).getMessage().contains("on purpose"));
    client.save(uri);
    assertEquals("SecurityContextLeak", client.pull(uri).get(0).getCode().getLeft());
    assertTrue(Client.await(client.alarms).getMessage().contains("hadop"));
    client.close(uri);
    assertEquals(List.of(), client.next(uri), "what is not open is pushed");
  }

  private void talkOfSources(Client client) throws Exception {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Path sources = Files.createDirectories(folder.resolve("src/main/java/com/acme"));
    Path closer = Files.writeString(sources.resolve("Closer.java"), Pair.CLOSER);
    String text = Pair.USER.replace("  void greet", "  void shut(GSSContext held) throws GSSException {\n    Closer.end(held);\n  }\n\n  void greet");
    String uri = client.open(Files.writeString(sources.resolve("User.java"), text), text);
    TextDocumentIdentifier user = new TextDocumentIdentifier(uri);
    TextDocumentService documents = client.server.getTextDocumentService();
    assertEquals(2, Client.get(documents.inlayHint(new InlayHintParams(user, new Range(new Position(0, 0), new Position(99, 0))))).size());
    assertNotNull(Client.get(documents.hover(new HoverParams(user, new Position(18, 16)))));
    Files.writeString(closer, Pair.FORGETS);
    WorkspaceService workspace = client.server.getWorkspaceService();
    workspace.didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(closer.toUri().toString(), FileChangeType.Changed))));
    Client.await(client.hintRefreshes);
    Client.await(client.refreshes);
    var shown = client.pull(uri);
    assertFalse(Client.get(documents.codeAction(new CodeActionParams(user, shown.get(0).getRange(), new CodeActionContext(shown)))).isEmpty());
    workspace.didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(
        new WorkspaceFoldersChangeEvent(List.of(new WorkspaceFolder(folder.toUri().toString(), "acme")), List.of())));
    client.configure("{}");
    assertTrue(Client.await(client.alarms).getMessage().contains("a remark; mend the build"));
  }

  private void talkOfRows(Client client) {
    String uri = client.open(folder.resolve("acme.relinquish.yaml"), "api: Acme\n");
    assertFalse(Client.get(client.server.getTextDocumentService().completion(
        new CompletionParams(new TextDocumentIdentifier(uri), new Position(1, 0)))).getLeft().isEmpty());
  }

  @Test void whatIsAnnouncedIsWhatIsUnderstood() {
    Set<String> announced = new TreeSet<>();
    new Gson().toJsonTree(Capabilities.ofServer(true)).getAsJsonObject().keySet().stream().filter(key -> key.endsWith("Provider"))
        .forEach(key -> announced.add("textDocument/" + key.substring(0, key.length() - "Provider".length())));
    announced.addAll(List.of("textDocument/didOpen", "textDocument/didChange", "textDocument/didSave", "textDocument/didClose"));
    assertEquals(announced, understood().stream().filter(name -> name.startsWith("textDocument/")).collect(Collectors.toCollection(TreeSet::new)));
  }

  static Set<String> understood() {
    Set<String> names = new TreeSet<>();
    Map.of(LanguageServer.class, Server.class, TextDocumentService.class, Documents.class, WorkspaceService.class, Folders.class)
        .forEach((service, ours) -> messagesOf(service).forEach((method, name) -> {
          boolean isOurs = Arrays.stream(ours.getDeclaredMethods()).anyMatch(own -> own.getName().equals(method.getName())
              && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
          if (isOurs) {
            names.add(name);
          }
        }));
    return names;
  }

  private static Map<Method, String> messagesOf(Class<?> service) {
    String segment = service.isAnnotationPresent(JsonSegment.class) ? service.getAnnotation(JsonSegment.class).value() + "/" : "";
    Map<Method, String> names = new TreeMap<>(java.util.Comparator.comparing(Method::toString));
    for (Method method : service.getMethods()) {
      JsonRequest request = method.getAnnotation(JsonRequest.class);
      JsonNotification notification = method.getAnnotation(JsonNotification.class);
      if (request != null || notification != null) {
        String name = request != null ? request.value() : notification.value();
        boolean isBelow = request != null ? request.useSegment() : notification.useSegment();
        names.put(method, (isBelow ? segment : "") + (name.isEmpty() ? method.getName() : name));
      }
    }
    return names;
  }

  /** By the calls in the server's class files. */
  private static Set<String> canBeSent() throws IOException {
    Set<String> called = new TreeSet<>();
    try (Stream<Path> classes = Files.walk(Path.of("target/classes/io/github/relinquish/tools/lsp"))) {
      for (Path file : classes.filter(f -> f.toString().endsWith(".class")).toList()) {
        new ClassReader(Files.readAllBytes(file)).accept(new ClassVisitor(Opcodes.ASM9) {
          @Override public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Calls(called);
          }
        }, 0);
      }
    }
    Set<String> names = new TreeSet<>();
    messagesOf(LanguageClient.class).forEach((method, name) -> {
      if (called.contains(method.getName())) {
        names.add(name);
      }
    });
    return names;
  }

  /** Names of the client's methods that are called or passed on. */
  private static final class Calls extends MethodVisitor {
    private static final String OWNER = LanguageClient.class.getName().replace('.', '/');
    private final Set<String> called;

    Calls(Set<String> called) {
      super(Opcodes.ASM9);
      this.called = called;
    }

    @Override public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(OWNER)) {
        called.add(name);
      }
    }

    @Override public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
      Arrays.stream(arguments).filter(Handle.class::isInstance).map(Handle.class::cast)
          .forEach(handle -> visitMethodInsn(0, handle.getOwner(), handle.getName(), "", true));
    }
  }
}
