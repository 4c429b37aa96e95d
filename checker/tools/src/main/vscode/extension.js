'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

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

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('relinquish.restart', async () => {
      await deactivate();
      client = newClient();
      await client.start();
    }),
  );
  client = newClient();
  await client.start();
}

async function deactivate() {
  const old = client;
  client = undefined;
  if (old) {
    await old.stop();
  }
}

module.exports = { activate, deactivate };
