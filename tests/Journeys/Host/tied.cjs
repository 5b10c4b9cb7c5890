// Runs a program for as long as the process that started this one lives: its standard input closes when that one ends, however it ends.
const { spawn } = require('node:child_process');

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
process.stdin.on('end', () => child.kill('SIGTERM')).resume();
child.on('exit', code => process.exit(code ?? 1));
