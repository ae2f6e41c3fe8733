/** Makes the table and the records of the claims bundle from the articles; part of the build only. */
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
import { contextOf } from '../../archive/context.ts';
import { indexed, otherForms, plain, words } from '../../search/fold.ts';
import { foundBy } from '../../search/hits.ts';
import { spellingsOf } from '../../search/spelling.ts';
import {
  saidOf,
  sortDay,
  type ClaimDetail,
  type ClaimTable,
  type TableDate,
} from '../../search/table.ts';

/** One record of the claims bundle. */
export interface BundleRecord {
  detail: ClaimDetail;
  content: string;
  title: string;
}

const UNDATED = '0000-00-00';
const CONTEXT = 180;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

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
export function sentenceOf(article: ArticleRecord, claim: ClaimRecord): string[] {
  const whole = ['', claim.text, ''];
  const { within } = contextOf(article, claim);
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
  const said = found
    .filter((_, i) => i % 2 === 1)
    .flatMap(words)
    .join(' ');
  return said === words(claim.text).join(' ') ? found : whole;
}

/** Sets of claims in which one speaker says the same words, by the id of the first. */
export function repeats(articles: readonly ArticleRecord[]): Map<string, string> {
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
      const key = `${claim.speaker.id} ${words(claim.text).join(' ')}`;
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

/** Words of a claim and compounds in it that a word of its speaker's name finds, or that find one. */
function ownWords({ text, speaker }: ClaimRecord): string[] {
  if (!speaker) return [];
  const names = [...words(speaker.name).map(plain), ...otherForms(speaker.name)].filter(Boolean);
  const tests = names.map(foundBy);
  const begins = new Set(names.map((name) => name.slice(0, 3)));
  return [...new Set([...words(text).map(plain), ...otherForms(text)])].filter(
    (word) => begins.has(word.slice(0, 3)) || tests.some((test) => test(word)),
  );
}

export interface TableInput {
  /** One run of articles in their order; see `runs`. */
  articles: readonly ArticleRecord[];
  speakers: readonly SpeakerRecord[];
  outlets: readonly OutletRecord[];
  topics: readonly TopicRecord[];
  places: readonly PlaceRecord[];
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

/** The table of one run of articles, and a function that makes the records of the bundle one by one. */
export function makeTable({ articles, speakers, outlets, topics, places }: TableInput): {
  table: ClaimTable;
  records(): Generator<BundleRecord>;
} {
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
  const topicsOf = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, claim: string, id: string) => {
    const set = map.get(claim);
    if (set) set.add(id);
    else map.set(claim, new Set([id]));
  };
  for (const { id, answers } of topics) for (const { claim } of answers) note(topicsOf, claim, id);
  const placesOf = new Map<string, Set<string>>();
  for (const { id, claims } of places) for (const claim of claims) note(placesOf, claim, id);
  const question = new Map(topics.map((topic) => [topic.id, topic.question]));
  const placeName = new Map(places.map((place) => [place.id, place.name]));

  // The most quoted speakers have the smallest numbers, which compress best.
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
  const people = [...quoted].sort(([a, x], [b, y]) => y.times - x.times || byText(a, b));
  const speakerNumber = new Map(people.map(([id], i) => [id, i]));

  const first = repeats(articles);
  const rowOf = new Map<string, number>();
  const groups = new Map<string, { article: ArticleRecord; claim: ClaimRecord }[]>();
  let row = 0;
  for (const article of articles) {
    for (const claim of article.claims) {
      rowOf.set(claim.id, row++);
      const leader = first.get(claim.id) ?? claim.id;
      const group = groups.get(leader);
      if (group) group.push({ article, claim });
      else groups.set(leader, [{ article, claim }]);
    }
  }

  const table: ClaimTable = {
    kinds: SPEAKER_KINDS,
    types: CLAIM_TYPES,
    reviews: REVIEWS,
    bases: DATE_BASES,
    speakers: people.map(([id, { name, kind }]) => [id, name, kind]),
    outlets: outletNumbers.list,
    topics: topicNumbers.list,
    places: placeNumbers.list,
    dates: dates.list,
    claims: [],
    outlet: [],
    published: [],
    speaker: [],
    type: '',
    review: '',
    said: {},
    topic: {},
    place: {},
    same: {},
    own: {},
    spellings: spellingsOf(
      [...speakers, ...outlets, ...places]
        .filter(({ aliases }) => aliases.length > 0)
        .map(({ name, aliases }) => [name, ...aliases]),
    ),
  };
  const types: number[] = [];
  const reviews: number[] = [];
  row = 0;
  const topicIds = (claim: ClaimRecord) =>
    [...new Set([...claim.topics, ...(topicsOf.get(claim.id) ?? [])])]
      .filter((id) => question.has(id))
      .sort();
  const placeIds = (claim: ClaimRecord) => [...(placesOf.get(claim.id) ?? [])].sort();
  for (const article of articles) {
    table.claims.push(article.claims.length);
    const { outlet } = article;
    table.outlet.push(outlet ? outletNumbers.of(outlet.id, () => [outlet.id, outlet.name]) : -1);
    table.published.push(dateNumber(article.published));
    for (const claim of article.claims) {
      table.speaker.push(speakerNumber.get(claim.speaker?.id ?? '') ?? -1);
      types.push(CLAIM_TYPES.indexOf(claim.type));
      reviews.push(REVIEWS.indexOf(claim.review));
      const said = saidOf(claim);
      if (said) table.said[row] = dateNumber(said);
      const asked = topicIds(claim);
      if (asked.length > 0)
        table.topic[row] = asked.map((id) =>
          topicNumbers.of(id, () => [id, question.get(id) ?? id]),
        );
      const there = placeIds(claim);
      if (there.length > 0)
        table.place[row] = there.map((id) =>
          placeNumbers.of(id, () => [id, placeName.get(id) ?? id]),
        );
      const own = ownWords(claim);
      if (own.length > 0) table.own[row] = own;
      const leader = rowOf.get(first.get(claim.id) ?? '');
      if (leader !== undefined) table.same[row] = leader;
      row++;
    }
  }
  table.type = types.join('');
  table.review = reviews.join('');

  function* records(): Generator<BundleRecord> {
    let at = 0;
    for (const article of articles) {
      for (const claim of article.claims) {
        const name = claim.speaker?.name ?? '';
        yield {
          content: [
            indexed(claim.text),
            indexed(name),
            ...otherForms(claim.text),
            ...otherForms(name),
          ]
            .filter(Boolean)
            .join(' '),
          title: indexed(name) || 'speaker not named',
          detail: {
            row: at,
            id: claim.id,
            article: article.id,
            title: article.title,
            text: claim.text,
            sentence: sentenceOf(article, claim),
            open: claim.speaker === null && claim.candidates.length > 0,
            role: claim.speaker?.role ?? null,
            via: claim.via.map((via) => via.name),
            language: article.language,
            also: (groups.get(first.get(claim.id) ?? claim.id) ?? [])
              .filter((other) => other.claim.id !== claim.id)
              .map((other) => ({
                article: other.article.id,
                claim: other.claim.id,
                where: other.article.outlet?.name ?? other.article.title,
              })),
          },
        };
        at++;
      }
    }
  }
  return { table, records };
}
