'use strict';

// The source with a pretended editor and a pretended client: what is started, with what, and that it is stopped again.
const assert = require('node:assert');
const Module = require('node:module');
const path = require('node:path');
const test = require('node:test');

const commands = new Map();
const clients = [];
const said = [];
let failure;
let answer;
let listener;

class LanguageClient {
  constructor(id, name, server, options) {
    Object.assign(this, { id, name, server, options, state: 'new' });
    clients.push(this);
  }

  async start() {
    if (failure) {
      this.state = 'failed';
      throw new Error(failure);
    }
    this.state = 'started';
  }

  async stop() {
    assert.strictEqual(this.state, 'started', 'the client throws where it is not running');
    this.state = 'stopped';
  }
}

const vscode = {
  workspace: {
    getConfiguration: () => ({ get: (key, otherwise) => (key === 'command' ? ['java', '-jar', 'x.jar', 'lsp'] : otherwise) }),
    onDidChangeConfiguration: (heard) => {
      listener = heard;
      return { dispose() {} };
    },
  },
  window: {
    showErrorMessage: async (message) => {
      said.push(message);
      return answer;
    },
  },
  commands: {
    executeCommand: (...command) => said.push(command.join(' ')),
    registerCommand: (name, run) => {
      commands.set(name, run);
      return { dispose() {} };
    },
  },
};

const load = Module._load;
Module._load = (request, ...rest) =>
  request === 'vscode' ? vscode : request === 'vscode-languageclient/node' ? { LanguageClient } : load(request, ...rest);

test('starts the configured server for Java and YAML, restarts and stops it', async () => {
  const extension = require(path.join(__dirname, '..', 'extension.js'));
  const context = { subscriptions: [] };
  await extension.activate(context);
  const { command, args } = clients[0].server;
  assert.deepStrictEqual([command, ...args], ['java', '-jar', 'x.jar', 'lsp']);
  assert.deepStrictEqual(clients[0].options.documentSelector.map((d) => d.language), ['java', 'yaml']);
  assert.strictEqual(clients[0].state, 'started');
  assert.strictEqual(context.subscriptions.length, 2);
  await commands.get('relinquish.restart')();
  assert.strictEqual(clients[0].state, 'stopped');
  assert.strictEqual(clients[1].state, 'started');
  await extension.deactivate();
  assert.strictEqual(clients[1].state, 'stopped');
});

test('says what to do when the server cannot be started, and starts it as soon as the settings are right', async () => {
  const extension = require(path.join(__dirname, '..', 'extension.js'));
  failure = 'spawn relinquish ENOENT';
  answer = 'Open Settings';
  await extension.activate({ subscriptions: [] });
  await new Promise(setImmediate);
  assert.match(said[0], /could not be started \(spawn relinquish ENOENT\).*relinquish\.command/);
  assert.strictEqual(said[1], 'workbench.action.openSettings relinquish.command');
  failure = undefined;
  const before = clients.length;
  await listener({ affectsConfiguration: (section) => section === 'relinquish.severity' });
  assert.strictEqual(clients.length, before, 'the server hears of other settings by itself');
  await listener({ affectsConfiguration: (section) => section === 'relinquish.command' });
  assert.strictEqual(clients.at(-1).state, 'started');
  await extension.deactivate();
  assert.strictEqual(clients.at(-1).state, 'stopped');
});

test('declares every setting that the code reads', () => {
  const declared = require('../package.json').contributes.configuration.properties;
  for (const name of ['command', 'severity', 'confidence', 'strict', 'classPath', 'models', 'packs', 'askBuildTool', 'online', 'pauseMillis', 'limitSeconds']) {
    assert.ok(declared[`relinquish.${name}`], name);
  }
});
