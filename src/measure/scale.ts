/**
 * What a large archive costs: CPU seconds of the commands, one after the other on the same texts, as ratios
 * within this run; files, bytes and memory as they are. Another checkout of the software may stand beside this one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesUnder } from '../build/putting-in-place/put-in-place.ts';
import { Refusal } from '../build/terminal/errors.ts';
import { heading, pad } from './print.ts';

export interface ScaleOptions {
  articles: number;
  seed: number;
  /** Script that writes texts: `node <script> --n <articles> --seed <seed> --out <folder>`. */
  generator: string;
  /** Folder of another checkout, with its packages installed. */
  against: string | null;
  software: string;
}

interface Cost {
  /** CPU seconds, of all processes. */
  cpu: number;
  /** Most memory that the processes held at once, in MB, as far as it was seen. */
  memory: number;
}

const MEMORY_DISK = '/dev/shm';

/** Builds archives of generated texts and prints what each step cost. */
export async function measureScale(options: ScaleOptions): Promise<void> {
  if (!existsSync(options.generator))
    throw new Refusal(
      `${options.generator} is not there, expected the script that writes the texts. Name it with \`--generator\`.`,
    );
  const work = mkdtempSync(
    join(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'verbatim-scale-'),
  );
  try {
    await measureIn(work, options);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function measureIn(work: string, options: ScaleOptions): Promise<void> {
  const { articles, seed, generator, software, against } = options;
  const texts = join(work, 'texts');
  writeTexts(generator, ['--n', `${articles}`, '--seed', `${seed}`, '--out', texts]);
  const raw = join(texts, 'raw');
  const archive = (name: string) => {
    const root = join(work, name);
    mkdirSync(join(root, 'content'), { recursive: true });
    cpSync(raw, join(root, 'content/sources'), { recursive: true });
    writeFileSync(
      join(root, 'content/site.md'),
      '---\nname: Scale\naddress: https://archive.example/\ncurator: nobody\n---\n',
    );
    return root;
  };
  const lines = join(work, 'texts.jsonl');
  for (const name of readdirSync(raw))
    appendFileSync(
      lines,
      `${JSON.stringify({ id: name, text: readFileSync(join(raw, name), 'utf8') })}\n`,
    );

  const here = archive('here');
  // The kit of this version is made with the first build that there is.
  const warm = join(work, 'warm');
  mkdirSync(join(warm, 'content/sources'), { recursive: true });
  await run(software, warm, ['build']);
  const rows: [string, Cost][] = [];
  const measured = async (
    what: string,
    from: string,
    root: string,
    args: string[],
    input?: string,
  ) => {
    const cost = await run(from, root, args, input);
    rows.push([what, cost]);
    return cost;
  };
  await measured('extract', software, here, ['extract'], lines);
  await measured('records', software, archive('records'), ['records']);
  const cold = await measured('build, cold', software, here, ['build']);
  await measured('build, nothing changed', software, here, ['build']);
  const [first = ''] = readdirSync(raw).sort();
  const changed = join(here, 'content/articles');
  mkdirSync(changed, { recursive: true });
  writeFileSync(join(changed, first.replace(/\.txt$/, '.md')), '---\ndek: Changed.\n---\n');
  const changes: [string, number][] = [];
  const changing = async (what: string) => {
    const from = Date.now();
    await measured(what, software, here, ['build']);
    changes.push([what, filesSince(join(here, 'dist'), from)]);
  };
  await changing('build, one article changed');
  const speaker = someSpeaker(here);
  if (speaker) {
    mkdirSync(join(here, 'content/speakers'), { recursive: true });
    writeFileSync(
      join(here, 'content/speakers', `${speaker.id}.md`),
      `---\nname: ${JSON.stringify(speaker.name)}\nkind: person\nroles: [{role: harbour mayor}]\n---\n`,
    );
    await changing('build, one speaker changed');
  }
  if (against) await measured('build, cold, of the other', against, archive('there'), ['build']);

  const files = filesUnder(join(here, 'dist'));
  const pages = files.filter((name) => name.endsWith('.html')).length;
  const pictures = files.filter((name) => name.startsWith('share/')).length;
  const bytes = files.reduce((sum, name) => sum + statSync(join(here, 'dist', name)).size, 0);
  heading(`${articles.toLocaleString('en')} articles, seed ${seed}`);
  console.log(`${'command'.padEnd(28)}${pad('CPU s', 9)}${pad('to cold', 9)}${pad('MB', 8)}`);
  for (const [what, { cpu, memory }] of rows)
    console.log(
      `${what.padEnd(28)}${pad(cpu.toFixed(1), 9)}${pad((cpu / cold.cpu).toFixed(2), 9)}${pad(memory.toFixed(0), 8)}`,
    );
  for (const [what, written] of changes)
    console.log(`${what}: ${written.toLocaleString('en')} files written`);
  const others = files.length - pages - pictures;
  console.log(
    `\n${pages.toLocaleString('en')} pages, ${pictures.toLocaleString('en')} pictures; an article has ${(others / articles).toFixed(1)} other files, ${(bytes / articles / 1000).toFixed(0)} kB in all`,
  );
  const largest = largestPage(join(here, 'dist'), files);
  console.log(`largest page: ${largest.name}, ${(largest.bytes / 1000).toFixed(0)} kB compressed`);
}

/** How many files of a site were written since a moment; the others are those that stood before. */
const filesSince = (site: string, from: number): number =>
  filesUnder(site).filter((name) => statSync(join(site, name)).mtimeMs >= from).length;

/** A person whom the records of an archive name; undefined where they name none. */
const someSpeaker = (root: string): { id: string; name: string } | undefined =>
  (
    JSON.parse(readFileSync(join(root, '.verbatim/records/speakers.json'), 'utf8')) as {
      id: string;
      name: string;
      kind: string;
    }[]
  ).find(({ kind }) => kind === 'person');

/** Pages below this length are not compressed to find the largest. */
const LONG = 100_000;

/** The page that is longest on its way to a reader. */
function largestPage(site: string, files: readonly string[]): { name: string; bytes: number } {
  let largest = { name: 'none', bytes: 0 };
  for (const name of files) {
    const path = join(site, name);
    if (!name.endsWith('.html') || statSync(path).size < LONG) continue;
    const bytes = gzipSync(readFileSync(path)).length;
    if (bytes > largest.bytes) largest = { name, bytes };
  }
  return largest;
}

/** Has the generator write its texts; a `Refusal` with what it said where it fails. */
export function writeTexts(generator: string, args: readonly string[]): void {
  const { status, signal, error, stderr } = spawnSync(process.execPath, [generator, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status === 0) return;
  const how = error?.message ?? (signal ? `it was ended by ${signal}` : `exit code ${status}`);
  throw new Refusal([`${generator} wrote no texts (${how}):`, stderr || 'it said nothing']);
}

/** Runs a command of a checkout on an archive; a `Refusal` with what it said where it fails. */
async function run(software: string, root: string, args: string[], input?: string): Promise<Cost> {
  const command = `npm run -s ${args.join(' ')}${input ? ` < ${input} > /dev/null` : ''}; code=$?; times; exit $code`;
  const child = spawn('sh', ['-c', command], {
    cwd: software,
    env: { ...process.env, VERBATIM_ROOT: root, CI: '', SITE: '', NODE_COMPILE_CACHE: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let said = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  let memory = 0;
  const look = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid ?? 0))), LOOK_EACH);
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(look);
  if (code !== 0) throw new Refusal([`\`npm run ${args.join(' ')}\` failed in ${software}:`, said]);
  // The shell's own times, then those of what it ran: user and system, as `1m2.34s`.
  const spent =
    printed
      .trim()
      .split('\n')
      .at(-1)
      ?.match(/[\d.]+m[\d.]+s/g) ?? [];
  const cpu = spent.reduce((sum, one) => {
    const [minutes = 0, seconds = 0] = one.split(/[ms]/).map(Number);
    return sum + 60 * minutes + seconds;
  }, 0);
  return { cpu, memory };
}

/** How often memory is looked at, in milliseconds. */
const LOOK_EACH = 250;

/** What a process and those below it hold, in MB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    const own = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    const below = children === '' ? [] : children.split(' ').map(Number);
    return Number(own) / 1024 + below.reduce((sum, child) => sum + memoryOf(child), 0);
  } catch {
    return 0;
  }
}
