package io.github.relinquish.tools.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * A module's pom and the parents that lie beside it, nearest first: what the compiler is told as far as files show. A list in a child
 * replaces the parent's, as in Maven, unless it says {@code combine.children="append"}. Parents in repositories are not read.
 */
final class PomChain {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");
  private static final int DEEPEST = 8;
  private static final int MOST_PARENTS = 32;
  private static final int MOST_MODULES = 1000;

  private record Link(Path file, Pom pom) {}

  private final List<Link> links;
  private final Map<String, String> properties = new TreeMap<>();

  private PomChain(List<Link> links) {
    this.links = links;
    links.forEach(link -> link.pom().properties().forEach(properties::putIfAbsent));
  }

  /**
   * The set-up of the project in a folder and of all its modules that compile anything.
   *
   * @throws IOException where a pom is not well-formed
   */
  static List<MavenSetup> setups(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    Set<Path> poms = new LinkedHashSet<>();
    gather(root.resolve("pom.xml"), poms);
    List<MavenSetup> setups = new ArrayList<>();
    for (Path pom : poms) {
      PomChain chain = above(pom);
      boolean isAlone = poms.size() == 1;
      if (isAlone || chain.links.get(0).pom().isCompiled()) {
        setups.add(chain.setup(root));
      }
    }
    return setups;
  }

  private static void gather(Path pom, Set<Path> found) throws IOException {
    if (found.size() >= MOST_MODULES || !Files.isRegularFile(pom) || !found.add(pom)) {
      return;
    }
    for (String module : read(pom).modules()) {
      try {
        Path at = pom.resolveSibling(module).normalize();
        gather(Files.isDirectory(at) ? at.resolve("pom.xml") : at, found);
      } catch (InvalidPathException e) {
        continue;                                 // a module that names a property: files alone do not tell which
      }
    }
  }

  private static PomChain above(Path pom) throws IOException {
    List<Link> links = new ArrayList<>();
    Path at = pom;
    while (at != null && links.size() < MOST_PARENTS) {
      Link link = new Link(at, read(at));
      links.add(link);
      at = parentOf(link);
    }
    return new PomChain(links);
  }

  private static Path parentOf(Link link) throws IOException {
    String path = link.pom().parent().orElse("");
    if (path.isEmpty() || path.contains("${")) {
      return null;
    }
    Path at = link.file().resolveSibling(path).normalize();
    Path file = Files.isDirectory(at) ? at.resolve("pom.xml") : at;
    boolean isIt = Files.isRegularFile(file) && read(file).artifact().equals(link.pom().parentArtifact());
    return isIt ? file : null;
  }

  private static Pom read(Path file) throws IOException {
    try {
      return Pom.read(Patient.read(file).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException(file.getFileName() + " of " + file.getParent().getFileName() + ": " + e.getMessage(), e);
    }
  }

  private MavenSetup setup(Path root) {
    List<String> arguments = new ArrayList<>();
    List<String> processors = new ArrayList<>();
    boolean isForked = "true".equals(properties.get("maven.compiler.fork"));
    boolean hasToolchain = false;
    Path home = null;
    boolean argumentsGoOn = true;
    boolean processorsGoOn = true;
    for (Link link : links) {
      hasToolchain |= link.pom().asksForToolchain();
      List<Element> configurations = link.pom().compilerConfigurations();
      List<Element> lists = lists(configurations, "compilerArgs");
      List<Element> paths = lists(configurations, "annotationProcessorPaths");
      home = home == null && !(lists.isEmpty() && paths.isEmpty()) ? link.file() : home;
      if (argumentsGoOn) {
        arguments.addAll(0, arguments(configurations, lists));
        argumentsGoOn = lists.isEmpty() || lists.stream().allMatch(PomChain::appends);
      }
      if (processorsGoOn) {
        paths.forEach(list -> Pom.named(list, "path").forEach(path -> processors.add(coordinates(path))));
        processorsGoOn = paths.isEmpty() || paths.stream().allMatch(PomChain::appends);
      }
      isForked |= configurations.stream().anyMatch(c -> resolved(Pom.text(c, "fork")).equals("true"));
      hasToolchain |= configurations.stream().anyMatch(c -> !Pom.named(c, "jdkToolchain").isEmpty());
    }
    Path file = home == null ? links.get(0).file() : home;
    return new MavenSetup(shown(root, file), shown(root, links.get(0).file()), arguments, processors, isForked, hasToolchain);
  }

  private static String shown(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static List<Element> lists(List<Element> configurations, String name) {
    return configurations.stream().flatMap(c -> Pom.children(c).stream()).filter(e -> e.getTagName().equals(name)).toList();
  }

  private static boolean appends(Element list) {
    return list.getAttribute("combine.children").equals("append");
  }

  private List<String> arguments(List<Element> configurations, List<Element> lists) {
    List<String> arguments = new ArrayList<>();
    lists.forEach(list -> Pom.children(list).forEach(argument -> arguments.add(resolved(argument.getTextContent()))));
    configurations.stream().map(c -> resolved(Pom.text(c, "compilerArgument"))).filter(it -> !it.isEmpty()).forEach(arguments::add);
    return arguments;
  }

  private String coordinates(Element path) {
    return resolved(Pom.text(path, "groupId")) + ":" + resolved(Pom.text(path, "artifactId")) + ":" + resolved(Pom.text(path, "version"));
  }

  private String resolved(String text) {
    String resolved = text.strip().replaceAll("\\s+", " ");
    for (int i = 0; i < DEEPEST && resolved.contains("${"); i++) {
      resolved = PROPERTY.matcher(resolved)
          .replaceAll(hit -> Matcher.quoteReplacement(properties.getOrDefault(hit.group(1), hit.group())));
    }
    return resolved;
  }
}
