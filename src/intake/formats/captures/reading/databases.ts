/** Exports of databases of the press (Factiva, LexisNexis, ProQuest): text files, one article behind the other. */
import { LANGUAGES } from '../../../../languages/index.ts';
import { FACTIVA_END, LEXIS_BEGIN, NEXIS_END, PROQUEST_BEGIN } from '../databases.ts';
import type { Row } from '../mapping.ts';
import type { Asked, CaptureReader, Given, Reading } from '../reader.ts';
import { articlesIn, decodedText } from './exports.ts';
import { tidy } from './taken.ts';

/** The columns that each article gives. */
const COLUMNS = ['title', 'author', 'outlet', 'published', 'text'] as const;
type Fields = Partial<Record<(typeof COLUMNS)[number], string | undefined>>;

const AGAIN =
  'Save it once more with all fields, or save the text of each article as a `.txt` file of its own.';

/** The reader of files whose articles `part` finds and of which each is read by `read`. */
const readerOf =
  (part: (text: string) => string[], read: (article: string) => Fields): CaptureReader =>
  (given: Given, asked: Asked): Reading => {
    const text = decodedText(given)
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
    const entries = part(text).map((raw, i) => {
      const fields = read(raw);
      const row: Row = Object.fromEntries(COLUMNS.map((column) => [column, fields[column] ?? '']));
      return { name: `article ${i + 1}`, row, raw };
    });
    if (entries.every(({ row }) => row.text === ''))
      return { refused: 'and the text of none of its articles is found', remedy: AGAIN };
    return articlesIn(given, asked, { columns: [...COLUMNS], entries, extension: 'txt', left: [] });
  };

/** The texts between lines of a form, each of which begins an article or ends it. */
const partedBy =
  (line: RegExp, does: 'begins' | 'ends') =>
  (text: string): string[] => {
    const parts = text.split(line).map((part) => part.trim());
    return does === 'ends' ? parts.slice(0, -1) : parts.slice(1);
  };

/** `Lee, Ann; Berg, Bo` as `Ann Lee; Bo Berg`. */
const turned = (names: string | undefined): string | undefined =>
  names
    ?.split(/\s*;\s*/)
    .map((name) => name.replace(/^([^,]+), ([^,]+)$/, '$2 $1'))
    .join('; ');

/** What blank lines part. */
const blocksOf = (text: string): string[] =>
  text
    .split(/\n(?:[ \t]*\n)+/)
    .map((block) => block.trim())
    .filter((block) => block !== '');

/** Paragraphs whose lines were broken to a width, each on a line again. */
const unwrapped = (text: string): string => blocksOf(text).map(tidy).join('\n\n');

// Factiva

/** `HD    The night ferry stays`: two letters, and what they name on the lines from there on. */
const TAG = /^([A-Z]{2,3})(?:(?: {2,}|\t)(.*)|[ \t]*)$/;

function factivaOf(article: string): Fields {
  if (!/^HD[ \t]+\S/m.test(article)) return untaggedOf(article);
  const found = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of article.split('\n')) {
    const [, tag, rest = ''] = TAG.exec(line) ?? [];
    if (tag !== undefined && FACTIVA_TAGS.has(tag)) found.set(tag, (lines = [rest]));
    else lines.push(line);
  }
  const of = (tag: string): string | undefined => {
    const value = tidy((found.get(tag) ?? []).join('\n'));
    return value === '' ? undefined : value;
  };
  return {
    title: of('HD'),
    author: of('BY') ?? turned(of('AU')),
    outlet: of('SN'),
    published: of('PD'),
    text: unwrapped([...(found.get('LP') ?? []), '', ...(found.get('TD') ?? [])].join('\n')),
  };
}

const FACTIVA_TAGS: ReadonlySet<string> = new Set(
  'SE HD BY AU CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CO IN NS RE IPD IPC PUB RF CT AN'.split(
    ' ',
  ),
);

/** The same without its letters: title, by-line, words, day, time, paper, its sign, page, language, rights, text. */
function untaggedOf(article: string): Fields {
  const lines = article.split('\n').map((line) => line.trim());
  const counted = lines.findIndex((line) => /^\d[\d,.]* words$/.test(line));
  const head = lines.slice(0, counted).filter((line) => line !== '');
  const rights = lines.findIndex((line, i) => i > counted && /^(?:\(c\)|©|copyright)/i.test(line));
  if (counted < 1 || rights < 0) return {};
  const [published, ...more] = lines.slice(counted + 1, rights).filter((line) => line !== '');
  // the headline stands right above who wrote it, and a section above that
  const signs = (line: string) =>
    /^by\s/i.test(line) || LANGUAGES.some(({ page }) => page.isPersonName(line));
  const author = head.length > 1 && signs(head.at(-1) ?? '') ? head.pop() : undefined;
  return {
    title: head.at(-1),
    author,
    outlet: more.find((line) => !/^\d{1,2}:\d{2}/.test(line)),
    published,
    text: unwrapped(lines.slice(rights + 1).join('\n')),
  };
}

// LexisNexis

/** `BYLINE: Ann Lee`, above the text and below it. */
const LABEL = /^[ \t]*([A-Z][A-Za-z-]+(?: [A-Za-z-]+)?):[ \t]*(.*)$/;
const ABOVE = /^(?:(?:byline|section|length|dateline|highlight|series):|(?:copyright|©|body:?$))/i;
const BELOW =
  /^(?:(?:load-date|language|graphic|publication-type|journal-code|acc-no|subject|document-type|classification|correction-date):|(?:copyright|©) )/i;
const DAY = /^(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})\b/;

/** The paper stands above the day; the title above both, or below. */
function lexisOf(article: string): Fields {
  const blocks = blocksOf(article.replace(/^[ \t]*Body:?[ \t]*$/im, '\n$&\n'));
  const dated = blocks.findIndex((block) => block.split('\n').some((line) => DAY.test(line)));
  const opening = blocks.slice(0, dated + 1).flatMap((block) => block.split('\n'));
  const day = opening.findIndex((line) => DAY.test(line));
  if (day < 1) return {};
  const rest = blocks.slice(dated + 1);
  const above = opening.slice(0, day - 1).join(' ');
  const title = above === '' ? rest.shift() : above;
  const count = rest.findIndex((block) => !ABOVE.test(block));
  const body = count < 0 ? [] : rest.slice(count);
  const end = body.findIndex((block) => BELOW.test(block));
  const labels = labelled([...opening.slice(day), ...rest.slice(0, count)].join('\n').split('\n'));
  return {
    title: tidy(title ?? ''),
    author: labels.get('byline'),
    outlet: opening[day - 1],
    published: opening[day],
    text: (end < 0 ? body : body.slice(0, end)).map(tidy).join('\n\n'),
  };
}

/** What lines state behind a label, by the label in small letters; the first of each. */
function labelled(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, label = '', value = ''] = LABEL.exec(line) ?? [];
    const key = label.toLowerCase();
    if (value.trim() !== '' && !found.has(key)) found.set(key, tidy(value));
  }
  return found;
}

// ProQuest

/** What stands behind the text, a label a line. */
const PROQUEST_LABEL =
  /^(?:title|subject|location|company \/ organi[sz]ation|people|publication (?:title|year|date|subject|info)|volume|issue|(?:first )?pages?|year|section|publisher|place of publication|country of publication|issn|source type|language of publication|document (?:type|url)|proquest document id|copyright|last updated|database|credit|links):/i;

function proquestOf(article: string): Fields {
  const blocks = blocksOf(article.replace(/^[ \t]*_{5,}[ \t]*$/gm, ''));
  const from = blocks.findIndex((block) => /^full text:/i.test(block));
  if (from < 0) return {};
  const behind = blocks.findIndex((block, i) => i > from && PROQUEST_LABEL.test(block));
  const [first = '', ...body] = blocks.slice(from, behind < 0 ? undefined : behind);
  const labels = labelled(blocks.flatMap((block) => block.split('\n')));
  const text = [first.replace(/^full text:\s*/i, ''), ...body].map(tidy);
  return {
    title: labels.get('title') ?? tidy(blocks[0] ?? ''),
    author: turned(labels.get('author')),
    // `Harbour Post, Evening ed.; Harbour`
    outlet: labels.get('publication title')?.replace(/(?:, [^,;]* ed\.)?(?:;.*)?$/, ''),
    published: labels.get('publication date'),
    text: text.filter((paragraph) => paragraph !== '').join('\n\n'),
  };
}

export const readFactiva = readerOf(partedBy(FACTIVA_END, 'ends'), factivaOf);
export const readLexis: CaptureReader = (given, asked) =>
  readerOf(
    NEXIS_END.test(given.text ?? '')
      ? partedBy(NEXIS_END, 'ends')
      : partedBy(LEXIS_BEGIN, 'begins'),
    lexisOf,
  )(given, asked);
export const readProquest = readerOf(partedBy(PROQUEST_BEGIN, 'begins'), proquestOf);
