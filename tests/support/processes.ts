/** Commands as a person starts them: processes of their own, which are told of an archive by an option or a variable. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');

/** The runner's own variables would be taken for those that Vite gives the pages. */
const NOT_OURS =
  'VITEST TEST DEV PROD SSR MODE BASE_URL NODE_ENV CI SITE BASE_PATH PORT HOST VERBATIM_ROOT VERBATIM_RECORDS INIT_CWD npm_lifecycle_event';
const environment = (more: NodeJS.ProcessEnv) => ({
  ...process.env,
  ...Object.fromEntries(NOT_OURS.split(' ').map((name) => [name, undefined])),
  NO_COLOR: '1',
  SHARE_IMAGES: 'off',
  ...more,
});
const args = (script: string, rest: readonly string[]) => [
  '--disable-warning=ExperimentalWarning',
  `scripts/${script}.ts`,
  ...rest,
];

/** Runs `npm run <script>` to its end; gives its exit code and all it printed. */
export function run(script: string, rest: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args(script, rest), {
    cwd: project,
    encoding: 'utf8',
    env: environment(env),
    // A command that serves where it should refuse would never end.
    timeout: 120_000,
  });
  return { status, output: stdout + stderr };
}

export interface Running {
  address: string;
  output(): string;
  end(): Promise<void>;
}

/** Starts a command that serves, and waits until it says where; until then `hears` is told what it has printed. */
export async function serving(
  script: string,
  rest: readonly string[],
  env: NodeJS.ProcessEnv = {},
  hears: (output: string) => void = () => {},
): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, args(script, rest), {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment({ PORT: '0', ...env }),
  });
  let output = '';
  const address = await new Promise<string>((done, reject) => {
    const hear = (chunk: Buffer) => {
      output += String(chunk);
      hears(output);
      const found = /(?:served at|Live site:) (\S+)/.exec(output)?.[1];
      if (found) done(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', () => reject(new Error(output)));
  });
  return {
    address,
    output: () => output,
    async end() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
