package io.github.relinquish.tools.gate;

import io.github.relinquish.tools.run.BoundedProcess;
import io.github.relinquish.tools.run.NotAvailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change of a project: what a patch says, or what git knows since a revision.
 *
 * @param base folder that the paths of the patch are relative to
 * @param files the patch
 * @param added files that the patch does not name although they are new: git leaves untracked ones out
 */
public record Change(Path base, List<FilePatch> files, Set<String> added) {
  private static final int SECONDS = 120;

  public Change {
    files = List.copyOf(files);
    added = Set.copyOf(added);
  }

  /**
   * What a ready patch says.
   *
   * @param base folder that its paths are relative to
   * @throws IllegalArgumentException where it is not a patch
   */
  public static Change of(Path base, Path patch) throws IOException {
    return new Change(base.toRealPath(), UnifiedPatch.parse(Files.readString(patch, StandardCharsets.ISO_8859_1)), Set.of());
  }

  /**
   * Everything that was changed in the work tree since the branch left {@code revision}.
   *
   * @throws IllegalArgumentException where there is no such work tree or revision
   * @throws NotAvailable where the clone is too shallow to know
   */
  public static Change since(Path folder, String revision) throws IOException {
    Path top = Path.of(git(folder, "this is not a git work tree; give --diff PATCH", "rev-parse", "--show-toplevel").strip()).toRealPath();
    boolean isShallow = git(top, "git is too old", "rev-parse", "--is-shallow-repository").strip().equals("true");
    String base;
    try {
      git(top, "there is no revision " + revision, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
      base = git(top, "HEAD and " + revision + " have no common ancestor", "merge-base", "--end-of-options", revision, "HEAD").strip();
    } catch (IllegalArgumentException e) {
      if (isShallow) {
        throw new NotAvailable(e.getMessage() + " in this shallow clone; fetch its history (git fetch --unshallow)");
      }
      throw e;
    }
    String patch = git(top, "git diff failed", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "-U0",
        "--src-prefix=a/", "--dst-prefix=b/", base, "--");
    String untracked = git(top, "git ls-files failed", "ls-files", "--others", "--exclude-standard", "-z");
    return new Change(top, UnifiedPatch.parse(patch), names(untracked));
  }

  private static Set<String> names(String listed) {
    Set<String> names = new TreeSet<>();
    String text = new String(listed.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    for (String name : text.split("\0")) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  private static String git(Path folder, String otherwise, String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    BoundedProcess.Outcome outcome = BoundedProcess.run(command, folder, SECONDS);
    if (!outcome.isGood()) {
      throw new IllegalArgumentException(otherwise + (outcome.reason().startsWith("exit") ? "" : " (" + outcome.reason() + ")"));
    }
    return outcome.bytes();
  }
}
