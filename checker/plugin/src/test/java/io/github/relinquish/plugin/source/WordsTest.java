package io.github.relinquish.plugin.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words a unit is said to have: every word of its code, none that stands in a comment only. */
class WordsTest {
  @ParameterizedTest
  @ValueSource(strings = {
      "class A { void wanted() {} }",
      "class A { Object o = wanted; }",
      "class A { Object o = a/* b */.wanted; }",
      "class A { String s = \"https://wanted/*\"; }",
      "class A { String s = \"/*\"; Object o = wanted; }",
      "class A { String s = \"\\\"/*\"; Object o = wanted; }",
      "class A { char c = '\"'; Object o = wanted; /* \" */ }",
      "class A { char c = '\\''; String s = \"//\"; Object o = wanted; }",
      "class A { String s = \"\"; String t = \"/*\"; Object o = wanted; }",
      "class A { String s = \"\\\\\"; Object o = wanted; }",
      "class A { String s = \"\"\"\n  // \"quoted\" /*\n  \"\"\"; Object o = wanted; }",
      "class A { String s = \"\"\"\n  wanted\"\"\"; }",
      "class A { // it's\n Object o = wanted; }",
      "class A { /* it's \" */ Object o = wanted; }",
      "class A { int i = 8 / 2; /**/ Object o = wanted; /***/ }",
      "class A { Object o = \"\\n\" + wanted; }",
      "class A { String s = \"\\nwanted\"; }",
      "class A { // the rest of this line \\u000a Object o = wanted; \n}",
      "class A { /* the end \\u002a/ Object o = wanted; /* \n*/ }",
      "class A { Object o = w\\u0061nted; }",
      "class A { Outer$wanted o; }",
      "import lombok.Getter; class A { }"})
  void mayHaveTheWordsOfItsCode(String text) throws IOException {
    assertEquals(1, wordsOf(text).unitsWith("wanted").size(), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "class A { }",
      "/* wanted */ class A { }",
      "/** {@link #wanted} ' \" // **/ class A { }",
      "class A { } // wanted",
      "class A { int i = 4 / 2; // wanted\n }",
      "class A { char c = '\"'; // wanted \"\n }",
      "class A { String s = \"a\"; /* wanted */ }",
      "class A { String s = \"\"; /* wanted */ String t = \"\"; }",
      "class A { String s = \"\"\"\n  \"a\" \"\"\"; /* wanted */ }",
      "class A { Object unwanted; Object wanted2; }"})
  void doesNotHaveTheWordsOfItsComments(String text) throws IOException {
    assertEquals(List.of(), wordsOf(text).unitsWith("wanted"), text);
  }

  @Test void tellsUnitsApartInTheirOrder() throws IOException {
    Words words = wordsOf("class A { Object wanted; }", "class B { }", "class C { Object wanted; }");
    assertEquals(List.of("A", "C"), words.unitsWith("wanted").stream()
        .map(u -> ((ClassTree) u.getTypeDecls().get(0)).getSimpleName().toString()).toList());
  }

  private static Words wordsOf(String... texts) throws IOException {
    List<JavaFileObject> files = new ArrayList<>();
    for (String text : texts) {
      files.add(JavaFileObjects.forSourceString(String.valueOf((char) ('A' + files.size())), text));
    }
    JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, d -> { }, List.of(), null, files);
    Words words = new Words();
    for (CompilationUnitTree unit : task.parse()) {
      words.add(unit);
    }
    return words;
  }
}
