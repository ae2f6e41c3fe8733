/**
 * `npm run review`: what wants a person, as the desk orders it; `-- report`: how often people let the machine's claims
 * stand; `-- sample`: claims for several people to check without seeing each other's answers; `-- differences`: how far
 * these agree. Each with `--json` as data.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { asTyped, enter } from '../../build/settings.ts';
import { settle } from '../../build/putting-in-place/put-in-place.ts';
import { describe, explained, Refusal, unknownArguments } from '../../build/terminal/errors.ts';
import { Slug } from '../../model/records.ts';
import { count } from '../../model/wording.ts';
import { decoded } from '../../text/decoding.ts';
import { Refused } from '../acts/index.ts';
import { QueueQuery, type Queue } from '../api.ts';
import { Desk } from '../desk.ts';
import { agreementReport, reportInWords } from './report.ts';
import { Reviewing } from './reviewing.ts';
import { SampleFiles } from './sample-files.ts';
import type { Comparison, Sample } from './samples.ts';

const USAGE = [
  'Expected one of',
  '  npm run review -- [--count 20] [--reason …] [--article …] [--outlet …] [--speaker …] [--rule …] [--below 0.7] [--json]',
  '  npm run review -- report [--json]',
  '  npm run review -- sample <name> --people "Ann Lee,Bo Berg" [--size 50]',
  '  npm run review -- differences <name> [--json]',
  '  npm run review -- suggestions <text or issues as JSON>',
].join('\n');

const text = { type: 'string' } as const;

function argumentsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        count: text,
        from: text,
        reason: text,
        article: text,
        outlet: text,
        speaker: text,
        rule: text,
        below: text,
        review: text,
        people: text,
        size: text,
        by: text,
      },
    });
  } catch (error) {
    throw unknownArguments(error, USAGE);
  }
}
type Options = ReturnType<typeof argumentsOf>['values'];

/** Runs the command; says what is wrong and sets the exit code. */
export async function reviewCommand(): Promise<void> {
  const { root } = enter();
  try {
    const { values, positionals } = argumentsOf(process.argv.slice(2));
    const [what = 'queue', name, ...more] = positionals;
    if (more.length > 0) throw new Refusal(USAGE);
    settle(root);
    const desk = await Desk.open(root, { by: values.by?.trim() || undefined, isReading: true });
    try {
      run(desk, { what, name }, values);
    } finally {
      desk.close();
    }
  } catch (error) {
    if (error instanceof Refused) console.error(error.message);
    else console.error(describe(explained(error, root)));
    process.exitCode = 1;
  }
}

function run(
  desk: Desk,
  { what, name }: { what: string; name: string | undefined },
  values: Options,
): void {
  const asJson = (value: unknown) => console.log(JSON.stringify(value, null, 1));
  if (what === 'queue' && name === undefined) {
    const queue = desk.queue(queryOf(values));
    if (values.json) asJson(queue);
    else console.log(queueInWords(queue));
  } else if (what === 'report' && name === undefined) {
    const report = agreementReport(desk.now);
    if (values.json) asJson(report);
    else console.log(reportInWords(report));
  } else if (what === 'sample' && name !== undefined) draw(desk, name, values);
  else if (what === 'differences' && name !== undefined) {
    const { sample, comparison } = compared(desk, name);
    if (values.json) asJson(comparison);
    else console.log(comparisonInWords(sample, comparison));
  } else if (what === 'suggestions' && name !== undefined) suggestions(desk, name);
  else throw new Refusal(USAGE);
}

/** Takes the suggestions of a file into the queue. */
function suggestions(desk: Desk, name: string): void {
  const path = asTyped(name);
  if (!existsSync(path)) throw new Refusal(`There is no file ${name}.`);
  const text = decoded(readFileSync(path));
  if (text === null) throw new Refusal(`${name} is not written in UTF-8. Save it so in an editor.`);
  const { said, problems } = new Reviewing(desk).suggest(text.replace(/^\ufeff/, ''), name);
  for (const line of said) console.log(line);
  for (const { message } of problems) console.error(message);
  if (problems.length > 0) process.exitCode = 1;
}

function queryOf({ json: _, people: __, size: ___, by: ____, ...rest }: Options): QueueQuery {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const read = QueueQuery.safeParse({ count: 20, ...given });
  if (read.success) return read.data;
  throw new Refusal([
    ...read.error.issues.map(({ path, message }) => `\`--${path.join('.')}\`: ${message}.`),
    USAGE,
  ]);
}

function queueInWords({ items, total, facets }: Queue): string {
  if (total === 0) return 'Nothing waits.';
  const width = Math.min(100, process.stdout.columns || 100);
  const short = (words: string) => (words.length > width ? `${words.slice(0, width - 1)}…` : words);
  return [
    `${count(total, 'thing')} ${total === 1 ? 'waits' : 'wait'}: ${facets.reasons.map(({ name, count: n }) => `${n} ${name}`).join(', ') || 'read by nobody'}.`,
    ...items.flatMap(({ key, reasons, why, article, words, speaker }) => [
      '',
      `${key}  ${reasons.join(', ') || 'unread'}  in ${article}`,
      short(`  ${speaker ? `${speaker.name}: ` : ''}“${words}”`),
      short(`  ${why}`),
    ]),
    ...(items.length < total
      ? ['', `${total - items.length} more: \`--count\`, \`--from\`; or \`npm run desk\`.`]
      : []),
  ].join('\n');
}

function draw(desk: Desk, name: string, { people = '', size = '50' }: Options): void {
  const list = [...new Set(people.split(',').map((one) => one.trim()))].filter(Boolean);
  if (!Slug.safeParse(name).success || name === 'suggestions')
    throw new Refusal(
      `The sample is called \`${name}\`, expected small letters, digits and single hyphens.`,
    );
  if (list.length < 2)
    throw new Refusal('Name two people or more: `--people "Ann Lee,Bo Berg"`, as git names them.');
  const wanted = z.coerce.number().int().positive().safeParse(size);
  if (!wanted.success) throw new Refusal(`\`--size ${size}\`: expected a whole number from 1.`);
  const { by, on } = desk.signature;
  const files = new SampleFiles(desk.root);
  const sample = files.draw(
    desk.now.claims.values(),
    { sample: name, people: list, by, on },
    wanted.data,
  );
  console.log(
    `${count(sample.claims.length, 'claim')} in content/reviews/${name}.jsonl. Each of ${list.join(' and ')} answers in the desk (\`npm run desk\`, Measure) and sees no other’s answers; then \`npm run review -- differences ${name}\`.`,
  );
}

function compared(desk: Desk, name: string): { sample: Sample; comparison: Comparison } {
  const files = new SampleFiles(desk.root);
  const sample = files.sample(name);
  if (!sample)
    throw new Refusal(
      `There is no sample \`${name}\`. The archive has: ${files.names().join(', ') || 'none'}.`,
    );
  const comparison = files.comparison(sample);
  if (comparison) return { sample, comparison };
  const left = sample.head.people.map((person) => {
    const own = files.answers(name, person);
    return `${person} ${sample.claims.filter(({ claim }) => own.has(claim)).length} of ${sample.claims.length}`;
  });
  throw new Refusal(
    `Not everybody has answered yet (${left.join(', ')}); until then nobody’s answers are shown.`,
  );
}

const figure = (n: number | null): string => (n === null ? 'cannot be told' : n.toFixed(3));

function comparisonInWords(
  { head }: Sample,
  { compared: n, share, kappa, alpha, differences }: Comparison,
): string {
  return [
    `${head.people.join(' and ')}, ${count(n, 'claim')}:`,
    ...(share === null ? [] : [`they say the same of ${Math.round(100 * share)} %`]),
    ...(head.people.length === 2 ? [`Cohen’s kappa ${figure(kappa)}`] : []),
    `Krippendorff’s alpha (nominal) ${figure(alpha)}`,
    '',
    differences.length === 0
      ? 'No differences.'
      : `${count(differences.length, 'difference')} to settle:`,
    ...differences.flatMap(({ claim, article, words, speaker, answers }) => [
      `  ${claim} in ${article}: ${speaker ?? 'nobody named'}: “${words.length > 80 ? `${words.slice(0, 79)}…` : words}”`,
      ...answers.map(({ by, answer, note }) => `    ${by}: ${answer}${note ? `, ${note}` : ''}`),
    ]),
  ].join('\n');
}
