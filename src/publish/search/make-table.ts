/** Makes the table of a run of claims and what is shown of each; part of the build only. */
import type {
  ArticleRecord,
  ClaimRecord,
  DateFact,
  OutletRecord,
  PlaceRecord,
  SpeakerRecord,
  TopicRecord,
} from '../../model/records.ts';
import { CLAIM_TYPES, DATE_BASES, REVIEWS, SPEAKER_KINDS } from '../../model/records.ts';
import { sentencesAround } from '../../archive/context.ts';
import { certain } from '../../text/certain.ts';
import { workingOn } from '../../text/fault.ts';
import { grouped } from '../../text/grouped.ts';
import { byText } from '../../text/order.ts';
import { plain, tokens, words } from '../../search/fold.ts';
import { spellingsOf } from '../../search/spelling.ts';
import {
  saidOf,
  sortDay,
  type ClaimDetail,
  type ClaimTable,
  type TableDate,
} from '../../search/table.ts';
import { spokenIn, type Spoken } from './index-words.ts';

/** All that is searched of an article. */
export const SEARCHED = [
  'id',
  'title',
  'text',
  'blocks',
  'language',
  'outlet',
  'published',
  'claims',
] as const satisfies readonly (keyof ArticleRecord)[];
export type SearchedArticle = Pick<ArticleRecord, (typeof SEARCHED)[number]>;

/** What the search needs of one claim: what it says, for the index, and what is shown of it. */
export interface ClaimEntry {
  spoken: Spoken;
  detail: ClaimDetail;
}

const UNDATED = '0000-00-00';
const CONTEXT = 180;

/** Newest first by the last day possible; undated ones last; ties by id. */
export const inOrder = (articles: Iterable<ArticleRecord>): ArticleRecord[] =>
  [...articles].sort(
    (a, b) =>
      byText(sortDay(b.published) ?? UNDATED, sortDay(a.published) ?? UNDATED) ||
      byText(a.id, b.id),
  );

/**
 * Cuts the ordered articles into runs of at most `most` claims, as equal as can be; newest first.
 * An article is never cut, so that one with more claims than that is a run of its own.
 */
export function runs(articles: readonly ArticleRecord[], most: number): ArticleRecord[][] {
  const all = articles.reduce((sum, { claims }) => sum + claims.length, 0);
  const each = Math.ceil(all / Math.max(1, Math.ceil(all / most)));
  const found: ArticleRecord[][] = [];
  let run: ArticleRecord[] = [];
  let held = Infinity;
  for (const article of articles) {
    if (article.claims.length === 0) continue;
    if (held + article.claims.length > Math.min(most, each + 20)) {
      run = [];
      found.push(run);
      held = 0;
    }
    run.push(article);
    held += article.claims.length;
  }
  return found;
}

/** The sentence as context and words by turns; without context where the words do not read back. */
export function sentenceOf(article: SearchedArticle, claim: ClaimRecord): string[] {
  const whole = ['', claim.text, ''];
  const within = sentencesAround(article, claim);
  const parts = [...claim.parts].sort((a, b) => a.reading.start - b.reading.start);
  const [opening, closing] = [parts[0], parts.at(-1)];
  if (!opening || !closing) return whole;
  const first = opening.reading.start;
  const last = closing.reading.end;
  const start = Math.min(first, ...within.map((span) => span.start));
  const end = Math.max(last, ...within.map((span) => span.end));
  const before = article.text.slice(start, first).replace(/\s+/g, ' ');
  const after = article.text.slice(last, end).replace(/\s+/g, ' ');
  const found = [
    before.length > CONTEXT ? `… ${before.slice(-CONTEXT).replace(/^\S*\s/, '')}` : before,
  ];
  parts.forEach(({ reading }, i) => {
    const before = parts[i - 1];
    if (before)
      found.push(article.text.slice(before.reading.end, reading.start).replace(/\s+/g, ' '));
    found.push(article.text.slice(reading.start, reading.end));
  });
  found.push(after.length > CONTEXT ? `${after.slice(0, CONTEXT).replace(/\s\S*$/, '')} …` : after);
  const said = found.filter((_, i) => i % 2 === 1);
  const [only] = said;
  if (said.length === 1 && only === claim.text) return found;
  const saysIt = said.flatMap(words).join(' ') === words(claim.text).join(' ');
  return saysIt ? found : whole;
}

/** Sets of claims in which one speaker says the same words, by the id of the first. */
function repeats(
  articles: readonly SearchedArticle[],
  spoken: ReadonlyMap<ClaimRecord, Spoken>,
): Map<string, string> {
  const first = new Map<string, string>();
  const byWords = new Map<string, string>();
  const speaker = new Map<string, string | undefined>();
  const root = (id: string): string => {
    let at = id;
    for (let next = first.get(at); next !== undefined; next = first.get(at)) at = next;
    return at;
  };
  const join = (a: string, b: string) => {
    const [x, y] = [root(a), root(b)];
    if (x !== y) first.set(y, x);
  };
  for (const { claims } of articles)
    for (const claim of claims) speaker.set(claim.id, claim.speaker?.id);
  for (const { claims } of articles) {
    for (const claim of claims) {
      if (!claim.speaker) continue;
      const { words: list } = certain(spoken.get(claim), 'every claim of the run is among them');
      const key = `${claim.speaker.id} ${list.join(' ')}`;
      const earlier = byWords.get(key);
      if (earlier) join(earlier, claim.id);
      else byWords.set(key, claim.id);
      for (const { kind, to } of claim.relations) {
        if (kind === 'repeats' && speaker.get(to) === claim.speaker.id) join(claim.id, to);
      }
    }
  }
  return new Map([...first.keys()].map((id) => [id, root(id)]));
}

export interface TableInput {
  /** One run of articles in their order; see `runs`. */
  articles: readonly SearchedArticle[];
  speakers: readonly Pick<SpeakerRecord, 'id' | 'name' | 'aliases' | 'feed'>[];
  outlets: readonly Pick<OutletRecord, 'name' | 'aliases'>[];
  topics: readonly Pick<TopicRecord, 'id' | 'question' | 'answers'>[];
  places: readonly Pick<PlaceRecord, 'id' | 'name' | 'aliases' | 'claims'>[];
}

/** Numbers things in the order they are first asked for. */
function numbering<T>() {
  const numbers = new Map<string, number>();
  const list: T[] = [];
  return {
    list,
    of: (key: string, make: () => T): number => {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, list.length);
      list.push(make());
      return list.length - 1;
    },
  };
}

/** The speakers of claims, each with the number of its kind and whether it has a feed; those with most claims first. */
function quotedSpeakers(
  articles: readonly SearchedArticle[],
  speakers: TableInput['speakers'],
): ClaimTable['speakers'] {
  const followed = new Set(speakers.flatMap(({ id, feed }) => (feed ? [id] : [])));
  const quoted = new Map<string, { name: string; kind: number; times: number }>();
  for (const { claims } of articles) {
    for (const { speaker } of claims) {
      if (!speaker) continue;
      const known = quoted.get(speaker.id);
      if (known) known.times++;
      else
        quoted.set(speaker.id, {
          name: speaker.name,
          kind: SPEAKER_KINDS.indexOf(speaker.kind),
          times: 1,
        });
    }
  }
  return [...quoted]
    .sort(([a, x], [b, y]) => y.times - x.times || byText(a, b))
    .map(([id, { name, kind }]) => (followed.has(id) ? [id, name, kind, 1] : [id, name, kind]));
}

/** Which topics each claim answers, and which places it names; ids. */
function filedUnder({ topics, places }: Pick<TableInput, 'topics' | 'places'>) {
  const answered = grouped(
    topics.flatMap(({ id, answers }) => answers.map(({ claim }) => [claim, id] as const)),
  );
  const named = grouped(
    places.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)),
  );
  const known = new Set(topics.map(({ id }) => id));
  const once = (ids: readonly string[]) => [...new Set(ids)].sort();
  return {
    topicsOf: ({ id, topics: own }: ClaimRecord) =>
      once([...own, ...(answered.get(id) ?? [])]).filter((topic) => known.has(topic)),
    placesOf: ({ id }: ClaimRecord) => once(named.get(id) ?? []),
  };
}

/** The words of a claim, found as well by the names of those who passed it on. */
function foundIn(claim: ClaimRecord): Spoken {
  const { words: said, forms } = spokenIn(tokens(claim.text));
  const names = claim.via.flatMap(({ name }) => words(name).map(plain));
  return { words: said, forms: [...new Set([...forms, ...names])] };
}

/** The table of one run of articles, and a function that makes the entries of its claims one by one. */
export function makeTable(input: TableInput): {
  table: ClaimTable;
  records(): Generator<ClaimEntry>;
} {
  const { articles, speakers, outlets, topics, places } = input;
  const dates = numbering<TableDate>();
  const dateNumber = ({ edtf, from, to, basis }: DateFact) =>
    dates.of(JSON.stringify([edtf, from, to, basis]), () => [
      edtf,
      from,
      to,
      DATE_BASES.indexOf(basis),
    ]);
  const outletNumbers = numbering<[string, string]>();
  const topicNumbers = numbering<[string, string]>();
  const placeNumbers = numbering<[string, string]>();
  const { topicsOf, placesOf } = filedUnder(input);
  const question = new Map(topics.map((topic) => [topic.id, topic.question]));
  const placeName = new Map(places.map((place) => [place.id, place.name]));

  // The most quoted speakers have the smallest numbers, which compress best.
  const people = quotedSpeakers(articles, speakers);
  const speakerNumber = new Map(people.map(([id], i) => [id, i]));
  const all = articles.flatMap((article) => article.claims.map((claim) => ({ article, claim })));
  const spoken = new Map(
    all.map(({ claim }) => [claim, workingOn(claim.id, () => foundIn(claim))]),
  );
  const leaders = repeats(articles, spoken);
  const leaderOf = ({ id }: ClaimRecord) => leaders.get(id) ?? id;
  const rowOf = new Map(all.map(({ claim }, row) => [claim.id, row]));
  const groups = grouped(all.map((one) => [leaderOf(one.claim), one] as const));

  const table: ClaimTable = {
    kinds: SPEAKER_KINDS,
    types: CLAIM_TYPES,
    reviews: REVIEWS,
    bases: DATE_BASES,
    speakers: people,
    outlets: outletNumbers.list,
    topics: topicNumbers.list,
    places: placeNumbers.list,
    dates: dates.list,
    articles: articles.map(({ id }) => id),
    claims: [],
    outlet: [],
    published: [],
    speaker: all.map(({ claim }) => speakerNumber.get(claim.speaker?.id ?? '') ?? -1),
    type: all.map(({ claim }) => CLAIM_TYPES.indexOf(claim.type)).join(''),
    review: all.map(({ claim }) => REVIEWS.indexOf(claim.review)).join(''),
    said: {},
    topic: {},
    place: {},
    same: {},
    spellings: spellingsOf(
      [...speakers, ...outlets, ...places]
        .filter(({ aliases }) => aliases.length > 0)
        .map(({ name, aliases }) => [name, ...aliases]),
    ),
  };
  // Dates, outlets, topics and places are numbered as they come, article by article.
  const addClaim = (claim: ClaimRecord, row: number) => {
    const said = saidOf(claim);
    if (said) table.said[row] = dateNumber(said);
    const asked = topicsOf(claim);
    if (asked.length > 0)
      table.topic[row] = asked.map((id) => topicNumbers.of(id, () => [id, question.get(id) ?? id]));
    const there = placesOf(claim);
    if (there.length > 0)
      table.place[row] = there.map((id) =>
        placeNumbers.of(id, () => [id, placeName.get(id) ?? id]),
      );
    const leader = rowOf.get(leaders.get(claim.id) ?? '');
    if (leader !== undefined) table.same[row] = leader;
  };
  let row = 0;
  for (const { claims, outlet, published } of articles) {
    table.claims.push(claims.length);
    table.outlet.push(outlet ? outletNumbers.of(outlet.id, () => [outlet.id, outlet.name]) : -1);
    table.published.push(dateNumber(published));
    for (const claim of claims) addClaim(claim, row++);
  }

  function* records(): Generator<ClaimEntry> {
    for (const { article, claim } of all) {
      const others = (groups.get(leaderOf(claim)) ?? []).filter(
        (other) => other.claim.id !== claim.id,
      );
      yield {
        spoken: certain(spoken.get(claim), 'every claim of the run is among them'),
        detail: workingOn(claim.id, () => detailOf(article, claim, others)),
      };
    }
  }
  return { table, records };
}

/** What is shown of a claim; `others` are those that repeat its words. */
function detailOf(
  article: SearchedArticle,
  claim: ClaimRecord,
  others: readonly { article: SearchedArticle; claim: ClaimRecord }[],
): ClaimDetail {
  return {
    id: claim.id,
    article: article.id,
    title: article.title,
    text: claim.text,
    sentence: sentenceOf(article, claim),
    speaker: claim.speaker?.id ?? null,
    open: claim.speaker === null && claim.candidates.length > 0,
    role: claim.speaker?.role ?? null,
    via: claim.via.map((via) => via.name),
    language: article.language,
    also: others.map((other) => ({
      article: other.article.id,
      claim: other.claim.id,
      where: other.article.outlet?.name ?? other.article.title,
    })),
  };
}
