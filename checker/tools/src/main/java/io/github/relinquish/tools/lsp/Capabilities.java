package io.github.relinquish.tools.lsp;

import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server offers. */
final class Capabilities {
  private Capabilities() {}

  /**
   * Whether a client asks for diagnostics itself. One that cannot be told to ask again would never hear what an edit means for other files, so it
   * is sent them like a client that never asks.
   */
  static boolean isPulling(ClientCapabilities client) {
    WorkspaceClientCapabilities around = client.getWorkspace();
    return client.getTextDocument() != null && client.getTextDocument().getDiagnostic() != null
        && around != null && around.getDiagnostics() != null && Boolean.TRUE.equals(around.getDiagnostics().getRefreshSupport());
  }

  static ServerCapabilities ofServer(boolean isPulling) {
    ServerCapabilities offered = new ServerCapabilities();
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    offered.setTextDocumentSync(sync);
    if (isPulling) {
      DiagnosticRegistrationOptions pull = new DiagnosticRegistrationOptions(true, false);
      pull.setIdentifier(Diagnostics.SOURCE);
      offered.setDiagnosticProvider(pull);
    }
    offered.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
    offered.setHoverProvider(true);
    offered.setInlayHintProvider(true);
    offered.setCompletionProvider(new CompletionOptions(false, List.of(" ", ":")));
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    offered.setWorkspace(new WorkspaceServerCapabilities(folders));
    return offered;
  }
}
