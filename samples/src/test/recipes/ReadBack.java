import java.io.File;
import java.util.Map;
import org.gradle.api.Project;
import org.gradle.api.tasks.compile.JavaCompile;
import org.gradle.testfixtures.ProjectBuilder;

/** Evaluates a Gradle script, whose plugins block was taken away, and prints what {@code compileJava} would pass to javac. */
class ReadBack {
  public static void main(String[] arguments) {
    File folder = new File(arguments[0]);
    Project project = ProjectBuilder.builder().withProjectDir(folder).withGradleUserHomeDir(new File(folder, "home")).build();
    project.getPluginManager().apply("java");
    project.getPluginManager().apply("net.ltgt.errorprone");
    project.apply(Map.of("from", new File(folder, "without-plugins.gradle")));
    JavaCompile compile = (JavaCompile) project.getTasks().getByName("compileJava");
    project.getConfigurations().getByName("errorprone").getDependencies()
        .forEach(it -> System.out.println("DEPENDENCY " + it.getGroup() + ":" + it.getName() + ":" + it.getVersion()));
    compile.getOptions().getAllCompilerArgs().forEach(it -> System.out.println("JAVAC " + it));
    compile.getOptions().getForkOptions().getAllJvmArgs().forEach(it -> System.out.println("JVM " + it));
    System.out.flush();
    System.exit(0);
  }
}
