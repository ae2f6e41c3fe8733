// Loaded before a script, counts the calls that change a file of the project at VERBATIM_ROOT. Before the call number
// CUT_AT it ends the script as `kill -9` would; in the folder STATES_IN it keeps what stands there before each call.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const { VERBATIM_ROOT: root, CUT_AT: cutAt, STATES_IN: states } = process.env;
const { cpSync } = fs;
let counting = true;
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
      counting &&
      (typeof args[0] === 'number' ||
        (args[0].startsWith?.(root) && (name !== 'openSync' || /[wa]/.test(String(args[1])))));
    if (!counts) return real(...args);
    calls++;
    if (calls === Number(cutAt)) process.kill(process.pid, 'SIGKILL');
    if (states) {
      counting = false;
      cpSync(root, join(states, String(calls)), { recursive: true });
      counting = true;
    }
    return real(...args);
  };
}
syncBuiltinESMExports();
