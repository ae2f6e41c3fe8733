/**
 * `npm run soak -- --archives 2000 --texts 3000 --seed 7`: renders every page and export of so many
 * generated archives, and builds whole sites of so many generated texts, 150 each. Names every
 * archive and text that stops or breaks a law of `tests/archives/laws.ts`, with its seed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { archives } from './generate.ts';
import { faultsOf } from './laws.ts';
import { openRenderer } from './render.ts';
import { textOf } from './texts.ts';

const A_SITE = 150;
const AT_ONCE = 50;

/** An error with what caused it. */
function inWords(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : '';
  return `${String(error)}: ${String(cause)}`;
}

/** Faults of so many generated archives; one line each. */
async function soakArchives(many: number, seed: number): Promise<string[]> {
  if (many === 0) return [];
  const faults: string[] = [];
  const renderer = await openRenderer();
  try {
    for (let at = 0; at < many; at += AT_ONCE) {
      const numRuns = Math.min(AT_ONCE, many - at);
      for (const [i, archive] of fc.sample(archives, { numRuns, seed: seed + at }).entries()) {
        const where = `archive ${i} of seed ${seed + at}`;
        const found = await renderer.render(archive).then(faultsOf, (error) => [inWords(error)]);
        faults.push(...found.map((fault) => `${where}: ${fault}`));
      }
      console.log(`${at + numRuns} of ${many} archives, ${faults.length} faults`);
    }
  } finally {
    await renderer.close();
  }
  return faults;
}

/** What stops the build of a site of generated texts; empty where nothing does. */
function buildTexts(from: number, to: number, seed: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-soak-'));
  try {
    mkdirSync(join(folder, 'content/sources'), { recursive: true });
    writeFileSync(
      join(folder, 'content/site.md'),
      '---\nname: Soak\naddress: https://archive.example/\ncurator: Nobody\n---\nTexts of our own.\n',
    );
    for (let i = from; i < to; i++)
      writeFileSync(join(folder, 'content/sources', `text-${i}.txt`), textOf(seed, i));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve(import.meta.dirname, '../../scripts/build.ts'), '--out', join(folder, 'dist')],
      {
        encoding: 'utf8',
        maxBuffer: 1e9,
        env: { ...process.env, VERBATIM_ROOT: folder, SHARE_IMAGES: 'off', CI: '' },
      },
    );
    if (status === 0) return [];
    return [
      `texts ${from} to ${to - 1} of seed ${seed} end the build with ${status}`,
      ...`${stdout}\n${stderr}`.trimEnd().split('\n').slice(-30),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function soakTexts(many: number, seed: number): string[] {
  const faults: string[] = [];
  for (let from = 0; from < many; from += A_SITE) {
    faults.push(...buildTexts(from, Math.min(many, from + A_SITE), seed));
    console.log(
      `${Math.min(many, from + A_SITE)} of ${many} texts, ${faults.length} lines of faults`,
    );
  }
  return faults;
}

/** Generates and renders as the arguments say; the exit code is 1 where a law is broken. */
export async function soak(args: string[]): Promise<never> {
  const { values } = parseArgs({
    args,
    options: {
      archives: { type: 'string', default: '1000' },
      texts: { type: 'string', default: '1500' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [many, texts, seed] = [values.archives, values.texts, values.seed].map(Number);
  if (
    many === undefined ||
    texts === undefined ||
    seed === undefined ||
    !(many >= 0) ||
    !(texts >= 0) ||
    !Number.isInteger(seed)
  ) {
    console.error('Expected whole numbers: npm run soak -- --archives 1000 --texts 1500 --seed 1');
    process.exit(1);
  }
  const faults = [...(await soakArchives(many, seed)), ...soakTexts(texts, seed)];
  for (const fault of faults) console.error(fault);
  console.log(
    `${faults.length} lines of faults in ${many} archives and ${texts} texts of seed ${seed}`,
  );
  process.exit(faults.length > 0 ? 1 : 0);
}
