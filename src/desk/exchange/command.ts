/**
 * `npm run annotations -- import <files…>` takes other people's annotations in; `-- export <format>` writes those of
 * the archive.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { asTyped, enter } from '../../build/settings.ts';
import { makeFolder, settle } from '../../build/putting-in-place/put-in-place.ts';
import { describe, explained, Refusal, unknownArguments } from '../../build/terminal/errors.ts';
import { SPEAKER_KINDS } from '../../model/records.ts';
import { count } from '../../model/wording.ts';
import { decoded } from '../../text/decoding.ts';
import { Desk } from '../desk.ts';
import { Workshop, type Snapshot } from '../state.ts';
import { faultInWords, Malformed, type Fault, type GivenFile } from './foreign.ts';
import { EXCHANGE_FORMATS, readExchange } from './formats.ts';
import { sharedClaims } from './sharing.ts';
import { takeIn } from './take-in.ts';
import type { Outcome } from './taking.ts';

const USAGE = [
  'Expected `npm run annotations -- import <files…> [--article <id>] [--kind person] [--by "Your Name"] [--try]`,',
  `or \`npm run annotations -- export <format> [--out <file or folder>] [--article <id>]\`; formats: ${EXCHANGE_FORMATS.map(({ id }) => id).join(', ')}.`,
].join('\n');

interface Options {
  article?: string | undefined;
  kind?: string | undefined;
  by?: string | undefined;
  out?: string | undefined;
  try?: boolean | undefined;
}

function argumentsOf(args: readonly string[]): { values: Options; positionals: string[] } {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        article: { type: 'string' },
        kind: { type: 'string' },
        by: { type: 'string' },
        out: { type: 'string' },
        try: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw unknownArguments(error, USAGE);
  }
}

/** Runs the command; says what is wrong and sets the exit code. */
export async function annotationsCommand(): Promise<void> {
  const { root } = enter();
  try {
    const { values, positionals } = argumentsOf(process.argv.slice(2));
    const [what, ...rest] = positionals;
    settle(root);
    if (what === 'import') await importFiles(root, rest, values);
    else if (what === 'export') await exportClaims(root, rest, values);
    else throw new Refusal(USAGE);
  } catch (error) {
    console.error(describe(explained(error, root)));
    process.exitCode = 1;
  }
}

/** A file that the person named, and what stands beside it. */
function given(name: string): GivenFile {
  const path = asTyped(name);
  if (!existsSync(path)) throw new Refusal(`There is no file ${name}.`);
  const beside = (extension: string): string | null => {
    const other = path.replace(/\.[^.\\/]+$/, `.${extension}`);
    return other !== path && existsSync(other) ? textOf(other, other) : null;
  };
  return { path: name, text: textOf(path, name), beside };
}

function textOf(path: string, name: string): string {
  const text = decoded(readFileSync(path));
  if (text !== null) return text;
  throw new Malformed([
    {
      path: name,
      place: null,
      found: 'bytes that are not UTF-8',
      expected: 'text in UTF-8',
      remedy: 'Save the file in UTF-8; one that ends in .zip is unpacked first.',
    },
  ]);
}

/** A text beside a file of brat is read with it. */
const isBeside = (name: string, all: readonly string[]): boolean =>
  /\.txt$/i.test(name) && all.includes(name.replace(/\.txt$/i, '.ann'));

interface Read {
  name: string;
  file: ReturnType<typeof readExchange>;
}

async function importFiles(
  root: string,
  names: readonly string[],
  { article, kind, by, try: isTried = false }: Options,
): Promise<void> {
  if (names.length === 0) throw new Refusal(USAGE);
  const kindOfNew = SPEAKER_KINDS.find((one) => one === kind) ?? null;
  if (kind !== undefined && kindOfNew === null)
    throw new Refusal(`\`--kind ${kind}\` is none of ${SPEAKER_KINDS.join(', ')}.`);
  const read: Read[] = [];
  const faults: Fault[] = [];
  for (const name of names.filter((one) => !isBeside(one, names)))
    try {
      read.push({ name, file: readExchange(given(name)) });
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      faults.push(...error.faults);
    }
  for (const fault of faults) console.error(faultInWords(fault));
  if (faults.length > 0) {
    process.exitCode = 1;
    const malformed = new Set(faults.map(({ path }) => path)).size;
    console.error(`${count(malformed, 'file')} not in order; nothing of it is taken in.`);
  }
  if (read.length > 0) await takeFiles(root, read, { article, kindOfNew, by, isTried });
}

async function takeFiles(
  root: string,
  read: readonly Read[],
  options: {
    article: string | undefined;
    kindOfNew: (typeof SPEAKER_KINDS)[number] | null;
    by: string | undefined;
    isTried: boolean;
  },
): Promise<void> {
  const { article = null, kindOfNew, by, isTried } = options;
  const desk = await Desk.open(root, { by: by?.trim() || undefined });
  try {
    if (article !== null) checkArticle(desk.now, article);
    for (const { name, file } of read) {
      let outcomes: Outcome[] = [];
      const acted = desk.together(
        `Take in ${basename(name)}`,
        (sitting) => {
          outcomes = takeIn(sitting, file.annotations, {
            from: `${file.format.name} (${basename(name)})`,
            signature: desk.signature,
            article,
            kind: kindOfNew,
          });
        },
        isTried,
      );
      if (!acted.ok) {
        process.exitCode = 1;
        for (const { message } of acted.problems) console.error(`${name}: ${message}`);
        continue;
      }
      report(name, file, outcomes);
      const paths = acted.files.map(({ path }) => path);
      console.log(`${isTried ? 'would be changed' : 'changed'}: ${paths.join(', ') || 'no file'}`);
    }
  } finally {
    desk.close();
  }
}

function checkArticle({ articles }: Snapshot, id: string): void {
  if (!articles.has(id))
    throw new Refusal(
      `There is no article \`${id}\`. The archive holds: ${[...articles.keys()].slice(0, 50).join(', ')}`,
    );
}

/** What became of the annotations of a file. */
function report(name: string, { format, passedOver }: Read['file'], outcomes: Outcome[]): void {
  const totals = new Map<string, number>();
  for (const { result } of outcomes) totals.set(result, (totals.get(result) ?? 0) + 1);
  const words = [...totals].map(([result, n]) => `${n} ${RESULTS[result as Outcome['result']]}`);
  console.log(`${name} (${format.name}): ${words.join(', ') || 'no annotations of words'}`);
  for (const one of passedOver) console.log(`  passed over: ${one}`);
  for (const { at, words: quote, why, candidates, article } of outcomes.filter(
    ({ result }) => result === 'listed',
  )) {
    process.exitCode = 1;
    const short = quote.length > 80 ? `${quote.slice(0, 79)}…` : quote;
    console.log(`  not taken in: ${at}${article ? `, article ${article}` : ''}: “${short}”`);
    console.log(`    ${why}`);
    for (const candidate of candidates) console.log(`    perhaps ${candidate}`);
  }
}

const RESULTS: Readonly<Record<Outcome['result'], string>> = {
  added: 'added',
  changed: 'changed what the machine found',
  confirmed: 'confirmed what the machine found',
  noted: 'noted on a claim',
  'nothing new': 'say nothing new',
  unread: 'say that no person read them, and are left',
  listed: 'not taken in',
};

async function exportClaims(
  root: string,
  rest: readonly string[],
  { article, out }: Options,
): Promise<void> {
  const [id = '', ...more] = rest;
  const format = EXCHANGE_FORMATS.find((one) => one.id === id);
  if (!format || more.length > 0) throw new Refusal(USAGE);
  const { now } = await Workshop.open(root);
  if (article !== undefined) checkArticle(now, article);
  const shared = sharedClaims(now, article ?? null);
  const files = format.write(shared);
  const [only, ...others] = files;
  if (out === undefined) {
    if (!only || others.length > 0)
      throw new Refusal(
        `${format.name} is ${count(files.length, 'file')}: name a folder with \`--out <folder>\`.`,
      );
    process.stdout.write(only.text);
    return;
  }
  const target = asTyped(out);
  const isFile = files.length === 1 && /\.\w+$/.test(target);
  for (const { path, text } of files) {
    const own = isFile ? target : join(target, path);
    makeFolder(dirname(resolve(own)));
    writeFileSync(own, text);
  }
  console.log(
    `${count(shared.length, 'claim')} as ${format.name}: ${isFile ? out : `${count(files.length, 'file')} in ${out}`}`,
  );
}
