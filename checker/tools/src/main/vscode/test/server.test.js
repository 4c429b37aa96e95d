'use strict';

// The real server, where RELINQUISH_COMMAND names it (a JSON array), over the client library that the extension is bundled with.
const assert = require('node:assert');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');
const rpc = require('vscode-jsonrpc/node');

const LEAKS = fs.readFileSync(path.join(__dirname, '../../../test/editors/Peer.java'), 'utf8');

test('shows a leak with its path, as the settings of the extension say', { skip: !process.env.RELINQUISH_COMMAND }, async () => {
  const [command, ...args] = JSON.parse(process.env.RELINQUISH_COMMAND);
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  const shown = new Promise((resolve) => connection.onNotification('textDocument/publishDiagnostics', resolve));
  connection.listen();
  const defaults = {};
  for (const [name, it] of Object.entries(require('../package.json').contributes.configuration.properties)) {
    defaults[name.replace('relinquish.', '')] = it.default;
  }
  await connection.sendRequest('initialize', {
    processId: process.pid, rootUri: null, capabilities: {}, initializationOptions: { ...defaults, severity: { SecurityContextLeak: 'warning' } },
  });
  await connection.sendNotification('initialized', {});
  const uri = 'file:///nowhere/com/acme/Peer.java';
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'java', version: 1, text: LEAKS } });
  const [leak] = (await shown).diagnostics;
  assert.strictEqual(leak.code, 'SecurityContextLeak');
  assert.strictEqual(leak.severity, 2);
  assert.ok(leak.relatedInformation.length > 1);
  await connection.sendRequest('shutdown');
  const ended = new Promise((resolve) => server.on('exit', resolve));
  await connection.sendNotification('exit');
  assert.strictEqual(await ended, 0);
  connection.dispose();
});
