package io.github.relinquish.tools.lsp;

import io.github.relinquish.tools.javac.Rules;
import io.github.relinquish.tools.lsp.compile.Sources;
import io.github.relinquish.tools.lsp.project.Module;
import io.github.relinquish.tools.lsp.project.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run compiles, and by which rules.
 *
 * @param judged texts of the module, those that findings are shown in
 * @param sources these and what they are compiled with
 */
record Gathering(Map<Path, String> judged, Sources sources, Rules rules) {
  /**
   * Gathers it as it is now.
   *
   * @param open texts of the open sources
   * @param told hears what is wrong with the settings
   */
  static Gathering of(Module module, Map<Path, String> open, Workspace workspace, Configuration configuration, Audience told) {
    Map<Path, String> judged = workspace.textsOf(module, open);
    List<Path> classPath = new ArrayList<>(configuration.settings().classPath());
    classPath.addAll(configuration.settings().asksBuild() ? workspace.classPathOf(module) : List.of());
    List<Path> older = workspace.read(classPath, module, open.keySet());
    Rules rules = configuration.rules(classPath);
    configuration.untold().forEach(told::alarm);
    Map<Path, String> compiled = new TreeMap<>(workspace.companionsOf(module, open, configuration.vocabulary(classPath)));
    compiled.putAll(judged);
    Map<Path, String> shown = new TreeMap<>(open);
    shown.keySet().removeAll(compiled.keySet());
    return new Gathering(judged, new Sources(compiled, module.more(), shown, classPath, older), rules);
  }
}
