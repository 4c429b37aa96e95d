package io.github.relinquish.plugin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rooms and who may know whom. */
class ArchitectureTest {
  private static final String ROOT = "io.github.relinquish";
  private static JavaClasses classes;

  @BeforeAll static void read() {
    classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);
  }

  @Test void allRoomsAreSeen() {
    assertTrue(classes.stream().map(JavaClass::getPackageName).distinct().count() >= 13, "packages read");
    assertTrue(classes.contain(ROOT + ".core.simulate.Simulation") && classes.contain(ROOT + ".classfile.ClassFileProgram"));
  }

  @Test void roomsHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
  }

  @Test void simulationKnowsNeitherJudgesNorReports() {
    noClasses().that().resideInAnyPackage(ROOT + ".core.simulate..", ROOT + ".core.state..")
        .should().dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".core.judge..", ROOT + ".core.report..", ROOT + ".core.summary..", ROOT + ".core.data..")
        .check(classes);
  }

  @Test void wordsKnowNoEngine() {
    noClasses().that().resideInAnyPackage(ROOT + ".core.graph..", ROOT + ".core.program..", ROOT + ".core.protocol..",
            ROOT + ".core.data..", ROOT + ".core.finding..")
        .should().dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".core.state..", ROOT + ".core.simulate..", ROOT + ".core.summary..", ROOT + ".core.judge..")
        .check(classes);
  }

  @Test void coreKnowsNothingAboveItAndNoCompiler() {
    noClasses().that().resideInAPackage(ROOT + ".core..")
        .should().dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".plugin..", ROOT + ".classfile..", "org.objectweb.asm..", "com.sun..", "com.google..",
            "org.checkerframework..", "javax..")
        .check(classes);
  }

  @Test void classFilesKnowNoCompiler() {
    noClasses().that().resideInAPackage(ROOT + ".classfile..")
        .should().dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".plugin..", "com.sun..", "com.google..", "org.checkerframework..")
        .check(classes);
  }

  @Test void onlyTheReaderOfRowsKnowsYaml() {
    noClasses().that().resideOutsideOfPackage(ROOT + ".core.data..")
        .should().dependOnClassesThat().resideInAPackage("org.snakeyaml..").check(classes);
  }

  @Test void onlySourceKnowsTheBundledGraphsAndNothingElseOfThatLibrary() {
    DescribedPredicate<JavaClass> dataflow = DescribedPredicate.describe("of the dataflow library",
        c -> c.getPackageName().contains(".dataflow"));
    DescribedPredicate<JavaClass> outsideGraphs = DescribedPredicate.describe("of the dataflow library outside cfg",
        c -> c.getPackageName().contains(".dataflow") && !c.getPackageName().contains(".dataflow.cfg"));
    noClasses().that().resideOutsideOfPackage(ROOT + ".plugin.source..").should().dependOnClassesThat(dataflow).check(classes);
    noClasses().should().dependOnClassesThat(outsideGraphs).check(classes);
  }

  @Test void checksAreThin() {
    noClasses().that().resideInAPackage(ROOT + ".plugin.checks..")
        .should().dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".core.simulate..", ROOT + ".core.summary..", ROOT + ".core.state..", ROOT + ".plugin.source..")
        .check(classes);
  }

  @Test void noStaticFieldChanges() {
    noFields().that().areDeclaredInClassesThat().resideInAPackage(ROOT + "..").and().areStatic()
        .should(new ArchCondition<>("not be final") {
          @Override public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
            boolean isMadeByCompiler = field.getName().startsWith("$");
            boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
            events.add(new SimpleConditionEvent(field, !isFinal && !isMadeByCompiler, field.getFullName()));
          }
        }).check(classes);
  }

  @Test void namesSayWhatAClassIs() {
    ArchRule rule = ArchRuleDefinition.noClasses().should().haveNameMatching(".*(Helper|Util|Utils|Manager|Impl|Info)(\\$.*)?");
    rule.check(classes);
  }

  @Test void everyRoomHasItsSign() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String module : List.of("core", "classfile", "plugin")) {
      Path sources = Path.of("..", module, "src", "main", "java");
      try (Stream<Path> folders = Files.walk(sources).filter(Files::isDirectory)) {
        for (Path folder : folders.sorted().toList()) {
          if (hasClasses(folder) && !isSigned(folder.resolve("package-info.java"))) {
            missing.add(folder.toString());
          }
        }
      }
    }
    assertEquals(List.of(), missing, "a sign says what the room is for, what never enters, and what to read first");
  }

  private static boolean hasClasses(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(f -> f.toString().endsWith(".java"));
    }
  }

  private static boolean isSigned(Path sign) throws IOException {
    return Files.exists(sign) && Files.readString(sign).contains("Start with {@link");
  }
}
