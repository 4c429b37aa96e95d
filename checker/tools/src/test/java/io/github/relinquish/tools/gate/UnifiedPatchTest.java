package io.github.relinquish.tools.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnifiedPatchTest {
  @Test void undoesChangesAddedAndDeletedLines() {
    String patch = """
        diff --git a/A.java b/A.java
        --- a/A.java
        +++ b/A.java
        @@ -1,3 +1,3 @@ class A
         one
        -two
        +zwei
         three
        @@ -5 +4,0 @@
        -five
        @@ -7,0 +7,2 @@ end
        +new
        +er
        """;
    FilePatch file = UnifiedPatch.parse(patch).get(0);
    assertEquals("one\ntwo\nthree\nfour\nfive\nsix\nseven\n", file.undo("one\nzwei\nthree\nfour\nsix\nseven\nnew\ner\n"));
  }

  @Test void aPatchOfAnotherTextIsRefused() {
    FilePatch file = UnifiedPatch.parse("--- a/A\n+++ b/A\n@@ -1 +1 @@\n-x\n+y\n").get(0);
    assertThrows(IllegalArgumentException.class, () -> file.undo("z\n"));
    assertThrows(IllegalArgumentException.class, () -> file.undo(""));
  }

  @Test void newDeletedAndRenamedFiles() {
    List<FilePatch> files = UnifiedPatch.parse("""
        diff --git a/N.java b/N.java
        new file mode 100644
        --- /dev/null
        +++ b/N.java
        @@ -0,0 +1 @@
        +class N {}
        diff --git a/D.java b/D.java
        deleted file mode 100644
        --- a/D.java
        +++ /dev/null
        @@ -1 +0,0 @@
        -class D {}
        diff --git a/From.java b/To.java
        similarity index 100%
        rename from From.java
        rename to To.java
        diff --git "a/\\303\\244 b.java" "b/\\303\\244 b.java"
        --- "a/\\303\\244 b.java"
        +++ "b/\\303\\244 b.java"
        @@ -1 +1 @@
        -a
        \\ No newline at end of file
        +b
        \\ No newline at end of file
        """);
    assertEquals(List.of("", "D.java", "From.java", "\u00e4 b.java"), files.stream().map(FilePatch::before).toList());
    assertEquals(List.of("N.java", "", "To.java", "\u00e4 b.java"), files.stream().map(FilePatch::after).toList());
    assertEquals("class D {}\n", files.get(1).undo(""));
    assertEquals("same\n", files.get(2).undo("same\n"));
    assertEquals("a", files.get(3).undo("b"));
  }

  @Test void nonsenseIsNamed() {
    for (String bad : List.of("@@ -1 +1 @@\n-a\n+b\n", "--- a/A\n+++ b/A\n@@ -1,9 +1,9 @@\n one\n")) {
      assertTrue(assertThrows(IllegalArgumentException.class, () -> UnifiedPatch.parse(bad)).getMessage().contains("line"));
    }
  }
}
