package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Options in our namespace, and suppressions, through a whole javac. */
class OptionsTest {
  private static final String LEAK = "[SecurityContextLeak] security context 'context' is not released";

  @Test void unknownOptionIsOneErrorThatNamesTheNearest() {
    assertOneError("-XepOpt:Relinquish:Explian=on", "unknown option Relinquish:Explian; did you mean 'Explain'?");
  }

  @Test void optionOfNothingLikeOursListsThem() {
    assertOneError("-XepOpt:Relinquish:Zzzzzzzzz=on",
        "unknown option Relinquish:Zzzzzzzzz; there are Confidence, Explain, Models, Packs, Report, RequireReason, Root, Strict");
  }

  @Test void wrongValueIsOneErrorThatNamesTheRightOnes() {
    assertOneError("-XepOpt:Relinquish:Strict=yes", "option Relinquish:Strict takes true or false, not 'yes'");
    assertTrue(errors("-XepOpt:Relinquish:Strict=yes").get(0).stripTrailing().endsWith("not 'yes'"), "the choices are said once");
    assertOneError("-XepOpt:Relinquish:Confidence=certian", "option Relinquish:Confidence takes likely or certain, not 'certian'; did you mean 'certain'?");
  }

  @Test void shortNamesOfNothingAreNotGuessedAt() {
    assertOneError("-XepOpt:Relinquish:Foo=1", "unknown option Relinquish:Foo; there are Confidence, ");
    assertOneError("-XepOpt:Relinquish:Rot=1", "unknown option Relinquish:Rot; did you mean 'Root'?");
  }

  @Test void anOptionWithoutAValueIsAnError() {
    for (String name : List.of("Models", "Packs", "Report", "Root")) {
      assertOneError("-XepOpt:Relinquish:" + name + "=", "option Relinquish:" + name + " has no value");
    }
  }

  @Test void aRootIsAFolder() {
    assertOneError("-XepOpt:Relinquish:Root=/no/where", "option Relinquish:Root: there is no folder '/no/where'");
  }

  @Test void whereNoReportCanBeWrittenTheReasonIsSaid() {
    List<String> errors = errors("-XepOpt:Relinquish:Report=pom.xml");
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).contains("the report could not be written to pom.xml: ") && errors.get(0).contains(" is a file, not a folder"), errors::toString);
  }

  @Test void optionsOfOthersAreNotOurs() {
    assertEquals(1, Findings.messages(Findings.compile("-XepOpt:NullAway:AnnotatedPackages=com.acme", leak(""))).size());
  }

  @Test void aLeakIsReportedWithItsPath() {
    Compilation compilation = Findings.compile("", leak(""));
    String message = compilation.warnings().get(0).getMessage(Locale.ROOT);
    assertTrue(message.startsWith(LEAK), message);
    assertTrue(message.contains("\n      line 6: security context acquired by GSSManager.createContext()"), message);
    assertTrue(message.contains("docs/checks/SecurityContextLeak.md"), message);
  }

  @Test void strictModeBelievesThatEveryCallThrows() {
    JavaFileObject tidy = JavaFileObjects.forSourceString("Tidy", """
        import org.ietf.jgss.*;
        class Tidy {
          void run(GSSManager manager) throws GSSException {
            GSSContext context = manager.createContext((GSSCredential) null);
            System.out.println();
            context.dispose();
          }
        }
        """);
    assertEquals(List.of(), Findings.messages(Findings.compile("", tidy)));
    assertEquals(1, Findings.messages(Findings.compile("-XepOpt:Relinquish:Strict=true", tidy)).size());
  }

  @Test void theBarCanBeRaisedToWhatIsCertain() {
    JavaFileObject guess = JavaFileObjects.forSourceString("Guess", """
        import org.ietf.jgss.*;
        abstract class Guess {
          abstract void look(GSSContext context);
          void run(GSSManager manager) throws GSSException {
            GSSContext context = manager.createContext((GSSCredential) null);
            look(context);
          }
        }
        """);
    assertEquals(1, Findings.messages(Findings.compile("", guess)).size());
    assertEquals(1, Findings.messages(Findings.compile("-XepOpt:Relinquish:Confidence=likely", guess)).size());
    assertEquals(List.of(), Findings.messages(Findings.compile("-XepOpt:Relinquish:Confidence=certain", guess)));
    assertEquals(1, Findings.messages(Findings.compile("-XepOpt:Relinquish:Confidence=certain", leak(""))).size());
  }

  @Test void whyASuppressionDoesNotCountIsSaid() {
    Compilation compilation = Findings.compile("-XepOpt:Relinquish:RequireReason=true", leak("@SuppressWarnings(\"SecurityContextLeak\") "));
    assertEquals(1, Findings.messages(compilation).size());
    assertEquals(1, compilation.notes().stream().map(d -> d.getMessage(Locale.ROOT)).filter(text -> text.contains(
        "Leak.java:2:1: the suppression of SecurityContextLeak gives no reason and does not count; write \"SecurityContextLeak: why\"")).count(),
        () -> compilation.notes().toString());
  }

  @Test void whatIsWrongWithARunIsNotSaidOfASource() {
    assertTrue(Findings.compile("-XepOpt:Relinquish:Strict=yes", leak("")).errors().stream().allMatch(d -> d.getSource() == null));
  }

  @Test void suppressedOnTheVariable() {
    assertEquals(List.of(), Findings.in(JavaFileObjects.forSourceString("Leak", source("", "", "@SuppressWarnings(\"SecurityContextLeak\") "))));
  }

  @Test void suppressedOnTheMethod() {
    assertEquals(List.of(), Findings.in(JavaFileObjects.forSourceString("Leak", source("", "@SuppressWarnings(\"SecurityContextLeak\") ", ""))));
  }

  @Test void suppressedOnTheClass() {
    assertEquals(List.of(), Findings.in(leak("@SuppressWarnings(\"SecurityContextLeak\") ")));
  }

  @Test void suppressionOfAnotherRuleDoesNothing() {
    assertEquals(1, Findings.in(leak("@SuppressWarnings(\"CredentialsHandleLeak\") ")).size());
  }

  private static void assertOneError(String option, String text) {
    List<String> errors = errors(option);
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).contains(text), () -> errors.get(0));
  }

  private static List<String> errors(String option) {
    return Findings.compile(option, leak("")).errors().stream().map(d -> d.getMessage(Locale.ROOT)).toList();
  }

  private static JavaFileObject leak(String onClass) {
    return JavaFileObjects.forSourceString("Leak", source(onClass, "", ""));
  }

  private static String source(String onClass, String onMethod, String onVariable) {
    return """
        import org.ietf.jgss.*;
        %sclass Leak {
          %sbyte[] token(GSSManager manager, GSSName peer)
              throws GSSException {
            //
            %sGSSContext context = manager.createContext(peer, null, null, 0);
            byte[] token = context.initSecContext(new byte[0], 0, 0);
            context.dispose();
            return token;
          }
        }
        """.formatted(onClass, onMethod, onVariable);
  }
}
