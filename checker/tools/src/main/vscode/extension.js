'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

// An answer within two seconds of the start is worth more than the last third of speed after an hour.
const QUICK_START = '-XX:TieredStopAtLevel=1';

let client;

function newClient() {
  const [command, ...args] = vscode.workspace.getConfiguration('relinquish').get('command', ['relinquish', 'lsp']);
  return new LanguageClient(
    'relinquish',
    'Relinquish',
    { command, args, options: { env: { ...process.env, JDK_JAVA_OPTIONS: process.env.JDK_JAVA_OPTIONS ?? QUICK_START } } },
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
