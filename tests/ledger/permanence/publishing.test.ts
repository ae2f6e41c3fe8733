/** Whole or not at all: a build that is killed, runs out of disk or meets another one. */
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
} from 'vitest';
import { settle } from '../../../src/build/putting-in-place/put-in-place.ts';
import { empty } from '../../support/command.ts';
import { compiled, type Compiled } from '../../support/compiled.ts';
import { goBack, moments, standing } from '../../support/states.ts';
import { eightPages } from './eight-pages.ts';
import type { Ended } from './small-build.ts';

let flags: readonly string[] = [];
let program: Compiled | undefined;
/** Makes the builds that end by themselves, one after another. */
let builder: ChildProcess | undefined;
beforeAll(async () => {
  program = await compiled('tests/ledger/permanence/small-build.ts');
  flags = program.args;
});
afterAll(() => {
  builder?.kill();
  program?.remove();
});

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-publish-'));
  mkdirSync(join(root, 'content/ledger'), { recursive: true });
});
afterEach(() => {
  chmodSync(root, 0o755);
  rmSync(root, { recursive: true, force: true });
});

const run = (generation: string, ...mode: string[]) =>
  spawnSync(process.execPath, [...flags, root, generation, ...mode], { encoding: 'utf8' });
async function made(...job: [generation: string, mode: string, number: string]): Promise<Ended> {
  builder ??= fork(program?.file ?? '', { stdio: 'inherit' });
  builder.send([root, ...job]);
  const [ended] = (await once(builder, 'message')) as [Ended];
  // Whoever holds a lock at the end is gone then.
  if (existsSync(join(root, '.verbatim/build.lock'))) {
    const gone = once(builder, 'exit');
    builder.kill();
    await gone;
    builder = undefined;
  }
  return ended;
}
const read = (path: string) =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;

/** The generation of a folder, if it is whole; otherwise what is wrong with it. */
function generationOf(folder: string): string {
  if (!existsSync(join(root, folder))) return 'missing';
  const pages = readdirSync(join(root, folder)).sort();
  const texts = pages.map(
    (page, i) =>
      read(`${folder}/${page}/index.html`) ===
      `${read(`${folder}/page-0/index.html`)!.split(' ')[0]} ${i}\n`,
  );
  if (pages.length !== 8 || texts.includes(false)) return `torn: ${pages.join(', ')}`;
  return read(`${folder}/page-0/index.html`)!.split(' ')[0]!;
}
const ledger = () =>
  [read('content/ledger/a.json'), read('content/ledger/b.json')].map(
    (text) => text?.split(' ')[0] ?? 'missing',
  );

/** Calls that change the disk, counted on a build that finds an older site and ledger, and leaves one. */
async function callsOfABuild(): Promise<{ made: number; total: number }> {
  await eightPages(root, 'older');
  const [, made, total] = /calls (\d+) (\d+)/.exec(run('old').stdout) ?? [];
  return { made: Number(made), total: Number(total) };
}

/** Calls at which something goes wrong: every one from the end of building on, every so many before. */
const chosen = ({ made, total }: { made: number; total: number }, every: number): number[] =>
  Array.from({ length: total }, (_, i) => i + 1).filter((i) => i > made || i % every === 0);

/** Every state of the disk on the way from the generation `old` to `new`; `made` is the call with which building ended. */
async function statesOfABuild(): Promise<{ states: string; made: number }> {
  const states = `${root}-states`;
  mkdirSync(states);
  onTestFinished(() => rmSync(states, { recursive: true, force: true }));
  await eightPages(root, 'old');
  const { stdout } = run('new', 'states', states);
  return { states, made: Number(/calls (\d+)/.exec(stdout)?.[1]) };
}

/** What a run leaves behind when it has ended well. */
function expectTidy() {
  expect(readdirSync(join(root, '.verbatim'))).toEqual([]);
  expect(readdirSync(join(root, 'content/ledger')).sort()).toEqual(['a.json', 'b.json']);
}

test('puts site and ledger in place, and leaves nothing else', () => {
  expect(run('one').status).toBe(0);
  expect([generationOf('dist'), ...ledger()]).toEqual(['one', 'one', 'one']);
  expectTidy();
});

test('killed before any call that changes the disk, it leaves the old or the new, and the next run works', async () => {
  const { states } = await statesOfABuild();
  const calls = moments(states);
  expect(calls.length).toBeGreaterThan(50);
  const seen = new Set<string>();
  for (const at of calls) {
    goBack(root, states, at);
    // The moment between the first rename and the last is the journal's.
    if (new Set([generationOf('dist'), ...ledger()]).size > 1)
      expect(existsSync(join(root, '.verbatim/commit.json')), `call ${at}`).toBe(true);
    // The site is never ahead of the ledger.
    if (generationOf('dist') === 'new') expect(ledger(), `call ${at}`).toEqual(['new', 'new']);
    // Every command begins so.
    settle(root);
    const site = generationOf('dist');
    seen.add(site);
    expect(ledger(), `call ${at}`).toEqual([site, site]);
    expect(readdirSync(join(root, 'content/ledger')).sort(), `call ${at}`).toEqual([
      'a.json',
      'b.json',
    ]);
    await eightPages(root, 'next');
    expect([generationOf('dist'), ...ledger()], `call ${at}`).toEqual(['next', 'next', 'next']);
    expectTidy();
  }
  expect([...seen].sort()).toEqual(['new', 'old']);
});

test('what is left by a build that is killed is what stood there before the call', async () => {
  const { states, made } = await statesOfABuild();
  const total = moments(states).length;
  for (const at of [2, Math.round(made / 2), made, ...chosen({ made, total }, total)].filter(
    (call, i) => call <= made || i % 6 === 0,
  )) {
    empty(root);
    mkdirSync(join(root, 'content/ledger'), { recursive: true });
    await eightPages(root, 'old');
    expect(run('new', 'kill', String(at)).signal, `call ${at}`).toBe('SIGKILL');
    expect(standing(root), `call ${at}`).toEqual(standing(join(states, String(at))));
    const next = run('next');
    expect(next.stderr, `call ${at}`).toBe('');
    expect([generationOf('dist'), ...ledger()], `call ${at}`).toEqual(['next', 'next', 'next']);
  }
});

test('on a full disk it says so, in one line, and leaves the old or the new', async () => {
  let refused = 0;
  const points = chosen(await callsOfABuild(), 8);
  for (const at of points.filter((_, i) => i % 2 === 0)) {
    await eightPages(root, 'old');
    const full = await made('new', 'fail', String(at));
    if (full.status !== 0) {
      refused++;
      expect(full.stderr.trim().split('\n'), `call ${at}`).toHaveLength(1);
      expect(full.stderr).toMatch(/^The disk is full/);
    }
    const site = generationOf('dist');
    expect(['old', 'new'], `call ${at}`).toContain(site);
    expect(ledger(), `call ${at}`).toEqual([site, site]);
    await eightPages(root, 'next');
    expect([generationOf('dist'), ...ledger()], `call ${at}`).toEqual(['next', 'next', 'next']);
    expectTidy();
  }
  expect(refused).toBeGreaterThan(3);
});

test('where one call is refused, it says so and leaves the old or the new, whole', async () => {
  const ends = new Set<number | null>();
  for (const at of chosen(await callsOfABuild(), 16)) {
    await eightPages(root, 'old');
    const refused = await made('new', 'refuse', String(at));
    ends.add(refused.status);
    if (refused.status !== 0)
      expect(refused.stderr, `call ${at}`).toMatch(/^No permission to (?:read or )?write at .*\n$/);
    const now = refused.status === 0 ? 'new' : 'old';
    expect([generationOf('dist'), ...ledger()], `call ${at}`).toEqual([now, now, now]);
    await eightPages(root, 'next');
    expect([generationOf('dist'), ...ledger()], `call ${at}`).toEqual(['next', 'next', 'next']);
    expectTidy();
  }
  expect([...ends].sort()).toEqual([0, 1]);
});

/** The superuser may write everywhere; another account may not. */
const asAnother = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const giveAway = (path: string) =>
  process.getuid?.() === 0 && chownSync(join(root, path), 65534, 65534);

test('where only the ledger may not be written, it says so and leaves the site as it was', () => {
  expect(run('old').status).toBe(0);
  for (const path of ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })])
    giveAway(path);
  chmodSync(join(root, 'content/ledger'), 0o555);
  const refused = spawnSync(process.execPath, [...flags, root, 'new'], {
    encoding: 'utf8',
    ...asAnother,
  });
  chmodSync(join(root, 'content/ledger'), 0o755);
  expect(refused.stderr).toMatch(/^No permission to (?:read or )?write at .*content\/ledger.*\n$/);
  expect(refused.status).toBe(1);
  expect([generationOf('dist'), ...ledger()]).toEqual(['old', 'old', 'old']);
  expectTidy();
});

test('a ledger that somebody changed while the build ran stays as that person left it, and the site as it was', () => {
  expect(run('old').status).toBe(0);
  const clash = run('new', 'clash');
  expect(clash.status).toBe(1);
  expect(clash.stderr).toBe(
    'content/ledger/b.json was changed by somebody else while this command ran. Nothing was put in place; run the command again.\n',
  );
  expect([generationOf('dist'), ...ledger()]).toEqual(['old', 'old', 'mine']);
  expectTidy();
});

test('in a read-only folder it says so and changes nothing', () => {
  expect(run('old').status).toBe(0);
  rmSync(join(root, '.verbatim'), { recursive: true });
  giveAway('');
  chmodSync(root, 0o555);
  const refused = spawnSync(process.execPath, [...flags, root, 'new'], {
    encoding: 'utf8',
    ...asAnother,
  });
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/^No permission to (?:read or )?write at .*\.verbatim\. /);
  expect([generationOf('dist'), ...ledger()]).toEqual(['old', 'old', 'old']);
});

describe('two at once', () => {
  test('the second says who is at work, and the first ends well', async () => {
    const first = spawn(process.execPath, [...flags, root, 'first', 'wait'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((done) => first.stdout.once('data', done));
    const second = run('second');
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(
      new RegExp(`^Another build is running \\(process ${first.pid}, since `),
    );
    writeFileSync(join(root, 'go'), '');
    await new Promise((done) => first.once('exit', done));
    expect(generationOf('dist')).toBe('first');
    expectTidy();
  });

  test('a lock whose process is gone, or has a number that was given again, holds nobody up', () => {
    mkdirSync(join(root, '.verbatim'));
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(
      join(root, '.verbatim/build.lock'),
      JSON.stringify({ pid: gone, started: '1', host: hostname(), since: '' }),
    );
    expect(run('one').stderr).toBe('');
    if (existsSync('/proc/self/stat')) {
      writeFileSync(
        join(root, '.verbatim/build.lock'),
        JSON.stringify({ pid: process.pid, started: '1', host: hostname(), since: '' }),
      );
      expect(run('two').stderr).toBe('');
    }
    writeFileSync(join(root, '.verbatim/build.lock'), '{"pid":');
    expect(run('three').stderr).toBe('');
    expect(generationOf('dist')).toBe('three');
    expectTidy();
  });

  test('a lock whose process has ended, and whose parent has not asked after it, holds nobody up', async () => {
    if (!existsSync('/proc/self/stat')) return;
    const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = Number(await new Promise((done) => parent.stdout.once('data', done)));
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[2]).toBe('Z');
    mkdirSync(join(root, '.verbatim'));
    writeFileSync(
      join(root, '.verbatim/build.lock'),
      JSON.stringify({
        pid,
        started: readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[21],
        host: hostname(),
        since: '',
      }),
    );
    expect(run('one').stderr).toBe('');
    parent.kill();
  });

  test('a lock whose process is about to end is waited for', async () => {
    const first = spawn(process.execPath, [...flags, root, 'first', 'wait'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((done) => first.stdout.once('data', done));
    const second = spawn(process.execPath, [...flags, root, 'second'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = new Promise((done) => second.once('exit', done));
    await new Promise((done) => setTimeout(done, 500));
    first.kill('SIGKILL');
    expect(await ended).toBe(0);
    expect(generationOf('dist')).toBe('second');
    expectTidy();
  });

  test('a lock of another machine is left alone', () => {
    mkdirSync(join(root, '.verbatim'));
    writeFileSync(
      join(root, '.verbatim/build.lock'),
      JSON.stringify({ pid: 1, started: null, host: 'elsewhere', since: 'yesterday' }),
    );
    expect(run('one').stderr).toMatch(
      /^Another build is running \(process 1 on elsewhere, since yesterday\)/,
    );
  });
});

test('a ledger that somebody changed after the build was cut short stays as that person left it, and the rest as it was before', async () => {
  const { states, made } = await statesOfABuild();
  const met = new Set<string>();
  for (const at of moments(states).filter((call) => call > made)) {
    goBack(root, states, at);
    if (!existsSync(join(root, '.verbatim/commit.json'))) continue;
    const written = ledger()[1]!;
    met.add(written);
    writeFileSync(join(root, 'content/ledger/b.json'), 'mine b\n');
    settle(root);
    // What was in place already, and was changed then, keeps nobody from completing the rest.
    expect([generationOf('dist'), ...ledger()], `call ${at}`).toEqual([written, written, 'mine']);
    expectTidy();
  }
  expect([...met].sort()).toEqual(['new', 'old']);
});
