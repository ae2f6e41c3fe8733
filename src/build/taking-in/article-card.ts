/** The card of an article that is taken in: what was found, and every key that may be filled in. */
import type { ArticleHead } from '../../archive/article.ts';
import type { Fact, Facts } from '../../intake/formats/captures/reader.ts';
import { ARTICLE_KINDS } from '../../model/records.ts';

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
  format: 'plain-text' | 'markdown' | undefined;
  /** The id of the outlet that the facts name, if there is one. */
  outlet: string | null;
  /** Articles that are copies of it. */
  copies: readonly string[];
}

/** The text of a card. A line that begins with `#` says what may be written, and what the text was read to say. */
export function articleCard({ facts, head, format, outlet, copies }: CardGiven): string {
  const { meta, language } = head;
  const names = meta.byline.map(({ name }) => name);
  const inText = (what: string | undefined | null): string =>
    what ? `${what} # read in the text` : '';
  const outletFact = facts.outlet && outlet ? { ...facts.outlet, value: outlet } : undefined;
  return [
    '---',
    '# Each line that begins with # is a remark: take the # away to say what it says.',
    ...stated(facts.title, (value) => [`title: ${scalar(value)}`], [
      `title: ${meta.title === null ? 'THE TITLE, IF YOU KNOW IT' : inText(scalar(meta.title))}`,
    ]),
    ...stated(facts.dek, (value) => [`dek: ${scalar(value)}`], [
      `dek: ${inText(meta.dek && scalar(meta.dek))}`.trimEnd(),
    ]),
    ...stated(
      facts.authors,
      bylineOf,
      names.length > 0
        ? [`byline: # read in the text`, ...bylineOf(names).slice(1)]
        : ['byline:', '  - { name: NAME, role: author } # or interviewer, interviewee, desk'],
    ),
    ...stated(outletFact, (value) => [`outlet: ${value}`], [
      `outlet: # the id of a card in content/outlets/${meta.outlets[0] ? `; the text names ${scalar(meta.outlets[0])}` : ''}`,
    ]),
    ...stated(
      facts.published,
      dated('published'),
      meta.published
        ? [`published: # ${meta.published.edtf} is read in the text`]
        : [
            'published:',
            '  edtf: 2021-03/2021-05 # EDTF: a day, a month, a year, an interval',
            '  basis: inferred',
            '  note: WHAT IT IS INFERRED FROM',
          ],
    ),
    ...stated(facts.captured, dated('captured'), [
      'captured: # { edtf: 2024-05-12, basis: stated }, the day of the capture',
    ]),
    '# spoken: # { edtf: 2021-05-03, basis: stated }, when the words of an interview were spoken',
    `# kind: # ${ARTICLE_KINDS.join(', ')}`,
    '# form: # dialogue or narrative',
    ...stated(facts.language, (value) => [`language: ${scalar(value)}`], [
      `language: ${language.tag} # as its words tell`,
    ]),
    ...stated(facts.original, (value) => [`original: ${scalar(value)}`], [
      'original: https:// # the address of the publisher’s page',
    ]),
    ...stated(facts.archived, (value) => [`archived: ${scalar(value)}`], [
      'archived: https:// # the address of a copy in a web archive',
    ]),
    '# rights: # { holder: WHO HOLDS THEM, statement: AS PRINTED }',
    ...(format ? [`format: ${format}`] : ['# format: # plain-text or markdown']),
    '# undo: # [references], what is undone in the text before it is read',
    '# labels: # { Q: SPEAKER-ID, A: SPEAKER-ID }, whose turns a bare label heads',
    copies.length > 0
      ? `copies: [${copies.join(', ')}] # nearly the same text`
      : '# copies: # [ARTICLE-ID], articles that are copies of this one',
    '# formerly: # [FORMER-ID]',
    '# claims: # corrections of single claims, see src/intake/cards/README.md',
    '# accept: # warnings that are right and may stand',
    '---',
    '',
  ].join('\n');
}

/** The card of an outlet of which only the name is known. */
export const outletCard = (name: string): string => `---\nname: ${scalar(name)}\n---\n`;
