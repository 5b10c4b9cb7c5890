// Runs Azurite for as long as the process that started it lives: its standard input closes when that one ends, however it ends.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).resume();
// Waiting for that must not keep alive an Azurite that was asked to end.
process.stdin.unref();
require('./run-azurite.cjs');
