/**
 * Several archives and one copy of the software: whichever command is told of another archive reads and
 * writes that one alone. The folders have names that a shell, a URL or a pattern could take amiss.
 */
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
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, serving } from '../support/processes.ts';

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
  put(mill, 'content/site.md', site('Mill archive', 'https://example.org/old/papers/'));
  put(
    mill,
    'content/sources/old-mill.txt',
    text('Board sells the mill', 'We will sell the old mill', 'Tove Lindqvist'),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function started(rest: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const one = await serving('start', rest, env);
  try {
    const answer = await fetch(one.address);
    return { address: one.address, output: one.output(), page: await answer.text() };
  } finally {
    await one.end();
  }
}

/** Files, and every file of folders, with their times and lengths. */
const state = (root: string, names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) =>
      !existsSync(join(root, name))
        ? []
        : [
            name,
            ...(statSync(join(root, name)).isDirectory()
              ? readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
              : []
            ).map((inner) => join(name, inner)),
          ].map((path) => {
            const { mtimeMs, size } = statSync(join(root, path));
            return [path, `${mtimeMs} ${size}`];
          }),
    ),
  );

describe('npm start', () => {
  test('builds and serves the archive that is named, whatever was built before', async () => {
    const before = state(project, ['content', 'dist', '.verbatim/records', '.verbatim/built.json']);
    const first = await started([], { VERBATIM_ROOT: ferry });
    expect(first.page).toContain('Ferry archive');
    const other = await started(['--archive', mill]);
    expect(other.page).toContain('Mill archive');
    expect(new URL(other.address).pathname).toBe('/old/papers/');
    const again = await started(['--archive', ferry]);
    expect(again.page).toContain('Ferry archive');
    expect(again.output).toContain('up to date');
    expect(
      state(project, ['content', 'dist', '.verbatim/records', '.verbatim/built.json']),
    ).toEqual(before);
    expect(existsSync(join(ferry, 'dist/articles/night-ferry/index.html'))).toBe(true);
    expect(existsSync(join(mill, 'dist/articles/old-mill/index.html'))).toBe(true);
  });

  test('builds anew for another address, another option, and after another build went to its folder', async () => {
    const sub = await started(['--archive', mill], { BASE_PATH: '/sub/' });
    expect(sub.output).not.toContain('up to date');
    expect(sub.page).toContain('href="/sub/claims/"');
    const built = run('build', ['--archive', mill]);
    expect(built.status).toBe(0);
    expect(built.output).toContain(join(mill, 'dist'));
    const back = await started(['--archive', mill], { BASE_PATH: '/sub/' });
    expect(back.output).not.toContain('up to date');
    expect(back.page).toContain('href="/sub/claims/"');
    const elsewhere = await started(['--archive', mill, '--out', 'elsewhere']);
    expect(elsewhere.page).toContain('href="/old/papers/claims/"');
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

  test('records, explain, verify and add read and write the archive that is named', () => {
    const before = ours();
    const records = run('records', ['--archive', ferry]);
    expect(records.status).toBe(0);
    expect(records.output).toContain('1 article,');
    const explained = run('explain', ['night-ferry', `--archive=${ferry}`]);
    expect(explained.output).toContain('Board keeps the ferry');
    const verified = run('verify', ['dist', '--archive', ferry]);
    expect(verified.output).toContain(`${join(ferry, 'dist')} holds together`);
    const capture = join(folder, 'second.txt');
    writeFileSync(capture, text('A second text', 'The landing stays open', 'Ida Berg'));
    const added = run('add', ['--archive', ferry, capture]);
    expect(added).toMatchObject({ status: 0 });
    expect(readFileSync(join(ferry, 'content/sources/second.txt'), 'utf8')).toBe(
      readFileSync(capture, 'utf8'),
    );
    expect(run('verify', ['--quick', 'dist'], { VERBATIM_ROOT: mill }).output).toContain(
      join(mill, 'dist'),
    );
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
