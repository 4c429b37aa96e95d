package io.github.relinquish.tools.lsp;

import com.google.gson.JsonNull;
import io.github.relinquish.tools.lsp.project.Layouts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What happens around the documents: settings, folders, files that others change. */
final class Folders implements WorkspaceService {
  private static final List<String> WATCHED = List.of("**/*.java", "**/*.yaml", "**/*.yml", "**/*.jar", "**/*.class");

  private final Buffers buffers;
  private final Configuration configuration;
  private final Analyst analyst;
  private final Models models;
  private final Publisher publisher;
  private LanguageClient client;
  private boolean asksForSettings;

  Folders(Buffers buffers, Configuration configuration, Analyst analyst, Models models, Publisher publisher) {
    this.buffers = buffers;
    this.configuration = configuration;
    this.analyst = analyst;
    this.models = models;
    this.publisher = publisher;
  }

  /** The client is ready: it is asked for settings and to watch files, where it can do that. */
  void connect(LanguageClient next, ClientCapabilities capabilities) {
    client = next;
    if (capabilities.getWorkspace() == null) {
      return;
    }
    asksForSettings = Boolean.TRUE.equals(capabilities.getWorkspace().getConfiguration());
    if (capabilities.getWorkspace().getDidChangeWatchedFiles() != null
        && Boolean.TRUE.equals(capabilities.getWorkspace().getDidChangeWatchedFiles().getDynamicRegistration())) {
      List<FileSystemWatcher> watchers = new ArrayList<>();
      WATCHED.forEach(pattern -> watchers.add(new FileSystemWatcher(Either.forLeft(pattern))));
      Layouts.BUILD_FILES.forEach(name -> watchers.add(new FileSystemWatcher(Either.forLeft("**/" + name))));
      client.registerCapability(new RegistrationParams(List.of(new Registration("relinquish-files",
          "workspace/didChangeWatchedFiles", new DidChangeWatchedFilesRegistrationOptions(watchers)))));
    }
    if (asksForSettings) {
      askForSettings();
    }
  }

  private void askForSettings() {
    ConfigurationItem item = new ConfigurationItem();
    item.setSection("relinquish");
    client.configuration(new ConfigurationParams(List.of(item))).thenAccept(answers -> {
      if (!answers.isEmpty()) {
        use(answers.get(0));
      }
    });
  }

  /** Nothing is no news: what was said when the session began still counts. */
  private void use(Object settings) {
    boolean isSaid = settings != null && !(settings instanceof JsonNull);
    if (isSaid && configuration.set(settings)) {
      models.again();
      analyst.again();
    }
  }

  @Override public void didChangeConfiguration(DidChangeConfigurationParams params) {
    if (asksForSettings) {
      askForSettings();
    } else {
      use(params.getSettings());
    }
  }

  @Override public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    List<Path> sources = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    boolean isBuild = false;
    boolean isModel = false;
    for (FileEvent event : params.getChanges()) {
      Optional<Path> file = Buffers.pathOf(event.getUri());
      if (file.isPresent()) {
        isBuild |= Layouts.BUILD_FILES.contains(String.valueOf(file.get().getFileName()));
        isModel |= configuration.settings().models().contains(file.get());
        boolean isSource = file.get().toString().endsWith(".java");
        if (!isSource || buffers.at(file.get()).isEmpty()) {
          (isSource ? sources : others).add(file.get());
        }
      }
    }
    if (isModel) {
      configuration.modelsChanged();
    }
    if (isBuild || isModel) {
      analyst.again();
    }
    analyst.changedOutside(others);
    if (!sources.isEmpty()) {
      analyst.changed(sources, true);
    }
  }

  @Override public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    for (WorkspaceFolder folder : params.getEvent().getRemoved()) {
      Buffers.pathOf(folder.getUri()).ifPresent(publisher::clearBelow);
    }
    analyst.again();
  }
}
