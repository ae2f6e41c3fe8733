/** The card of an article that is taken in: what was found, and every key that may be filled in. */
import { stringify } from 'yaml';
import type { ArticleHead } from '../../archive/article.ts';
import { idOfName } from '../../model/names.ts';
import { ARTICLE_KINDS } from '../../model/records.ts';
import type { Options } from './options.ts';
import type { Fact, Facts } from '../../intake/formats/captures/facts.ts';

/** A value of YAML on one line; JSON is YAML. */
const scalar = (value: string): string => JSON.stringify(value);
/** A remark behind a value or on a line of its own. */
const remark = (words: string): string => words.replace(/\s+/g, ' ');

const commented = (lines: readonly string[]): string[] => lines.map((line) => `# ${line}`);

/** A key that a capture states; as a remark where it is doubtful, and where nothing states it an empty one. */
function stated<T>(
  fact: Fact<T> | undefined,
  write: (value: T, by: string) => readonly string[],
  otherwise: readonly string[],
): string[] {
  if (!fact) return commented(otherwise);
  const lines = [...write(fact.value, fact.by)];
  const [first = '', ...rest] = lines;
  const why = fact.isDoubtful ? `perhaps: ${fact.by}` : fact.by;
  const told = lines.some((line) => line.includes('note:'))
    ? lines
    : [`${first} # ${remark(why)}`, ...rest];
  return fact.isDoubtful ? commented(told) : told;
}

const dated =
  (key: string) =>
  (edtf: string, by: string): string[] => [
    `${key}:`,
    `  edtf: ${edtf}`,
    '  basis: stated',
    `  note: ${scalar(remark(by))}`,
  ];

const bylineOf = (names: readonly string[]): string[] => [
  'byline:',
  ...names.map((name) => `  - { name: ${scalar(name)}, role: author }`),
];

/** What is written into the card beside what a capture states. */
export interface CardGiven {
  facts: Facts;
  head: ArticleHead;
  /** What the source is to be read as, where that is not left to its text. */
  format: Options['format'];
  /** The id of the outlet that the facts name, if there is one. */
  outlet: string | null;
  /** Articles that are copies of it. */
  copies: readonly string[];
}

/** A value as YAML writes it on one line. */
const onOneLine = (found: unknown): string =>
  stringify(found, { lineWidth: 0, collectionStyle: 'flow' })
    .trimEnd()
    .replaceAll(/\s*\n\s*/g, ' ');

/** A key with what was read in the text, or with an example of what goes there. */
function read(key: string, found: unknown, example: string): string[] {
  const isFound =
    found !== undefined && found !== null && !(Array.isArray(found) && found.length === 0);
  return [isFound ? `${key}: ${onOneLine(found)} # found in the text` : `${key}: ${example}`];
}

const outletRead = (name: string | undefined): string[] => [
  name
    ? `outlet: ${idOfName(name, 'outlet')} # ${onOneLine(name)} in the text; the id is that of content/outlets/<id>.md`
    : 'outlet: ID # of content/outlets/<id>.md, which holds `name: …` between two lines ---',
];

const publishedRead = (edtf: string | undefined): string[] => [
  edtf
    ? `published: {edtf: ${onOneLine(edtf)}, basis: stated} # found in the text`
    : 'published: {edtf: 2021-03/2021-05, basis: inferred, note: WHAT IN THE TEXT SAYS SO}',
];

/**
 * The text of a card. What a capture states is said; all else is a remark, and changes nothing until a person takes
 * its `#` away.
 */
export function articleCard({ facts, head, format, outlet, copies }: CardGiven): string {
  const { meta, language } = head;
  const authors = meta.byline.map(({ name, role }) => ({ name, role }));
  const outletFact = facts.outlet && outlet ? { ...facts.outlet, value: outlet } : undefined;
  const tongue = `${language.tag}${language.basis === 'default' ? '' : ` # ${language.basis}`}`;
  const otherKinds = ARTICLE_KINDS.filter((kind) => kind !== 'report').join(', ');
  return [
    '---',
    '# What the text does not state, or what was read wrongly. Take the # away to say it yourself.',
    ...stated(
      facts.title,
      (value) => [`title: ${scalar(value)}`],
      read('title', meta.title, 'THE TITLE, IF YOU KNOW IT'),
    ),
    ...stated(
      facts.dek,
      (value) => [`dek: ${scalar(value)}`],
      read('dek', meta.dek, 'THE LINE BELOW THE TITLE'),
    ),
    ...stated(
      facts.authors,
      bylineOf,
      read(
        'byline',
        authors,
        '[{name: ANN LEE, role: author}] # or interviewer, interviewee, desk',
      ),
    ),
    ...stated(outletFact, (value) => [`outlet: ${value}`], outletRead(meta.outlets[0])),
    ...stated(facts.published, dated('published'), publishedRead(meta.published?.edtf)),
    ...stated(facts.captured, dated('captured'), [
      'captured: {edtf: 2021-05-04, basis: stated} # when this copy was made',
    ]),
    '# spoken: {edtf: 2021-03-12, basis: stated} # when the words of an interview were spoken',
    `# kind: report # or ${otherKinds}`,
    '# form: narrative # or dialogue',
    ...stated(facts.language, (value) => [`language: ${scalar(value)}`], [`language: ${tongue}`]),
    '# rights: {holder: WHO HOLDS THEM, statement: AS THE TEXT STATES THEM}',
    ...stated(facts.original, (value) => [`original: ${scalar(value)}`], [
      'original: https://example.org/ # the address it was published at',
    ]),
    ...stated(facts.archived, (value) => [`archived: ${scalar(value)}`], [
      'archived: https://example.org/copy # the address of a copy in a web archive',
    ]),
    format
      ? `format: ${format}`
      : '# format: plain-text # or markdown, where it was taken for the other',
    '# undo: [] # what is undone before it is read',
    copies.length > 0
      ? `copies: [${copies.join(', ')}] # nearly the same text`
      : '# copies: [ID] # articles that are copies of this one',
    '# formerly: [ID] # what this file was called before',
    '# labels: {Q: ID, A: ID} # whose turns a label of an interview heads',
    '# claims:',
    '#   - {words: THE WORDS OF A CLAIM, speaker: ID, why: HOW ONE KNOWS}',
    '# accept:',
    '#   - {message: unknown-outlet, line: 1, why: WHY THE WARNING MAY STAND}',
    '---',
    '',
  ].join('\n');
}

/** The card of an outlet of which only the name is known. */
export const outletCard = (name: string): string => `---\nname: ${scalar(name)}\n---\n`;
