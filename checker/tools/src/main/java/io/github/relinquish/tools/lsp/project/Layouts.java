package io.github.relinquish.tools.lsp.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the module of a file by the build files above it, else by its package. Where modules are it remembers until told to {@link #forget()}, what
 * lies in them until told to {@link #look()}: builds leave generated sources behind, and people make folders.
 */
public final class Layouts {
  /** Files that say that a folder is a module. */
  public static final List<String> BUILD_FILES =
      List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");
  private static final Set<String> SKIPPED = Set.of("target", "build", "out", "bin", "node_modules", "src");
  private static final int DEPTH = 5;
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  private final Map<Path, Module> known = new TreeMap<>();
  private final Map<Path, List<Path>> offers = new TreeMap<>();
  private final Map<Path, List<Path>> folders = new TreeMap<>();

  /** The build changed: everything is looked for again. */
  public synchronized void forget() {
    look();
    folders.clear();
  }

  /** What lies in modules may be something else now. */
  public synchronized void look() {
    known.clear();
    offers.clear();
  }

  /**
   * The module of a file.
   *
   * @param file absolute
   * @param text what stands in it, for its package
   */
  public synchronized Module of(Path file, String text) {
    Path folder = file.getParent();
    Path built = nearestBuilt(folder);
    if (built != null) {
      Module module = known.computeIfAbsent(built, this::built);
      return module.judges(file) ? module : unusual(module, folder, text);
    }
    Path root = rootOf(folder, text).orElse(folder);
    return new Module(root, root, false, List.of(root), List.of(root));
  }

  /** The modules of the build that a module is part of, itself included; it alone where it is of no build. */
  public synchronized List<Module> besides(Module module) {
    if (!module.isBuilt()) {
      return List.of(module);
    }
    List<Module> all = new ArrayList<>();
    for (Path root : folders.computeIfAbsent(module.project(), Layouts::siblings)) {
      all.add(known.computeIfAbsent(root, this::built));
    }
    return List.copyOf(all);
  }

  private static Path nearestBuilt(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (isBuilt(at)) {
        return at;
      }
    }
    return null;
  }

  private static boolean isBuilt(Path folder) {
    return BUILD_FILES.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
  }

  private Module built(Path root) {
    Path project = root;
    for (Path at = root.getParent(); at != null && isBuilt(at); at = at.getParent()) {
      project = at;
    }
    List<Path> roots = below(root.resolve("src")).stream().map(kind -> kind.resolve("java")).filter(Files::isDirectory).toList();
    Set<Path> more = new TreeSet<>(generated(root));
    folders.computeIfAbsent(project, Layouts::siblings).stream().filter(sibling -> !sibling.equals(root))
        .forEach(sibling -> more.addAll(offers.computeIfAbsent(sibling, Layouts::offered)));
    return new Module(root, project, true, roots, List.copyOf(more));
  }

  /** Folders of sources in which other modules look things up. */
  private static List<Path> offered(Path root) {
    List<Path> found = new ArrayList<>(generated(root));
    Path sources = root.resolve("src/main/java");
    if (Files.isDirectory(sources)) {
      found.add(sources);
    }
    return found;
  }

  /** Folders below a build that hold Java sources of their own. */
  private static List<Path> siblings(Path project) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(project, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
        @Override public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          String name = String.valueOf(folder.getFileName());
          if (!folder.equals(project) && (SKIPPED.contains(name) || name.startsWith("."))) {
            return FileVisitResult.SKIP_SUBTREE;
          }
          if (isBuilt(folder)) {
            found.add(folder);
          }
          return FileVisitResult.CONTINUE;
        }

        @Override public FileVisitResult visitFileFailed(Path file, IOException e) {
          return FileVisitResult.CONTINUE;        // a folder nobody may read holds no module of ours
        }
      });
    } catch (IOException e) {
      return List.of();                           // the module alone is still worth judging
    }
    return found;
  }

  private static List<Path> generated(Path root) {
    List<Path> found = new ArrayList<>();
    below(root.resolve("target/generated-sources")).forEach(found::add);
    for (Path tool : below(root.resolve("build/generated/sources"))) {
      below(tool).forEach(language -> below(language).stream().filter(f -> f.endsWith("main")).forEach(found::add));
    }
    return found;
  }

  private static List<Path> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();                           // generated sources are missing anyway before a build
    }
  }

  /** A build that keeps sources elsewhere than most: they are compiled against what it says, and see what the module has. */
  private static Module unusual(Module module, Path folder, String text) {
    Optional<Path> root = rootOf(folder, text);
    if (root.isEmpty()) {
      return new Module(folder, folder, false, List.of(folder), List.of(folder));
    }
    List<Path> more = new ArrayList<>(module.roots());
    more.addAll(module.more());
    return new Module(root.get(), module.project(), true, List.of(root.get()), more);
  }

  /** Where the sources begin of which one lies in a folder, as its package says; empty where it says nothing, or something else. */
  private static Optional<Path> rootOf(Path folder, String text) {
    Matcher declared = PACKAGE.matcher(text);
    if (!declared.find()) {
      return Optional.empty();
    }
    Path root = folder;
    String[] names = declared.group(1).split("\\.");
    for (int i = names.length - 1; i >= 0 && root != null; i--) {
      root = root.endsWith(names[i]) ? root.getParent() : null;
    }
    return Optional.ofNullable(root);
  }
}
