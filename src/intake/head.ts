/** Where the head of an article ends, and which of its lines is the title. */
import type { Boilerplate, PageReader } from '../languages/index.ts';
import { isLongSentence, isProse, isSentence } from '../text/lines.ts';
import { headFact } from './formats/labelled-head.ts';
import { isStamped, Reading } from './head-reading.ts';

/**
 * Where the running text begins: the first prose that is neither boilerplate nor a caption, a speaker's label, or
 * a shorter sentence that no line of the head follows.
 */
export function firstProse(
  lines: readonly string[],
  boilerplate: readonly (Boilerplate | null)[],
  page: PageReader,
): number {
  const labelled = labelledAbove(lines);
  const opens = opensConversation(lines.slice(labelled), page);
  const at = lines.findIndex(
    (line, i) =>
      i >= labelled &&
      !boilerplate[i] &&
      (isStamped(line) || (i > 0 && ((isProse(line) && !page.isCredit(line)) || opens(line)))),
  );
  const end = at >= 0 ? belowStandfirst(lines, boilerplate, page, at) : lines.length;
  const read = lines.flatMap((_, i) => (i < end && !boilerplate[i] ? [i] : []));
  const facts = read.map((i) => headFact(lines[i] ?? '')?.fact);
  const hasLabels = facts.slice(0, 3).includes('title');
  const title = read.find((i) => !isHeadLine(page, lines[i] ?? '', false)) ?? -1;
  const below = read.filter((i, k) => i > title && !(hasLabels && facts[k] !== undefined));
  const isOne = (i: number | undefined) => i !== undefined && isHeadLine(page, lines[i] ?? '');
  const short =
    below.find((i) => isSentence(lines[i] ?? '') && !inHead(isOne, below, i, at >= 0)) ??
    // without any sentence, whatever is no part of the head
    (at >= 0 ? undefined : below.find((i) => !inHead(isOne, below, i, false)));
  return short ?? end;
}

/** How many lines at the head give its facts by keys, where one of the first three is the title's; they are nobody's turns. */
function labelledAbove(lines: readonly string[]): number {
  const others = lines.findIndex((line) => headFact(line) === null);
  const facts = lines.slice(0, others < 0 ? lines.length : others);
  return facts.slice(0, 3).some((line) => headFact(line)?.fact === 'title') ? facts.length : 0;
}

/**
 * Whether a line is a turn of a conversation: one labelled line ("Exclusive: …") makes none, and where labels come again,
 * one that does not is no speaker's.
 */
export function opensConversation(
  lines: readonly string[],
  page: PageReader,
): (line: string) => boolean {
  const labels = lines.filter(page.isSpeakerLabel).map(labelOf);
  if (labels.length < 2) return () => false;
  const comesAgain = (label: string) => labels.filter((one) => one === label).length > 1;
  const again = labels.some(comesAgain);
  return (line) => page.isSpeakerLabel(line) && (!again || comesAgain(labelOf(line)));
}
const labelOf = (line: string): string => line.slice(0, line.indexOf(':'));

/** Whether a line belongs to the head, or another one that does stands close below it with text after that. */
function inHead(
  isOne: (i: number | undefined) => boolean,
  below: readonly number[],
  i: number,
  prose: boolean,
): boolean {
  const from = below.indexOf(i);
  if (isOne(i)) return true;
  const next = (prose ? [1, 2, 3, 4] : [1, 2]).find((step) => isOne(below[from + step]));
  return next !== undefined && (prose || below.slice(from + next).some((k) => !isOne(k)));
}

/** A line that says when, by whom or under what the text was published, or what a picture shows. */
function isHeadLine(page: PageReader, line: string, captions = true): boolean {
  if (isLongSentence(line) && !page.isCredit(line) && page.dateLine(line) === null) return false;
  const aside = new Reading(page, '');
  return (
    (captions && page.isCredit(line)) ||
    aside.readFiling(line) ||
    aside.readDateline(line) ||
    aside.readByline(line) ||
    (captions && page.isPersonName(line) && line.length <= 48)
  );
}

/** Lines that are read between a standfirst and the line that signs or dates the article. */
const NEAR = 4;

/** Says when or by whom, in so many words: no bare name, no caption. */
export function signsOrDates(page: PageReader, line: string): boolean {
  const aside = new Reading(page, '');
  if (aside.readDateline(line)) return true;
  return (
    !isLongSentence(line) &&
    (page.isByline(line) || page.desk(line) !== null) &&
    aside.readByline(line)
  );
}

/** Where the running text begins when its first long paragraph stands above the line that signs or dates the article. */
function belowStandfirst(
  lines: readonly string[],
  boilerplate: readonly (Boilerplate | null)[],
  page: PageReader,
  at: number,
): number {
  if (page.isSpeakerLabel(lines[at] ?? '')) return at;
  const below = lines.flatMap((_, i) => (i > at && !boilerplate[i] ? [i] : []));
  const near = below.slice(0, NEAR);
  const signed = near.findLastIndex((i) => signsOrDates(page, lines[i] ?? ''));
  if (signed < 0 || near.slice(0, signed).some((i) => isProse(lines[i] ?? ''))) return at;
  const next = below.find(
    (i, k) => k > signed && isSentence(lines[i] ?? '') && !page.isCredit(lines[i] ?? ''),
  );
  return next ?? at;
}

/** Lines of the head that may be the title, and what stands between them. */
interface Candidates {
  lines: readonly string[];
  /** In order; no line that dates, signs, files or shows a picture. */
  all: readonly number[];
  page: PageReader;
}

const wordsIn = (line: string): number => line.split(' ').length;
/** An item of a menu, a button, a figure: short, and no sentence. */
const isMenuItem = (line: string): boolean =>
  !/\p{L}{2}/u.test(line) || (line.length <= 26 && wordsIn(line) <= 3 && !/[.!?…”’]$/.test(line));
/** So many items make a menu. */
const MENU = 3;

/**
 * Which line is the title, where that is not simply the first: a page that was copied whole has menus and notices above
 * it. Null where the lines tell one after the other.
 */
export function titleLine(
  lines: readonly string[],
  kinds: readonly string[],
  boilerplate: readonly (Boilerplate | null)[],
  page: PageReader,
  bodyStart: number,
): number | null {
  const read = lines.flatMap((_, i) => (i < bodyStart && !boilerplate[i] ? [i] : []));
  if (read.slice(0, 3).some((i) => headFact(lines[i] ?? '')?.fact === 'title')) return null;
  const isStrict = (i: number) => signsOrDates(page, lines[i] ?? '');
  const isFollowed = (k: number) =>
    page.isFollowButton(lines[read[k + 1] ?? -1] ?? '') &&
    page.isNameAlone(lines[read[k] ?? -1] ?? '');
  const eligible = read.filter((i, k) => {
    const line = lines[i] ?? '';
    // the name of who writes, above the button to follow them
    if (isFollowed(k)) return false;
    return (
      !isStrict(i) &&
      !page.isFollowButton(line) &&
      !page.isCredit(line) &&
      page.filing(line) === null &&
      line.length <= 300
    );
  });
  // what a picture shows, beside whose it is; a row of those who wrote the article
  const isBeside = (i: number) =>
    (/\.$/.test(lines[i] ?? '') && [i - 1, i + 1].some((k) => page.isCredit(lines[k] ?? ''))) ||
    isRowOfNames(lines[i] ?? '', page);
  const named = eligible.filter((i) => !page.isSectionName(lines[i] ?? '') && !isBeside(i));
  const all = named.length > 0 ? named : eligible;
  const heading = all.find((i) => kinds[i] === 'heading');
  if (heading !== undefined) return heading;
  const candidates = { lines, all, page };
  const again = printedAgain(candidates);
  if (again !== null) return again;
  const [first] = all;
  // the first line, and there is nothing to say unless names of sections stand above it
  const isTold = first === eligible[0] && !read.some((_, k) => isFollowed(k));
  const plain = first === undefined || isTold ? null : first;
  return isFirst(candidates) ? plain : (aboveSignature(candidates, read, isStrict) ?? plain);
}

/** Whether the title is the first line: there is no menu, or a title of a word or two above its standfirst. */
function isFirst({ lines, all }: Candidates): boolean {
  const [first, second] = all;
  if (first === undefined || second === undefined) return true;
  const menu = all.filter((i) => isMenuItem(lines[i] ?? ''));
  if (menu.length === 0) return true;
  if (menu.length === 1 && menu[0] === first && isStandfirst(lines, second, first)) return true;
  return menu.length === all.length && all.length < MENU;
}

/** The title of a window and the title of the article: the second begins the first. */
function printedAgain({ lines, all }: Candidates): number | null {
  for (const i of all) {
    const line = lines[i] ?? '';
    const later = all.find((k) => {
      const other = lines[k] ?? '';
      return k > i && other.length >= 15 && wordsIn(other) >= 3 && line.startsWith(other);
    });
    if (later !== undefined) return later;
  }
  return null;
}

/** Whether a line goes on below the title `above` as standfirsts do: a sentence, or much longer. */
function isStandfirst(lines: readonly string[], i: number, above: number): boolean {
  const [line = '', title = ''] = [lines[i], lines[above]];
  return isSentence(line) || (line.length >= 60 && line.length > 1.15 * title.length);
}

/** The nearest title above the last line of the head that signs or dates the article, and has one right above it. */
function aboveSignature(
  { lines, all, page }: Candidates,
  read: readonly number[],
  isStrict: (i: number) => boolean,
): number | null {
  const isTitle = (i: number) => !isMenuItem(lines[i] ?? '') && !isLongSentence(lines[i] ?? '');
  const strict = read.filter(isStrict);
  const gaps = [...strict, Infinity].map((to, k) =>
    all.filter((i) => i < to && i > (strict[k - 1] ?? -1)),
  );
  const own = gaps.slice(0, -1).findLast((gap) => gap.some(isTitle)) ?? gaps.at(-1);
  const gap = own?.some(isTitle) ? own : (gaps.find((one) => one.length > 0) ?? all);
  const title = titleIn(gap, isTitle, { lines, all, page });
  const above = all.filter((i) => title !== undefined && i < title && isMenuItem(lines[i] ?? ''));
  // nothing signs or dates the article: only a menu shows that the first line is no title
  return title === undefined || (strict.length === 0 && above.length < MENU) ? null : title;
}

/** `Adam Wood and Nora Field` */
function isRowOfNames(line: string, page: PageReader): boolean {
  const names = page.namesIn(line);
  return names.length > 1 && names.every((name) => page.isNameAlone(name) || page.isCalling(name));
}

/** The title among the lines above a signature: the last of them, or the one above it with its standfirst below. */
function titleIn(
  gap: readonly number[],
  isTitle: (i: number) => boolean,
  { lines, page }: Candidates,
): number | undefined {
  const isRow = (i: number) => {
    const names = page.namesIn(lines[i] ?? '');
    return (
      (names.length > 1 || names[0] !== lines[i]) &&
      names.every((name) => page.isNameAlone(name) || page.isCalling(name))
    );
  };
  const titles = gap.filter((i) => isTitle(i) && !isRow(i));
  const last =
    titles.at(-1) ??
    gap.filter((i) => isTitle(i) || !page.isNameAlone(lines[i] ?? '')).at(-1) ??
    gap.at(-1);
  if (last === undefined) return undefined;
  const run = [last];
  for (let k = gap.indexOf(last) - 1; k >= 0; k--) {
    const i = gap[k];
    if (i === undefined || !isTitle(i)) break;
    run.unshift(i);
  }
  if (run.length === 2) return run[0];
  const [above] = run.slice(-2);
  return above !== undefined && isStandfirst(lines, last, above) ? above : last;
}
