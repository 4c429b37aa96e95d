package io.github.relinquish.tools.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Requests about one document: sources go to the analyst, files of rows to the models. */
final class Documents implements TextDocumentService {
  private final Buffers buffers;
  private final Analyst analyst;
  private final Models models;
  private final Diagnostics diagnostics;
  private final Configuration configuration;
  private final Publisher publisher;
  private final CodeActions actions;
  private final Hints hints;

  Documents(Buffers buffers, Analyst analyst, Models models, Diagnostics diagnostics, Configuration configuration,
      Publisher publisher) {
    this.buffers = buffers;
    this.analyst = analyst;
    this.models = models;
    this.diagnostics = diagnostics;
    this.configuration = configuration;
    this.publisher = publisher;
    this.actions = new CodeActions(diagnostics, configuration);
    this.hints = new Hints();
  }

  @Override public void didOpen(DidOpenTextDocumentParams params) {
    TextDocumentItem item = params.getTextDocument();
    Buffers.pathOf(item.getUri()).filter(path -> item.getText() != null).ifPresent(path -> {
      buffers.open(item.getUri(), path, String.valueOf(item.getLanguageId()), item.getVersion(), item.getText());
      if (isJava(path)) {
        analyst.opened(path);
      } else {
        models.changed(path);
      }
    });
  }

  @Override public void didChange(DidChangeTextDocumentParams params) {
    Buffers.pathOf(params.getTextDocument().getUri()).ifPresent(path -> {
      Integer version = params.getTextDocument().getVersion();
      buffers.change(path, version == null ? 0 : version, params.getContentChanges());
      if (isJava(path)) {
        analyst.changed(List.of(path), true);
      } else {
        changedModel(path);
      }
    });
  }

  private void changedModel(Path path) {
    models.changed(path);
    if (configuration.settings().models().contains(path)) {
      configuration.modelsChanged();
      analyst.again();
    }
  }

  @Override public void didSave(DidSaveTextDocumentParams params) {
    Buffers.pathOf(params.getTextDocument().getUri()).ifPresent(path -> {
      if (isJava(path)) {
        analyst.changed(List.of(path), false);
      } else if (isBuildFile(path)) {
        analyst.again();
      } else {
        changedModel(path);
      }
    });
  }

  private static boolean isBuildFile(Path path) {
    return io.github.relinquish.tools.lsp.project.Layouts.BUILD_FILES.contains(String.valueOf(path.getFileName()));
  }

  @Override public void didClose(DidCloseTextDocumentParams params) {
    Buffers.pathOf(params.getTextDocument().getUri()).ifPresent(path -> {
      buffers.close(path);
      if (isJava(path)) {
        analyst.changed(List.of(path), false);    // what was saved counts again
      } else {
        publisher.clear(path);
      }
    });
  }

  private static boolean isJava(Path path) {
    return path.toString().endsWith(".java");
  }

  @Override public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    Optional<Path> path = Buffers.pathOf(params.getTextDocument().getUri());
    if (path.isEmpty() || !isJava(path.get())) {
      return CompletableFuture.completedFuture(report(path.map(models::diagnosticsOf).orElse(List.of()), params));
    }
    return behind(path.get(), known -> report(known.map(judged -> diagnostics.of(judged, configuration.settings())).orElse(List.of()), params));
  }

  /** What is made of the answer for a file as soon as that is of its present text; where the editor cancels, nobody waits any more. */
  private <T> CompletableFuture<T> behind(Path file, Function<Optional<Judged>, T> made) {
    CompletableFuture<Void> fresh = analyst.upToDate(file);
    CompletableFuture<T> answer = fresh.thenApply(done -> made.apply(analyst.answerFor(file)));
    answer.whenComplete((result, error) -> {
      if (answer.isCancelled()) {
        fresh.cancel(false);
      }
    });
    return answer;
  }

  private static DocumentDiagnosticReport report(List<Diagnostic> shown, DocumentDiagnosticParams params) {
    String id = Integer.toHexString(shown.hashCode());
    if (id.equals(params.getPreviousResultId())) {
      return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(id));
    }
    RelatedFullDocumentDiagnosticReport full = new RelatedFullDocumentDiagnosticReport(shown);
    full.setResultId(id);
    return new DocumentDiagnosticReport(full);
  }

  @Override public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    Optional<Path> path = Buffers.pathOf(params.getTextDocument().getUri()).filter(Documents::isJava);
    if (path.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return behind(path.get(), known -> known.map(judged -> actions.of(judged, params, buffers)).orElse(List.of()));
  }

  @Override public CompletableFuture<Hover> hover(HoverParams params) {
    Optional<Buffers.Buffer> buffer = buffers.at(params.getTextDocument().getUri());
    if (buffer.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    if (!isJava(buffer.get().path())) {
      return CompletableFuture.completedFuture(models.hover(buffer.get(), params.getPosition()).orElse(null));
    }
    return behind(buffer.get().path(), known -> known.flatMap(judged -> hints.hover(judged, params.getPosition())).orElse(null));
  }

  @Override public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    Optional<Path> path = Buffers.pathOf(params.getTextDocument().getUri()).filter(Documents::isJava);
    if (path.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return behind(path.get(), known -> known.map(judged -> hints.inlays(judged, params.getRange())).orElse(List.of()));
  }

  @Override public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
    List<CompletionItem> items = buffers.at(params.getTextDocument().getUri())
        .filter(buffer -> !isJava(buffer.path())).map(buffer -> models.completion(buffer, params.getPosition())).orElse(List.of());
    return CompletableFuture.completedFuture(Either.forLeft(items));
  }
}
