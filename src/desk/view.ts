/** What the desk shows of an archive: an article, what is filed under an id, names while they are typed. */
import { nameKey } from '../model/names.ts';
import type { ArticleRecord, ClaimRecord } from '../model/records.ts';
import { readParts } from './acts/card-text.ts';
import type {
  ArticleView,
  ClaimHits,
  FiledView,
  Messages,
  NameHit,
  NamesQuery,
  Room,
} from './api.ts';
import { cardAt } from './content.ts';
import type { WorkQueue } from './queue.ts';
import type { Snapshot } from './state.ts';

type State = Pick<Snapshot, 'archive' | 'articles' | 'speakers' | 'text'>;

/** One article; null where there is none of this id. */
export function articleView(
  state: State,
  id: string,
  { queue, revision }: { queue: WorkQueue; revision: number },
): ArticleView | null {
  const record = state.articles.get(id);
  if (!record) return null;
  const own = new Set(record.claims.map((claim) => claim.id));
  return {
    record,
    revision,
    queue: queue.of(id),
    rejected: (record.rejected ?? []).map((one) => ({ ...one, why: one.why ?? '' })),
    annotations: Object.fromEntries(
      state.archive.annotations
        .filter(({ claim }) => own.has(claim))
        .map(({ claim, kind, note }) => [claim, { kind, text: note }]),
    ),
    answers: state.archive.topics.flatMap(({ id: topic, question, answers }) =>
      answers
        .filter(({ claim }) => own.has(claim))
        .map(({ claim, stance }) => ({ claim, topic, question, stance })),
    ),
    read: shareRead(record.claims),
  };
}

/** The share of claims that a person has looked at, from 0 to 1; 1 where there are none. */
const shareRead = (claims: readonly ClaimRecord[]): number =>
  claims.length === 0
    ? 1
    : claims.filter(({ review }) => review !== 'machine').length / claims.length;

const claimsIn = ({ archive }: State): ClaimRecord[] =>
  archive.articles.flatMap(({ claims }) => claims);

const asFiled = (
  { articles }: State,
  claim: ClaimRecord,
  stance: string | null = null,
): FiledView['claims'][number] => ({
  id: claim.id,
  article: claim.article,
  articleTitle: articles.get(claim.article)?.title ?? claim.article,
  words: claim.text,
  mention: claim.speaker?.mention?.exact ?? null,
  basis: claim.speaker?.basis ?? null,
  confidence: claim.confidence,
  review: claim.review,
  stance,
});

/** A card and every claim filed under it; null where nothing has this id. */
export function filedView(
  state: State,
  room: Room,
  id: string,
  revision: number,
): FiledView | null {
  const found = FILED[room](state, id);
  if (!found) return null;
  const path = `content/${room}/${id}.md`;
  const text = state.text(path);
  const parts = text === null ? null : partsOf(text);
  return {
    room,
    id,
    name: found.name,
    hasCard: text !== null,
    card: parts?.data ?? found.derived,
    note: parts?.body.trim() ?? '',
    revision,
    claims: found.claims,
  };
}

function partsOf(text: string) {
  try {
    return readParts(text);
  } catch {
    return null;
  }
}

interface Filed {
  name: string;
  derived: Record<string, unknown>;
  claims: FiledView['claims'];
}

const FILED: Readonly<Record<Room, (state: State, id: string) => Filed | null>> = {
  speakers: (state, id) => {
    const speaker = state.speakers.get(id);
    if (!speaker) return null;
    const { name, kind, aliases } = speaker;
    const claims = claimsIn(state).filter((claim) => claim.speaker?.id === id);
    return {
      name,
      derived: { name, kind, aliases },
      claims: claims.map((claim) => asFiled(state, claim)),
    };
  },
  outlets: (state, id) => {
    const outlet = state.archive.outlets.find((one) => one.id === id);
    if (!outlet) return null;
    const own = state.archive.articles.filter((article) => article.outlet?.id === id);
    return {
      name: outlet.name,
      derived: { name: outlet.name },
      claims: own.flatMap(({ claims }) => claims.map((claim) => asFiled(state, claim))),
    };
  },
  topics: (state, id) => {
    const topic = state.archive.topics.find((one) => one.id === id);
    if (!topic) return null;
    const stances = new Map(topic.answers.map(({ claim, stance }) => [claim, stance]));
    const claims = claimsIn(state).filter((claim) => stances.has(claim.id));
    return {
      name: topic.question,
      derived: {},
      claims: claims.map((claim) => asFiled(state, claim, stances.get(claim.id) ?? null)),
    };
  },
  places: (state, id) => {
    const place = state.archive.places.find((one) => one.id === id);
    if (!place) return null;
    const own = new Set(place.claims);
    const claims = claimsIn(state).filter((claim) => own.has(claim.id));
    return { name: place.name, derived: {}, claims: claims.map((claim) => asFiled(state, claim)) };
  },
};

/** Everything that is said on the files of the content folder, errors first. */
export function messagesOf({
  problems,
  begun,
  articles,
}: Pick<Snapshot, 'problems' | 'begun' | 'articles'>): Messages {
  const sources = new Map(
    begun.content.sources.flatMap(({ article, versions }) =>
      versions.map(({ file }) => [file.path, article] as const),
    ),
  );
  const articleOf = (path: string): string | null => {
    const card = cardAt(path);
    const id = card?.folder === 'articles' ? card.id : sources.get(path);
    return id !== undefined && articles.has(id) ? id : null;
  };
  const messages = problems.map(({ path, line, isError, reason, note }) => ({
    path,
    line,
    article: articleOf(path),
    isError,
    reason,
    note,
  }));
  return { messages: messages.toSorted((a, b) => Number(b.isError) - Number(a.isError)) };
}

/** So many names or claims are shown where no number is asked for. */
const MOST_HITS = 20;

/** Names that what is typed may mean: those of the article first, then those that begin so, then the most used. */
export function namesLike(state: State, { room, q = '', article, count }: NamesQuery): NameHit[] {
  const typed = nameKey(q);
  const here = article === undefined ? new Set<string>() : idsIn(state.articles.get(article), room);
  return NAMES[room](state)
    .flatMap(({ names, hit }) => {
      const keys = names.map(nameKey);
      const place = Math.min(...keys.map((key) => placeOf(key, typed)));
      return place === Infinity ? [] : [{ hit: { ...hit, here: here.has(hit.id) }, place }];
    })
    .sort(
      (a, b) =>
        Number(b.hit.here) - Number(a.hit.here) ||
        a.place - b.place ||
        b.hit.claims - a.hit.claims ||
        (a.hit.name < b.hit.name ? -1 : 1),
    )
    .slice(0, count ?? MOST_HITS)
    .map(({ hit }) => hit);
}

/** 0 where a name begins with what is typed, 1 where one of its words does, 2 where it holds it. */
function placeOf(key: string, typed: string): number {
  if (key.startsWith(typed)) return 0;
  if (key.includes(` ${typed}`)) return 1;
  return key.includes(typed) ? 2 : Infinity;
}

function idsIn(article: ArticleRecord | undefined, room: Room): Set<string> {
  if (!article) return new Set();
  if (room === 'outlets') return new Set(article.outlet ? [article.outlet.id] : []);
  if (room === 'topics') return new Set(article.claims.flatMap(({ topics }) => topics));
  return new Set(
    article.claims.flatMap(({ speaker, candidates, via }) => [
      ...(speaker ? [speaker.id] : []),
      ...candidates.map(({ id }) => id),
      ...via.map(({ id }) => id),
    ]),
  );
}

interface Listed {
  names: readonly string[];
  hit: NameHit;
}

const hit = (
  { id, name, hasCard = true }: { id: string; name: string; hasCard?: boolean },
  kind: string,
  claims: number,
  stances: string[] = [],
): NameHit => ({ id, name, kind, claims, hasCard, here: false, stances });

const NAMES: Readonly<Record<Room, (state: State) => Listed[]>> = {
  speakers: (state) => {
    const uses = new Map<string, number>();
    for (const { speaker } of claimsIn(state))
      if (speaker) uses.set(speaker.id, (uses.get(speaker.id) ?? 0) + 1);
    return state.archive.speakers.map((speaker) => ({
      names: [speaker.name, ...speaker.aliases],
      hit: hit(speaker, speaker.kind, uses.get(speaker.id) ?? 0),
    }));
  },
  outlets: ({ archive }) =>
    archive.outlets.map((outlet) => ({
      names: [outlet.name, ...outlet.aliases],
      hit: hit(outlet, 'outlet', 0),
    })),
  topics: ({ archive }) =>
    archive.topics.map(({ id, question, answers }) => ({
      names: [question],
      hit: hit({ id, name: question }, `${answers.length} answers`, answers.length, [
        ...new Set(answers.map(({ stance }) => stance)),
      ]),
    })),
  places: ({ archive }) =>
    archive.places.map((place) => ({
      names: [place.name, ...place.aliases],
      hit: hit(place, 'place', place.claims.length),
    })),
};

/** Claims whose words, speaker or id hold every word that is typed. */
export function claimsLike(state: State, q: string): ClaimHits {
  const words = nameKey(q).split(' ').filter(Boolean);
  const hits: ClaimHits['hits'] = [];
  if (words.length === 0) return { hits };
  for (const article of state.archive.articles)
    for (const claim of article.claims) {
      const text = `${claim.id} ${nameKey(`${claim.text} ${claim.speaker?.name ?? ''}`)}`;
      if (!words.every((word) => text.includes(word))) continue;
      hits.push({
        claim: claim.id,
        article: article.id,
        articleTitle: article.title,
        words: claim.text,
        speaker: claim.speaker?.name ?? null,
      });
      if (hits.length === MOST_HITS) return { hits };
    }
  return { hits };
}
