/** What is said on the files of an archive: once for many places, and where much is of one kind, examples and how many. */
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { count } from '../../model/wording.ts';
import { grouped } from '../../text/grouped.ts';

/** So many warnings of one kind are all printed; of more, so many are. */
const FEW = 10;
const EXAMPLES = 3;
/** Of the places where the same is said, so many are named. */
const PLACES = 5;

type Message = VFile['messages'][number];

/** A message at the first of its places. */
interface Told {
  path: string;
  message: Message;
  /** Further places of the same words, as `path:line`. */
  others: string[];
}

const isWarning = ({ message }: Told): boolean => message.fatal === false;
const ruleOf = ({ message }: Told): string => message.ruleId ?? 'other';
const timesOf = (told: readonly Told[]): number =>
  told.reduce((sum, { others }) => sum + 1 + others.length, 0);

/** What is the same wherever it is said: all but the place, and the name of the article's own card in the note. */
function wordsOf(path: string, { fatal, ruleId, reason, note }: Message): string {
  const article = /([^/]+?)(?:\.\d+)?\.\w+$/.exec(path)?.[1];
  const ownless = String(note ?? '').replaceAll(`content/articles/${article}.md`, '');
  return JSON.stringify([fatal, ruleId, reason, ownless]);
}

/** Every error, and every other message with all its places, in the order in which the first ones stand. */
function toldOnce(files: readonly VFile[]): Told[] {
  const all: Told[] = [];
  const byWords = new Map<string, Told>();
  for (const { path, messages } of files)
    for (const message of messages) {
      const words = wordsOf(path, message);
      const told = message.fatal === true ? undefined : byWords.get(words);
      if (told) told.others.push(`${path}:${message.line ?? 1}`);
      else {
        const first = { path, message, others: [] };
        all.push(first);
        byWords.set(words, first);
      }
    }
  return all;
}

/** `The same in 6 more places: content/articles/a.md:2, …`, of which so many are named; empty where there is none. */
function elsewhere(others: readonly string[], most: number): string {
  if (others.length === 0) return '';
  const named = others.slice(0, most).join(', ') + (others.length > most ? ', …' : '');
  return `\nThe same in ${others.length} more ${others.length === 1 ? 'place' : 'places'}: ${named}`;
}

/** Messages under the names of their files, without a sum. */
function listOf(told: readonly Told[], places: number): string {
  const files = grouped(told.map((one) => [one.path, one] as const));
  const shown = [...files].map(([path, own]) => {
    const file = new VFile({ path });
    for (const { message, others } of own) {
      const copy = file.message(message.reason);
      const note = `${message.note ?? ''}${elsewhere(others, places)}`;
      const { line, column, place, ruleId, source, fatal, cause } = message;
      Object.assign(copy, { line, column, place, ruleId, source, fatal, cause, note });
    }
    return file;
  });
  return reporter(shown, { verbose: true, color: false }).replace(/\n\n[^\n]*$/, '\n');
}

/** `20 errors, 16 warnings` */
function sumOf(told: readonly Told[]): string {
  const warnings = timesOf(told.filter(isWarning));
  const errors = timesOf(told) - warnings;
  return [
    ...(errors > 0 ? [`✖ ${count(errors, 'error')}`] : []),
    ...(warnings > 0 ? [`⚠ ${count(warnings, 'warning')}`] : []),
  ].join(', ');
}

/**
 * All errors, and of each kind of warning all or the first few, as the files and their messages stand, what is said
 * of many places once; then how many there are of each kind, and where all are read. Empty where nothing is said.
 *
 * @param files In the order of printing.
 * @param command What prints every message.
 */
export function summedReport(files: readonly VFile[], command: string): string {
  const told = toldOnce(files);
  const kinds = grouped(told.filter(isWarning).map((one) => [ruleOf(one), one] as const));
  const many = [...kinds].filter(([, own]) => own.length > FEW);
  const left = new Set(many.flatMap(([, own]) => own.slice(EXAMPLES)));
  const isCut = left.size > 0 || told.some(({ others }) => others.length > PLACES);
  if (!isCut) return printed(files);

  const sums = many
    .map(([rule, own]) => [rule, timesOf(own)] as const)
    .sort(([, a], [, b]) => b - a);
  return [
    listOf(
      told.filter((one) => !left.has(one)),
      PLACES,
    ),
    ...sums.map(
      ([rule, times]) => `${rule}: ${count(times, 'warning')}, of which ${EXAMPLES} are shown`,
    ),
    `All of it (${sumOf(told)}), with every place and what settles it: ${command}`,
  ].join('\n');
}

/** All that is said, each once with all its places, and how much it is; empty where there is nothing. */
export function printed(files: readonly VFile[]): string {
  const told = toldOnce(files);
  return told.length > 0 ? `${listOf(told, Infinity)}\n${sumOf(told)}` : '';
}
