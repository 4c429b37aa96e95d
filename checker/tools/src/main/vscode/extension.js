'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const SETTINGS = 'Open Settings';

let client;

function newClient() {
  const [command, ...args] = vscode.workspace.getConfiguration('relinquish').get('command', ['relinquish', 'lsp']);
  return new LanguageClient(
    'relinquish',
    'Relinquish',
    { command, args },
    {
      documentSelector: [
        { scheme: 'file', language: 'java' },
        { scheme: 'file', language: 'yaml' },
      ],
      initializationOptions: vscode.workspace.getConfiguration('relinquish'),
      synchronize: { configurationSection: 'relinquish' },
    },
  );
}

async function start() {
  const next = newClient();
  try {
    await next.start();
    client = next;
  } catch (error) {
    // A client that never ran cannot be stopped, so it is not kept; the extension stays, to be restarted.
    const said = vscode.window.showErrorMessage(
      `Relinquish could not be started (${error.message}). 'relinquish.command' says how.`, SETTINGS);
    said.then((chosen) => chosen === SETTINGS && vscode.commands.executeCommand('workbench.action.openSettings', 'relinquish.command'));
  }
}

async function restart() {
  await deactivate();
  await start();
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('relinquish.restart', restart),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('relinquish.command') && restart()),
  );
  await start();
}

async function deactivate() {
  const old = client;
  client = undefined;
  if (old) {
    await old.stop();
  }
}

module.exports = { activate, deactivate };
