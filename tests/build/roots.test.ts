/**
 * Several archives and one copy of the software: whichever command is told of another archive reads and
 * writes that one alone. The folders have names that a shell, a URL or a pattern could take amiss.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const project = join(import.meta.dirname, '../..');
const site = (name: string, address = 'http://localhost:4321/') =>
  `---\nname: ${name}\naddress: ${address}\ncurator: A. Curator\n---\n\nOf this test.\n`;
const text = (title: string, words: string, name: string) =>
  `${title}\n\nBy Jon Reyes\n\n14 March 2021\n\n“${words},” said ${name}, chair of the harbour board, on Monday. The old hall by the quay was full, and most who had come were sailors.\n`;

let folder = '';
let ferry = '';
let mill = '';
const put = (root: string, path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-roots-'));
  mkdirSync(join(folder, 'disk'));
  symlinkSync(join(folder, 'disk'), join(folder, 'Bücher & 100% #1'));
  ferry = join(folder, 'Bücher & 100% #1', 'ferry archive');
  mill = join(folder, 'mill');
  put(ferry, 'content/site.md', site('Ferry archive'));
  put(
    ferry,
    'content/sources/night-ferry.txt',
    text('Board keeps the ferry', 'We will keep the night ferry', 'Mara Obi'),
  );
  put(mill, 'content/site.md', site('Mill archive', 'https://example.org/old/mill/'));
  put(
    mill,
    'content/sources/old-mill.txt',
    text('Board sells the mill', 'We will sell the old mill', 'Tove Lindqvist'),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
function run(script: string, rest: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args(script, rest), {
    cwd: project,
    encoding: 'utf8',
    env: environment(env),
    // A command that serves where it should refuse would never end.
    timeout: 120_000,
  });
  return { status, output: stdout + stderr };
}

interface Running {
  address: string;
  output(): string;
  end(): Promise<void>;
}

/** Starts a command that serves, and waits until it says where. */
async function serving(
  script: string,
  rest: readonly string[],
  env: NodeJS.ProcessEnv = {},
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
      const found = /(?:served at|Curation:) (\S+)/.exec(output)?.[1];
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

async function started(rest: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const one = await serving('start', rest, env);
  try {
    const answer = await fetch(one.address);
    return { address: one.address, output: one.output(), page: await answer.text() };
  } finally {
    await one.end();
  }
}

/** Every file of a folder with its time and length. */
const state = (root: string, names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) =>
      !existsSync(join(root, name))
        ? []
        : [
            name,
            ...readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((inner) =>
              join(name, inner),
            ),
          ].map((path) => {
            const { mtimeMs, size } = statSync(join(root, path));
            return [path, `${mtimeMs} ${size}`];
          }),
    ),
  );

describe('npm start', () => {
  test('builds and serves the archive that is named, whatever was built before', async () => {
    const before = state(project, ['content', 'dist', '.verbatim/records', '.verbatim/start.json']);
    const first = await started([], { VERBATIM_ROOT: ferry });
    expect(first.page).toContain('Ferry archive');
    const other = await started(['--archive', mill]);
    expect(other.page).toContain('Mill archive');
    expect(new URL(other.address).pathname).toBe('/old/mill/');
    const again = await started(['--archive', ferry]);
    expect(again.page).toContain('Ferry archive');
    expect(again.output).toContain('up to date');
    expect(
      state(project, ['content', 'dist', '.verbatim/records', '.verbatim/start.json']),
    ).toEqual(before);
    expect(existsSync(join(ferry, 'dist/articles/night-ferry/index.html'))).toBe(true);
    expect(existsSync(join(mill, 'dist/articles/old-mill/index.html'))).toBe(true);
  });

  test('builds anew for another address, another option, and after another build went to its folder', async () => {
    const sub = await started(['--archive', mill], { BASE_PATH: '/sub/' });
    expect(sub.output).not.toContain('up to date');
    expect(sub.page).toContain('href="/sub/claims/"');
    expect(run('build', ['--archive', mill]).status).toBe(0);
    const back = await started(['--archive', mill], { BASE_PATH: '/sub/' });
    expect(back.output).not.toContain('up to date');
    expect(back.page).toContain('href="/sub/claims/"');
    const elsewhere = await started(['--archive', mill, '--out', 'elsewhere']);
    expect(elsewhere.page).toContain('href="/old/mill/claims/"');
    expect(existsSync(join(mill, 'elsewhere/index.html'))).toBe(true);
  });

  test('says that a port is taken, for another archive too', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { status, output } = run('start', ['--archive', ferry], { PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(output).toContain(`Port ${port} is taken`);
  });
});

describe('every other command', () => {
  const ours = () => state(project, ['content', 'dist', 'shots', '.verbatim/records']);

  test('records, explain, build, verify and add read and write the archive that is named', () => {
    const before = ours();
    const records = run('records', ['--archive', ferry]);
    expect(records).toMatchObject({ status: 0, output: expect.stringContaining('1 article,') });
    const explained = run('explain', ['night-ferry', `--archive=${ferry}`]);
    expect(explained.output).toContain('Board keeps the ferry');
    const built = run('build', ['--archive', ferry]);
    expect(built.output).toContain(join(ferry, 'dist'));
    const verified = run('verify', ['dist', '--archive', ferry]);
    expect(verified.output).toContain(`${join(ferry, 'dist')} holds together`);
    const capture = join(folder, 'second.txt');
    writeFileSync(capture, text('A second text', 'The landing stays open', 'Ida Berg'));
    const added = run('add', ['--archive', ferry, capture]);
    expect(added).toMatchObject({ status: 0 });
    expect(readFileSync(join(ferry, 'content/sources/second.txt'), 'utf8')).toBe(
      readFileSync(capture, 'utf8'),
    );
    expect(run('verify', ['dist'], { VERBATIM_ROOT: mill }).output).toContain(join(mill, 'dist'));
    expect(ours()).toEqual(before);
  });

  test('pictures of pages are those of the archive that is named', () => {
    const bare = join(folder, 'unbuilt');
    put(bare, 'content/site.md', site('Unbuilt'));
    const { status, output } = run('shots', ['--archive', bare]);
    expect(status).toBe(1);
    expect(output).toContain(join(bare, 'dist'));
  });

  test('the verb stands before or behind the archive; the archive’s own folder has the last word', () => {
    const both = run('records', ['--archive', mill], { VERBATIM_ROOT: ferry });
    expect(both.status).toBe(0);
    expect(existsSync(join(mill, '.verbatim/records/articles/old-mill.json'))).toBe(true);
  });
});

describe('npm run dev', () => {
  test('follows the content of the archive that is named, its curation page too', async () => {
    // Not built yet: a source that was published is never rewritten.
    const fresh = join(folder, 'Bücher & 100% #1', 'fresh');
    put(fresh, 'content/site.md', site('Fresh archive'));
    const rewrite = (words: string) =>
      put(
        fresh,
        'content/sources/old-mill.txt',
        text('Board sells the mill', words, 'Tove Lindqvist'),
      );
    rewrite('We will sell the old mill');
    const dev = await serving('dev', ['--archive', fresh]);
    try {
      const page = async (path: string) => {
        const answer = await fetch(new URL(path, dev.address));
        return `${answer.status} ${await answer.text()}`;
      };
      expect(await page('/articles/old-mill/')).toContain('sell the old mill');
      expect(await page('/curate/')).toContain('sell the old mill');
      for (const words of ['We will keep the new mill', 'We will burn the third mill']) {
        rewrite(words);
        await vi.waitFor(async () => expect(await page('/curate/')).toContain(words), {
          timeout: 60_000,
          interval: 500,
        });
        expect(await page('/articles/old-mill/')).toContain(words);
      }
      put(
        fresh,
        'content/sources/new-dam.txt',
        text('The new dam', 'The dam holds for now', 'Pia Holm'),
      );
      await vi.waitFor(
        async () => expect(await page('/articles/new-dam/')).toContain('dam holds for now'),
        { timeout: 60_000, interval: 500 },
      );
      expect(await page('/')).toContain('The new dam');
    } finally {
      await dev.end();
    }
  });
});

describe('an archive that is none', () => {
  const COMMANDS = ['start', 'dev', 'build', 'records', 'explain', 'verify', 'shots', 'add'];

  test.each(COMMANDS)('npm run %s names the folder that is not there', (script) => {
    const missing = join(folder, 'nowhere');
    const { status, output } = run(script, ['--archive', missing], { PORT: '0' });
    expect(status).toBe(1);
    expect(output).toContain(`There is no folder ${missing}`);
    expect(output).not.toMatch(/^\s+at /m);
    expect(existsSync(missing)).toBe(false);
  });

  test.each(COMMANDS)('npm run %s names the folder without `content`', (script) => {
    const other = join(folder, 'photographs');
    put(other, 'harbour.jpg', 'no picture');
    const { status, output } = run(script, [], { VERBATIM_ROOT: other, PORT: '0' });
    expect(status).toBe(1);
    expect(output).toContain(`${other} is no archive`);
    expect(output).not.toMatch(/^\s+at /m);
    expect(readdirSync(other)).toEqual(['harbour.jpg']);
  });

  test('an option without its folder is named', () => {
    const { status, output } = run('records', ['--archive']);
    expect(status).toBe(1);
    expect(output).toContain('--archive');
  });
});
