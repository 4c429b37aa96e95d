package io.github.relinquish.classfile;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of the JDK that runs us, out of its image. */
public final class PlatformClasses implements ClassBytes {
  private final Map<String, Optional<Path>> moduleOfPackage = new ConcurrentHashMap<>();

  @Override public Optional<byte[]> find(String binaryName) {
    int dot = binaryName.lastIndexOf('.');
    if (dot < 0 || binaryName.indexOf('/') >= 0) {
      return Optional.empty();
    }
    try {
      return moduleOfPackage.computeIfAbsent(binaryName.substring(0, dot), PlatformClasses::moduleOf)
          .flatMap(module -> read(module.resolve(binaryName.replace('.', '/') + ".class")));
    } catch (InvalidPathException e) {
      return Optional.empty();                    // class files may name anything; a NUL is in the name of no file
    }
  }

  private static Optional<Path> moduleOf(String packageName) {
    try {
      FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
      Path links = image.getPath("packages", packageName);
      if (!Files.isDirectory(links)) {
        return Optional.empty();
      }
      try (DirectoryStream<Path> modules = Files.newDirectoryStream(links)) {
        for (Path link : modules) {
          Path folder = image.getPath("modules", link.getFileName().toString());
          // Packages that only hold sub-packages name every module below them.
          if (Files.isDirectory(folder.resolve(packageName.replace('.', '/')))) {
            return Optional.of(folder);
          }
        }
      }
      return Optional.empty();
    } catch (IOException | FileSystemNotFoundException | ProviderNotFoundException e) {
      // A runtime without an image (an exploded JDK build) has no platform classes to show.
      return Optional.empty();
    }
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      // The image cannot lose a file it lists; an unreadable one is as good as none.
      return Optional.empty();
    }
  }
}
