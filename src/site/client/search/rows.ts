/** Results as elements: a claim in its sentence, whose it is, who passed it on, where and when it stands. */
import { tokens, pieces, type Piece } from '../../../search/fold.ts';
import { excerpt, hitsIn, type Terms } from '../../../search/hits.ts';
import type { Found } from '../../../search/select.ts';
import type { ClaimDetail } from '../../../search/table.ts';
import type { DateFact } from '../../../model/records.ts';
import { articlePath, claimPath, outletPath, speakerPath, topicPath } from '../../../model/urls.ts';
import { DATE_BASES_IN_WORDS, dateInWords, REVIEWS_IN_WORDS } from '../../../model/wording.ts';
import { at } from '../../../text/certain.ts';
import { writtenIn } from '../../reading/language.ts';
import { make, markedNodes } from './dom.ts';
import type { ArticleFound } from './articles.ts';
import type { Shown } from './engine.ts';

/** Longer claims are shown around their hits. */
const LONG = 90;
const SHOWN = 70;
const MOST_MARKS = 24;

const fact = (date: {
  edtf: string | null;
  from: string | null;
  to: string | null;
  basis: DateFact['basis'];
}): DateFact => ({ ...date, note: null });

/** The sentence in pieces: what is context, what are the claim's words, and which of them are hits. */
export function sentencePieces(
  sentence: readonly string[],
  terms: Terms,
): { words: boolean; pieces: Piece[] }[] {
  const lists = sentence.map((text, i) => (i % 2 === 1 ? tokens(text) : []));
  const hits = hitsIn(lists.flat(), terms);
  let before = 0;
  return sentence.map((text, i) => {
    const list = at(lists, i);
    const own = new Set([...hits].map((n) => n - before).filter((n) => n >= 0 && n < list.length));
    before += list.length;
    return {
      words: i % 2 === 1,
      pieces: i % 2 === 1 ? pieces(text, list, own) : [{ text, hit: false }],
    };
  });
}

/** What the article's page is to mark: the words found, as they are printed there, and the phrases. */
export function marksFor(text: string, terms: Terms): string[] {
  const list = tokens(text);
  const single = [...hitsIn(list, { words: terms.words, phrases: [] })].map(
    (n) => at(list, n).word,
  );
  return [...new Set([...terms.phrases.map((phrase) => phrase.join(' ')), ...single])].slice(
    0,
    MOST_MARKS,
  );
}

/** Address of the claim in its article, with the hits to mark there. */
export function inPlace(
  root: string,
  { article, id, text }: Pick<ClaimDetail, 'article' | 'id' | 'text'>,
  terms: Terms,
): string {
  const address = new URL(articlePath(article), root);
  for (const mark of marksFor(text, terms)) address.searchParams.append('hl', mark);
  address.hash = id;
  return address.href;
}

const dateNode = (date: DateFact): Node =>
  make(
    'span',
    date.basis === 'inferred' && (date.from || date.to) ? { class: 'date-inf' } : {},
    dateInWords(date),
  );

/** The line below the words: never the words without it. */
function byLine(root: string, { rows, row }: Found, detail: ClaimDetail): HTMLElement {
  const speaker = rows.speaker(row);
  const outlet = rows.outlet(row);
  const type = rows.type(row);
  const said = rows.said(row);
  const at = (path: string) => new URL(path, root).href;
  return make(
    'p',
    { class: 'by' },
    speaker
      ? make('a', { class: 'who', href: at(speakerPath(speaker.id)) }, speaker.name)
      : make('b', {}, detail.open ? 'Speaker open' : 'Speaker not named'),
    detail.role ? `, ${detail.role}; ` : '; ',
    make('span', { class: `k ${type}` }, type),
    ...detail.via.map((via) => `, as reported by ${via}`),
    ', in ',
    make('a', { href: at(articlePath(detail.article)) }, outlet?.name ?? detail.title),
    ', ',
    dateNode(fact(rows.published(row))),
    ...(said ? ['; said ', dateNode(fact(said))] : []),
    ' ',
    make('button', {
      class: 'act keep',
      type: 'button',
      'data-keep': detail.id,
      'aria-label': `Keep claim ${detail.id} on your list`,
    }),
  );
}

function more(root: string, { rows, row }: Found, detail: ClaimDetail): HTMLElement {
  const at = (path: string) => new URL(path, root).href;
  const said = rows.said(row);
  const questions = new Map(rows.table.topics);
  const topics = rows.values(row, 'topic').map((id) => ({ id, question: questions.get(id) ?? id }));
  const outlet = rows.outlet(row);
  const why = (date: DateFact) =>
    make('span', { class: 'quiet' }, ` ${DATE_BASES_IN_WORDS[date.basis]}`);
  const pairs: [string, ...(Node | string)[]][] = [
    [
      'Article',
      make('a', { href: at(articlePath(detail.article)) }, detail.title),
      ...(outlet ? [', ', make('a', { href: at(outletPath(outlet.id)) }, outlet.name)] : []),
    ],
    ['Published', dateNode(fact(rows.published(row))), why(fact(rows.published(row)))],
    ...(said ? [['Said', dateNode(fact(said)), why(fact(said))] as [string, ...Node[]]] : []),
    ...topics.map(
      ({ id, question }) =>
        ['Topic', make('a', { href: at(topicPath(id)) }, question)] as [string, Node],
    ),
    ['Review', REVIEWS_IN_WORDS[rows.review(row)]],
    ['Address', make('a', { class: 'addr', href: at(claimPath(detail.id)) }, `claim ${detail.id}`)],
  ];
  return make(
    'details',
    { class: 'more' },
    make(
      'summary',
      {},
      'Date, topic and address',
      make('span', { class: 'vh' }, ` of claim ${detail.id}`),
    ),
    make(
      'dl',
      { class: 'pairs' },
      ...pairs.flatMap(([name, ...value]) => [make('dt', {}, name), make('dd', {}, ...value)]),
    ),
  );
}

/** One claim of the list, with those that repeat it. */
export function claimRow(
  root: string,
  { claim, detail, others }: Shown,
  terms: Terms,
): HTMLElement {
  const href = inPlace(root, detail, terms);
  const long = tokens(detail.text).length > LONG;
  const sentence = long ? [] : sentencePieces(detail.sentence, terms);
  // One link over all of the claim's words; where the article interrupts them, so does the line.
  const words = long
    ? [make('a', { href }, ...markedNodes(excerpt(detail.text, terms, SHOWN)))]
    : sentence.map((part) =>
        part.words
          ? make('a', { href }, ...markedNodes(part.pieces))
          : make('span', { class: 'ctx' }, ...markedNodes(part.pieces)),
      );
  // Those found beside it come first; then those that the query itself did not find.
  const listed = new Set(others.map((other) => other.detail.id));
  const repeats = [
    ...others.map((other) => ({
      article: other.detail.article,
      claim: other.detail.id,
      where: other.claim.rows.outlet(other.claim.row)?.name ?? other.detail.title,
    })),
    ...detail.also.filter((other) => !listed.has(other.claim)),
  ];
  return make(
    'li',
    {},
    make('p', { class: 'words', ...writtenIn(detail) }, ...words),
    byLine(root, claim, detail),
    repeats.length > 0 &&
      make(
        'p',
        { class: 'by' },
        'Also in ',
        ...repeats.flatMap(({ article, claim: id, where }, i) => [
          i > 0 ? ', ' : '',
          make(
            'a',
            { href: new URL(`${articlePath(article)}#${id}`, root).href },
            article === detail.article ? 'another place of the same article' : where,
          ),
        ]),
      ),
    more(root, claim, detail),
  );
}

/** An article found by its whole text. */
export function articleRow(
  root: string,
  { title, outlet, date, path, excerpt: text }: ArticleFound,
  terms: Terms,
): HTMLElement {
  const address = new URL(path, root);
  const marks = [
    ...terms.phrases.map((phrase) => phrase.join(' ')),
    ...text.filter(({ hit }) => hit).flatMap((piece) => tokens(piece.text).map(({ word }) => word)),
  ];
  for (const mark of [...new Set(marks)].slice(0, MOST_MARKS))
    address.searchParams.append('hl', mark);
  return make(
    'li',
    {},
    make('p', { class: 'words' }, make('a', { href: address.href }, title)),
    make('p', { class: 'by' }, [outlet, date].filter(Boolean).join(', ')),
    make('p', { class: 'found-text' }, ...markedNodes(text)),
  );
}
