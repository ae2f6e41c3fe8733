// Loaded before a script: ends it as `kill -9` would, before the call number CUT_AT that changes a file of the project.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let calls = 0;
for (const name of [
  'writeFileSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'linkSync',
  'unlinkSync',
  'copyFileSync',
]) {
  const real = fs[name];
  fs[name] = (...args) => {
    const counts =
      typeof args[0] === 'number' ||
      (args[0].startsWith?.(process.env.VERBATIM_ROOT) &&
        (name !== 'openSync' || /[wa]/.test(String(args[1]))));
    if (counts && ++calls === Number(process.env.CUT_AT)) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}
syncBuiltinESMExports();
