/**
 * A claim or an article as four styles have it, as text to copy. The cited work is the article; a claim is words from
 * a secondary source, as `citations.ts` says. Titles keep their capitals, and a date that nobody stated is none.
 *
 * - APA, 7th ed.: sections 8.6 (secondary sources) and 10.1 (newspaper articles); the year comes first.
 * - The Chicago Manual of Style, 18th ed.: a note, “quoted in”; of three authors or more the first.
 * - MLA Handbook, 9th ed.: a work cited, and “qtd. in” in the text; a date that is not known is left out.
 * - Wikipedia: the templates `cite news` and `cite interview`.
 */
import { frameOf } from '../../archive/frame.ts';
import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import { capital } from '../../model/wording.ts';
import { inTemplate } from '../../text/wikitext.ts';
import { namesAsSaid, namesInLine, type Cited, type CslName } from './citations.ts';
import { apaDate, mlaDate, wikipediaDate } from './dates-in-styles.ts';
import { ended, sentence, singleMarks, wordsInLine } from './describe.ts';

export interface StyledCitation {
  style: string;
  /** The entry of a list of works, or the note. */
  text: string;
  /** What stands in the text beside it; null where the style has nothing of the kind. */
  inText: string | null;
}

/** The styles of one citation. `claim` is null where the article itself is cited. */
export const inStyles = (
  cited: Cited,
  article: ArticleRecord,
  claim: ClaimRecord | null,
): StyledCitation[] => [
  apa(cited, claim),
  chicago(cited, claim),
  mla(cited, claim),
  wikipedia(cited, article, claim),
];

const joined = (parts: readonly (string | null | undefined)[], by: string): string =>
  parts.filter(Boolean).join(by);
const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `Obi, M.`, `King, M. L., Jr.`; a name in one piece stays so. */
function apaName({ literal, family, given, suffix }: CslName): string {
  if (!family) return literal ?? '';
  const initials = (given ?? '')
    .split(/\s+/)
    .map((name) =>
      name
        .split('-')
        .flatMap((part) => /\p{L}/u.exec(part)?.map((letter) => `${letter}.`) ?? [])
        .join('-'),
    )
    .filter(Boolean);
  return joined([family, initials.join(' '), suffix], ', ');
}

const apaNames = (names: readonly CslName[]): string => {
  const written = names.map(apaName);
  return written.length < 2
    ? (written[0] ?? '')
    : `${written.slice(0, -1).join(', ')}, & ${written.at(-1)}`;
};

const lastNames = (names: readonly CslName[], and: string): string | null => {
  const [first, second, ...rest] = names.map(({ family, literal }) => family ?? literal ?? '');
  if (!first) return null;
  if (rest.length > 0) return `${first} et al.`;
  return second ? `${first} ${and} ${second}` : first;
};

/** Words that the article only reports are not said to be quoted in it. */
const takenFrom = ({ type }: ClaimRecord, quoted: string): string =>
  type === 'indirect' ? 'as reported in ' : quoted;

/** A short name of the article where it has no authors. */
const shortTitle = (title: string): string => {
  const words = clean(singleMarks(title)).split(' ');
  return `“${words.slice(0, 5).join(' ')}${words.length > 5 ? ' …' : ''}”`;
};

function apa(cited: Cited, claim: ClaimRecord | null): StyledCitation {
  const { item } = cited;
  const authors = item.author ?? [];
  const { dated, year } = apaDate(cited);
  const title = sentence(clean(item.title));
  const head =
    authors.length > 0
      ? [sentence(apaNames(authors)), `(${dated}).`, title]
      : [title, `(${dated}).`];
  const source = ended(lastNames(authors, '&') ?? shortTitle(item.title), ',');
  const by = cited.said?.by;
  return {
    style: 'APA',
    text: joined(
      [...head, item['container-title'] && sentence(item['container-title']), item.URL],
      ' ',
    ),
    inText:
      claim && by
        ? `(${by.family ?? by.literal ?? ''}, as cited in ${source} ${year})`
        : `(${source} ${year})`,
  };
}

function chicago(cited: Cited, claim: ClaimRecord | null): StyledCitation {
  const { item, date } = cited;
  const by = cited.said?.by ? namesAsSaid([cited.said.by]) : [];
  const via = claim?.via.map(({ name }) => `via ${name}`) ?? [];
  const title = clean(singleMarks(item.title));
  const [first, , ...more] = item.author ?? [];
  const authors = namesAsSaid(first && more.length > 0 ? [first] : (item.author ?? []));
  const named = authors.map((names) => `${names}${more.length > 0 ? ' et al.' : ''}, `);
  const work = `${named.join('')}“${ended(title, ',')}”`;
  const end = joined([item['container-title'], date.line, item.URL], ', ');
  return {
    style: 'Chicago',
    text: `${claim ? capital(joined([...by, ...via, takenFrom(claim, 'quoted in ')], ', ')) : ''}${work} ${end}.`,
    inText: null,
  };
}

function mla(cited: Cited, claim: ClaimRecord | null): StyledCitation {
  const { item } = cited;
  const authors = item.author ?? [];
  const names = namesInLine(authors.length > 2 ? authors.slice(0, 1) : authors);
  const source = lastNames(authors, 'and') ?? shortTitle(item.title);
  return {
    style: 'MLA',
    text: joined(
      [
        names && sentence(authors.length > 2 ? `${names}, et al.` : names),
        `“${sentence(clean(singleMarks(item.title)))}”`,
        sentence(joined([item['container-title'], mlaDate(cited), item.URL], ', ')),
      ],
      ' ',
    ),
    inText: `(${claim ? takenFrom(claim, 'qtd. in ') : ''}${source})`,
  };
}

/** What the article prints, so that it stands as a quotation of it. */
function quoteOf(claim: ClaimRecord, article: ArticleRecord, isInterview: boolean): string {
  const { before, after } = frameOf(article, claim);
  if (before || after) return `${joined([before, clean(claim.text)], ' ')}${after}`;
  const speaker = isInterview ? null : claim.speaker?.name;
  return joined([speaker, wordsInLine(claim)], ': ');
}

function wikipedia(
  cited: Cited,
  article: ArticleRecord,
  claim: ClaimRecord | null,
): StyledCitation {
  const { item, said } = cited;
  const isInterview = claim?.type === 'answer' && said?.by !== null;
  const names = (kind: string, list: readonly CslName[]): [string, string | undefined][] =>
    list.flatMap(({ family, given, literal, suffix }, i) => {
      const n = list.length > 1 ? String(i + 1) : '';
      return family
        ? [
            [`${kind === 'subject' ? 'subject-' : ''}last${n}`, family],
            [`${kind === 'subject' ? 'subject-' : ''}first${n}`, joined([given, suffix], ' ')],
          ]
        : [[`${kind}${n}`, literal]];
    });
  const fields: [string, string | undefined][] = [
    ...(isInterview && said?.by
      ? [
          ...names('subject', [said.by]),
          ['interviewer', namesAsSaid(item.author ?? [])[0]] as [string, string | undefined],
        ]
      : names('author', item.author ?? [])),
    ['title', item.title],
    ['work', item['container-title']],
    ['date', wikipediaDate(cited)],
    ['language', article.language === 'en' ? undefined : article.language],
    ['quote', claim ? quoteOf(claim, article, isInterview) : undefined],
    ['via', item.archive],
  ];
  const written = fields.flatMap(([name, value]) =>
    value ? [`${name}=${inTemplate(value)}`] : [],
  );
  return {
    style: 'Wikipedia',
    text: `{{cite ${isInterview ? 'interview' : 'news'} |${[...written, `url=${item.URL}`].join(' |')}}}`,
    inText: null,
  };
}
