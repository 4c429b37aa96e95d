package io.github.relinquish.tools.lsp.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.tools.run.BuildToolClassPath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which class paths a workspace remembers. */
class ReadingTest {
  private final Workspace workspace =
      new Workspace(new ClassPaths(project -> new BuildToolClassPath.Found(List.of(), List.of()), Runnable::run, (project, remarks) -> { }));

  private static Module module(int number) {
    Path root = Path.of("/acme/m" + number);
    return new Module(root, root, false, List.of(root), List.of());
  }

  private static Path jar(int number) {
    return Path.of("/libs/lib" + number + ".jar");
  }

  @Test void thoseOfModulesInWhichSomethingIsOpen() {
    List<Path> open = List.of(Path.of("/acme/m3/Peer.java"));
    for (int i = 0; i < 500; i++) {
      workspace.read(List.of(jar(i)), module(i), open);
    }
    assertEquals(2, workspace.remembered(), "the open one and the last");
    assertTrue(workspace.isRead(jar(3)));
    assertTrue(workspace.isRead(jar(499)));
    assertFalse(workspace.isRead(jar(4)));
  }

  @Test void theLastOfEach() {
    List<Path> open = List.of(Path.of("/acme/m0/Peer.java"));
    for (int i = 0; i < 500; i++) {
      workspace.read(List.of(jar(i)), module(0), open);
    }
    assertEquals(1, workspace.remembered());
    assertFalse(workspace.isRead(jar(498)));
    assertTrue(workspace.isRead(jar(499)));
  }
}
