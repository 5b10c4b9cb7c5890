// Starts Azurite in a session of its own, so that Ctrl-C in the terminal reaches the host alone, and records it. The record is written here
// and not by the host: a host that is killed at this very moment still finds what it started.
const { spawn } = require('node:child_process');
const { openSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [record, log, ports, script, ...args] = process.argv.slice(2);
const output = openSync(log, 'w');
const azurite = spawn(process.execPath, [join(__dirname, 'run-azurite.cjs'), script, ...args], { detached: true, stdio: ['ignore', output, output] });
const [blob, queue, table] = ports.split(',').map(Number);
writeFileSync(record + '.next', JSON.stringify({ pid: azurite.pid, blob, queue, table }));
renameSync(record + '.next', record);
azurite.unref();
