package io.github.relinquish.tools.lsp;

import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.tools.lsp.compile.Declarations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What can be done about the findings under the cursor: the fixes that were proved, then keeping quiet about it. */
final class CodeActions {
  private final Diagnostics diagnostics;
  private final Configuration configuration;

  CodeActions(Diagnostics diagnostics, Configuration configuration) {
    this.diagnostics = diagnostics;
    this.configuration = configuration;
  }

  /** None where the text has moved on since it was judged. */
  List<Either<Command, CodeAction>> of(Judged judged, CodeActionParams params, Buffers buffers) {
    boolean isStale = buffers.at(judged.file()).map(buffer -> !buffer.text().equals(judged.text())).orElse(true);
    boolean isOther = params.getContext() != null && params.getContext().getOnly() != null
        && params.getContext().getOnly().stream().noneMatch(kind -> CodeActionKind.QuickFix.startsWith(kind));
    if (isStale || isOther) {
      return List.of();
    }
    Lines lines = new Lines(judged.text());
    List<Either<Command, CodeAction>> offered = new ArrayList<>();
    for (Finding finding : judged.answer().findings()) {
      Optional<Diagnostic> shown = diagnostics.of(finding, judged, lines, configuration.settings());
      if (shown.isPresent() && touches(shown.get().getRange(), params.getRange(), lines)) {
        fixes(finding, judged, shown.get(), lines).forEach(action -> offered.add(Either.forRight(action)));
        suppression(finding, judged, shown.get(), lines).ifPresent(action -> offered.add(Either.forRight(action)));
      }
    }
    return offered;
  }

  private static boolean touches(Range a, Range b, Lines lines) {
    return lines.offset(a.getStart()) <= lines.offset(b.getEnd()) && lines.offset(b.getStart()) <= lines.offset(a.getEnd());
  }

  private List<CodeAction> fixes(Finding finding, Judged judged, Diagnostic shown, Lines lines) {
    boolean isWindows = judged.text().contains("\r\n");
    List<CodeAction> actions = new ArrayList<>();
    for (Fix fix : judged.answer().fixes().getOrDefault(finding.fingerprint(), List.of())) {
      List<TextEdit> edits = new ArrayList<>();
      for (Edit edit : fix.edits()) {
        String text = isWindows ? edit.text().replaceAll("\r?\n", "\r\n") : edit.text();
        edits.add(new TextEdit(lines.range(edit.startOffset(), edit.endOffset()), text));
      }
      CodeAction action = action(capital(fix.description()), judged, shown, edits);
      action.setIsPreferred(actions.isEmpty());
      actions.add(action);
    }
    return actions;
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private Optional<CodeAction> suppression(Finding finding, Judged judged, Diagnostic shown, Lines lines) {
    String rule = finding.rule().title();
    int at = lines.offset(shown.getRange().getStart());
    return new Declarations(judged.file(), judged.text()).suppress(rule, at).map(found -> action(
        "Suppress " + rule + " at " + found.what(), judged, shown,
        List.of(new TextEdit(lines.range(found.from(), found.to()), found.text()))));
  }

  private CodeAction action(String title, Judged judged, Diagnostic shown, List<TextEdit> edits) {
    CodeAction action = new CodeAction(title);
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(shown));
    Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
    changes.put(diagnostics.uriOf(judged.file()), edits);
    action.setEdit(new WorkspaceEdit(changes));
    return action;
  }
}
