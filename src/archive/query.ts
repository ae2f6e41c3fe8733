/**
 * Every question a page asks of the records. The maps are made in one pass; a page only looks up.
 * Pure: knows neither Astro nor files. `src/site/data/archive.ts` reads the records and calls `createArchive`.
 */
import type {
  AddressRecord,
  AnnotationRecord,
  ArticleRecord,
  ClaimRecord,
  ClaimType,
  OutletRecord,
  PlaceRecord,
  Relation,
  SiteCard,
  SpeakerRecord,
  TopicRecord,
} from '../model/records.ts';
import { countsOf } from '../model/counts.ts';
import { sortDay } from '../model/wording.ts';
import { byText } from '../text/order.ts';
import { undecidedNamesakes } from './family-name.ts';
import { printedAs } from './printed-names.ts';
import { push, tally, type Filled } from './tally.ts';

export interface ArchiveInput {
  articles: readonly ArticleRecord[];
  speakers: readonly SpeakerRecord[];
  outlets: readonly OutletRecord[];
  topics: readonly TopicRecord[];
  places: readonly PlaceRecord[];
  annotations: readonly AnnotationRecord[];
  addresses: readonly AddressRecord[];
  site: SiteCard;
}

export interface RelatedClaim {
  claim: ClaimRecord;
  relation: Relation;
  /** The other claim made the relation; it points here. */ inverse: boolean;
}

export type Archive = ReturnType<typeof createArchive>;

const NONE: readonly never[] = [];
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Claims that have a speaker, by speaker; most first. */
const bySpeaker = (claims: readonly ClaimRecord[]) =>
  tally(
    claims.flatMap((claim) => (claim.speaker ? [{ claim, speaker: claim.speaker }] : [])),
    ({ speaker }) => speaker.id,
  ).map(({ key, items }) => ({
    id: key,
    name: items[0].speaker.name,
    list: items.map(({ claim }) => claim),
  }));

/** All claims, and by ids what is asked of claims and their articles. */
function mapsOf(articles: readonly ArticleRecord[]) {
  const claims: ClaimRecord[] = [];
  const claimById = new Map<string, ClaimRecord>();
  const claimsBySpeaker = new Map<string, Filled<ClaimRecord>>();
  const claimsByVia = new Map<string, Filled<ClaimRecord>>();
  const articlesByOutlet = new Map<string, Filled<ArticleRecord>>();
  const articlesBySpeaker = new Map<string, Set<string>>();
  /** Claims that stand within another. */
  const inside = new Map<string, Filled<ClaimRecord>>();
  /** Curators' relations, by the claim that they lead to. */
  const pointing = new Map<string, Filled<RelatedClaim>>();
  for (const article of articles) {
    if (article.outlet) push(articlesByOutlet, article.outlet.id, article);
    for (const claim of article.claims) {
      claims.push(claim);
      claimById.set(claim.id, claim);
      if (claim.speaker) {
        push(claimsBySpeaker, claim.speaker.id, claim);
        const set = articlesBySpeaker.get(claim.speaker.id);
        if (set) set.add(article.id);
        else articlesBySpeaker.set(claim.speaker.id, new Set([article.id]));
      }
      for (const via of claim.via) push(claimsByVia, via.id, claim);
      if (claim.within) push(inside, claim.within, claim);
    }
  }
  for (const claim of claims) {
    for (const relation of claim.relations) {
      if (relation.basis === 'curated')
        push(pointing, relation.to, { claim, relation, inverse: true });
    }
  }
  return {
    claims,
    claimById,
    claimsBySpeaker,
    claimsByVia,
    articlesByOutlet,
    articlesBySpeaker,
    inside,
    pointing,
  };
}

/** Two claims to be read beside each other, and why. */
export interface Pair {
  a: ClaimRecord;
  b: ClaimRecord;
  why: string;
  /** The words of the two are the same or nearly so. */
  alike: boolean;
  /** The question that they answer differently, where nothing else brings them together. */
  topic: TopicRecord | null;
}

/** Pairs that have a page. */
const MOST_PAIRS = 60;

const keyOf = (a: string, b: string): string => [a, b].sort().join(' ');

/**
 * Pairs worth reading side by side, at most `MOST_PAIRS`: curators' relations, then near repeats, then different
 * stances on a topic.
 */
function pairsOf(of: {
  claims: readonly ClaimRecord[];
  topics: readonly TopicRecord[];
  claimById: ReadonlyMap<string, ClaimRecord>;
}): Pair[] {
  const found = new Map<string, Pair>();
  const add = (
    a: ClaimRecord | undefined,
    b: ClaimRecord | undefined,
    rest: Omit<Pair, 'a' | 'b'>,
  ) => {
    if (!a || !b || a.id === b.id || found.size >= MOST_PAIRS) return;
    const key = keyOf(a.id, b.id);
    if (!found.has(key)) found.set(key, { a, b, ...rest });
  };
  const related = of.claims.flatMap((claim) => claim.relations.map((r) => ({ claim, r })));
  for (const { claim, r } of related)
    if (r.basis === 'curated')
      add(claim, of.claimById.get(r.to), { why: r.why, alike: false, topic: null });
  for (const { claim, r } of related)
    if (r.basis === 'computed' && (r.kind === 'repeats' || r.kind === 'near'))
      add(claim, of.claimById.get(r.to), { why: r.why, alike: true, topic: null });
  for (const topic of of.topics) {
    const rows = topic.answers.flatMap(({ stance, claim: id }) => {
      const claim = of.claimById.get(id);
      return claim ? [{ stance, claim }] : [];
    });
    for (const [i, a] of rows.entries())
      for (const b of rows.slice(i + 1))
        if (a.stance !== b.stance && a.claim.speaker?.id !== b.claim.speaker?.id)
          add(a.claim, b.claim, { why: topic.question, alike: false, topic });
  }
  return [...found.values()];
}

/** All look-ups over one set of records. */
export function createArchive(input: ArchiveInput) {
  // Newest first; undated ones last. Ties by id, so that the same input gives the same pages.
  const articles = [...input.articles].sort(
    (a, b) => byText(sortDay(b.published), sortDay(a.published)) || byText(a.id, b.id),
  );
  const speakers = [...input.speakers].sort(
    (a, b) => byText(a.sortName.toLowerCase(), b.sortName.toLowerCase()) || byText(a.id, b.id),
  );
  const outlets = [...input.outlets].sort((a, b) =>
    byText(a.name.toLowerCase(), b.name.toLowerCase()),
  );
  const topics = [...input.topics];
  const places = [...input.places];

  const articleById = new Map(articles.map((a) => [a.id, a]));
  const speakerById = new Map(speakers.map((s) => [s.id, s]));
  const outletById = new Map(outlets.map((o) => [o.id, o]));
  const topicById = new Map(topics.map((t) => [t.id, t]));
  const placeById = new Map(places.map((p) => [p.id, p]));

  const {
    claims,
    claimById,
    claimsBySpeaker,
    claimsByVia,
    articlesByOutlet,
    articlesBySpeaker,
    inside,
    pointing,
  } = mapsOf(articles);
  const notesByClaim = new Map<string, Filled<AnnotationRecord>>();
  for (const note of input.annotations) push(notesByClaim, note.claim, note);
  const answersByClaim = new Map<
    string,
    Filled<{ topic: TopicRecord; stance: string; note: string | null }>
  >();
  for (const topic of topics) {
    for (const { claim, stance, note } of topic.answers)
      push(answersByClaim, claim, { topic, stance, note });
  }
  const goneByHeir = new Map<string, Filled<AddressRecord>>();
  const goneByArticle = new Map<string, Filled<AddressRecord>>();
  for (const gone of input.addresses) {
    if (gone.successor) push(goneByHeir, gone.successor, gone);
    if (gone.article && gone.path.startsWith('claims/')) push(goneByArticle, gone.article, gone);
  }
  const placesByClaim = new Map<string, Filled<PlaceRecord>>();
  for (const place of places) for (const id of place.claims) push(placesByClaim, id, place);

  const articleOf = (claim: ClaimRecord): ArticleRecord => {
    const article = articleById.get(claim.article);
    if (!article)
      throw new Error(`Claim ${claim.id} is of article ${claim.article}, which has no record`);
    return article;
  };
  const saidDay = (claim: ClaimRecord) =>
    sortDay(claim.said?.from || claim.said?.to ? claim.said : articleOf(claim).published);
  const byDay = (a: ClaimRecord, b: ClaimRecord) =>
    byText(saidDay(a), saidDay(b)) || byText(a.article, b.article) || a.number - b.number;
  for (const list of claimsBySpeaker.values()) list.sort(byDay);
  for (const list of claimsByVia.values()) list.sort(byDay);

  const rank = new Map<string, number>();
  for (const list of claimsBySpeaker.values()) list.forEach((claim, i) => rank.set(claim.id, i));

  const claimsBy = (speaker: string): readonly ClaimRecord[] =>
    claimsBySpeaker.get(speaker) ?? NONE;
  const claimsVia = (speaker: string): readonly ClaimRecord[] => claimsByVia.get(speaker) ?? NONE;
  const articlesOf = (outlet: string): readonly ArticleRecord[] =>
    articlesByOutlet.get(outlet) ?? NONE;

  /** From the speaker to the outlet, in the order the words travelled; ids of speakers, then the outlet's name. */
  const chainOf = (
    claim: ClaimRecord,
  ): { id: string; name: string; kind: 'speaker' | 'outlet' }[] => {
    const outlet = articleOf(claim).outlet;
    return [
      ...(claim.speaker
        ? [{ id: claim.speaker.id, name: claim.speaker.name, kind: 'speaker' as const }]
        : []),
      ...[...claim.via].reverse().map(({ id, name }) => ({ id, name, kind: 'speaker' as const })),
      ...(outlet ? [{ ...outlet, kind: 'outlet' as const }] : []),
    ];
  };

  const chainsOf = (list: readonly ClaimRecord[]) =>
    tally(list, (claim) => JSON.stringify(chainOf(claim).map((s) => [s.kind, s.id]))).map(
      ({ items }) => ({ steps: chainOf(items[0]), open: items[0].speaker === null, claims: items }),
    );

  /** Made when first asked for. */
  let namesakes: ReturnType<typeof undecidedNamesakes> | undefined;
  /** Claims by the words in them; made when first asked for. */
  let wordIndex: Map<string, Filled<ClaimRecord>> | undefined;
  /** The words of each claim, with a blank around each. */
  const inBlanks = new Map<ClaimRecord, string>();
  const claimsWithWord = (word: string): readonly ClaimRecord[] => {
    if (!wordIndex) {
      wordIndex = new Map();
      for (const claim of claims) {
        const words = wordsOf(claim.text);
        inBlanks.set(claim, ` ${words.join(' ')} `);
        for (const found of new Set(words)) push(wordIndex, found, claim);
      }
    }
    return wordIndex.get(word) ?? NONE;
  };

  const totals = countsOf({ articles, speakers: input.speakers });

  const answersOf = (claim: string) => answersByClaim.get(claim) ?? NONE;

  const pairs = (): Pair[] => (knownPairs ??= pairsOf({ claims, topics, claimById }));
  let knownPairs: Pair[] | undefined;
  let pairKeys: Set<string> | undefined;

  return {
    site: input.site,
    articles,
    claims,
    speakers,
    outlets,
    topics,
    places,
    addresses: input.addresses,
    annotations: input.annotations,
    totals,

    article: (id: string) => articleById.get(id),
    claim: (id: string) => claimById.get(id),
    speaker: (id: string) => speakerById.get(id),
    outlet: (id: string) => outletById.get(id),
    topic: (id: string) => topicById.get(id),
    place: (id: string) => placeById.get(id),

    articleOf,
    claimsBy,
    claimsVia,
    articlesOf,
    chainOf,
    saidDay,
    byDay,
    answersOf,
    notesOn: (claim: string): readonly AnnotationRecord[] => notesByClaim.get(claim) ?? NONE,
    /** Claims that an article's text once had, and that are live no more. */
    goneFrom: (article: string): readonly AddressRecord[] => goneByArticle.get(article) ?? NONE,
    /** Former addresses that lead to this one. */
    leadingTo: (path: string): readonly AddressRecord[] => goneByHeir.get(path) ?? NONE,
    placesOf: (claim: string): readonly PlaceRecord[] => placesByClaim.get(claim) ?? NONE,
    claimsWithin: (claim: string): readonly ClaimRecord[] => inside.get(claim) ?? NONE,

    /** The claims before and after it in its article. */
    neighbours: (claim: ClaimRecord) => {
      const list = articleOf(claim).claims;
      const at = list.findIndex((c) => c.id === claim.id);
      return { before: list[at - 1] ?? null, after: list[at + 1] ?? null };
    },

    /** The question that an answer of an interview was given to. */
    questionOf: (claim: ClaimRecord): ClaimRecord | undefined =>
      claim.type === 'answer'
        ? articleOf(claim).claims.find(
            ({ type, turn }) => type === 'question' && turn === (claim.turn ?? 0) - 1,
          )
        : undefined,

    /** The same speaker's claims before and after it, by the day said. */
    sameSpeaker: (claim: ClaimRecord) => {
      const list = claim.speaker ? claimsBy(claim.speaker.id) : NONE;
      const at = rank.get(claim.id) ?? -1;
      return {
        before: list[at - 1] ?? null,
        after: at >= 0 ? (list[at + 1] ?? null) : null,
        all: list.length,
      };
    },

    /** Curators' relations first (its own, then those that point to it), then computed ones by score. */
    related: (claim: ClaimRecord): RelatedClaim[] => {
      const own = claim.relations.flatMap((relation) => {
        const other = claimById.get(relation.to);
        return other ? [{ claim: other, relation, inverse: false }] : [];
      });
      const named = new Set(
        own
          .filter((r) => r.relation.basis === 'curated')
          .map((r) => `${r.claim.id} ${r.relation.kind}`),
      );
      const others = (pointing.get(claim.id) ?? []).filter(
        (r) => !named.has(`${r.claim.id} ${r.relation.kind}`),
      );
      const curated = [...own.filter((r) => r.relation.basis === 'curated'), ...others];
      const computed = own
        .filter((r) => r.relation.basis === 'computed')
        .sort(
          (a, b) =>
            (b.relation.score ?? 0) - (a.relation.score ?? 0) || byText(a.claim.id, b.claim.id),
        );
      return [...curated, ...computed];
    },

    /** Claims of other speakers that answer a question this claim answers too. */
    sameTopic: (claim: ClaimRecord) =>
      answersOf(claim.id).map(({ topic, stance }) => ({
        topic,
        stance,
        others: topic.answers.flatMap((answer) => {
          const other = claimById.get(answer.claim);
          return other && other.id !== claim.id && other.speaker?.id !== claim.speaker?.id
            ? [{ claim: other, stance: answer.stance }]
            : [];
        }),
      })),

    /**
     * A topic's answers whose claims stand in the archive, by the day said, and its stances in the curator's
     * order.
     */
    topicTable: (topic: TopicRecord) => ({
      stances: [...new Set(topic.answers.map((a) => a.stance))],
      rows: topic.answers
        .flatMap((answer) => {
          const claim = claimById.get(answer.claim);
          return claim ? [{ ...answer, claim }] : [];
        })
        .sort((a, b) => byDay(a.claim, b.claim)),
    }),

    /** Those who may be the same and are not decided to be: see `family-name.ts`. */
    undecidedNamesakes: (speaker: string) =>
      (namesakes ??= undecidedNamesakes(speakers)).get(speaker) ?? NONE,

    /** See `printed-names.ts`. */
    printedAs: (speaker: string) => printedAs(speaker, { claimsBy, claimsVia, articleOf }),

    /** Claims of others whose words name a person or an organisation, by any spelling in full, oldest first. */
    namedIn: (speaker: SpeakerRecord): ClaimRecord[] => {
      if (speaker.kind !== 'person' && speaker.kind !== 'organisation') return [];
      const found = new Set<ClaimRecord>();
      for (const name of new Set([speaker.name, ...speaker.aliases])) {
        const words = wordsOf(name);
        // A single small word could be anything.
        if (words.length === 0 || (words.length === 1 && !/^\p{Lu}/u.test(name))) continue;
        const rarest = words.map(claimsWithWord).reduce((a, b) => (b.length < a.length ? b : a));
        const sought = ` ${words.join(' ')} `;
        for (const claim of rarest) {
          if (claim.speaker?.id !== speaker.id && inBlanks.get(claim)?.includes(sought))
            found.add(claim);
        }
      }
      return [...found].sort(byDay);
    },

    /** Who passes a speaker's words on: `via` names and the outlets, with the claims. */
    passedOnBy: (speaker: string) =>
      tally(claimsBy(speaker), (claim) =>
        JSON.stringify(
          chainOf(claim)
            .slice(1)
            .map((step) => step.id),
        ),
      ).map(({ items }) => ({
        chain: chainOf(items[0]).slice(1),
        claims: items,
      })),

    /** Other speakers with claims in the same articles, most claims first. */
    besides: (speaker: string) => {
      const where = articlesBySpeaker.get(speaker) ?? new Set<string>();
      const around = [...where]
        .flatMap((id) => articleById.get(id)?.claims ?? [])
        .filter((claim) => claim.speaker?.id !== speaker);
      return bySpeaker(around).map(({ id, name, list }) => ({ id, name, claims: list.length }));
    },

    /** Claims by type, in the order of the types. */
    byType: (list: readonly ClaimRecord[]): Map<ClaimType, number> => {
      const counts = new Map<ClaimType, number>();
      for (const { type } of list) counts.set(type, (counts.get(type) ?? 0) + 1);
      return counts;
    },

    /** Speakers of a list of claims, most claims first. */
    speakersOf: (list: readonly ClaimRecord[]) =>
      bySpeaker(list).map((one) => ({ ...one, claims: one.list.length })),

    /** The speakers with most claims, as many as asked for. */
    mostQuoted: (most: number): SpeakerRecord[] =>
      speakers
        .filter(({ id }) => claimsBy(id).length > 0)
        .sort((a, b) => claimsBy(b.id).length - claimsBy(a.id).length)
        .slice(0, most),

    /**
     * Who quotes whom: rows are the speakers with most claims, columns the outlets with most articles,
     * in the order of their names, and cells the claims; beside them how many there are of both.
     */
    whoQuotesWhom: (most = { speakers: Infinity, outlets: Infinity }) => {
      const printing = outlets.filter((o) => articlesOf(o.id).length > 0);
      const chosen = new Set(
        printing
          .toSorted((a, b) => articlesOf(b.id).length - articlesOf(a.id).length)
          .slice(0, most.outlets),
      );
      const columns = printing.filter((outlet) => chosen.has(outlet));
      const quoted = speakers
        .filter(({ id }) => claimsBy(id).length > 0)
        .sort(
          (a, b) => claimsBy(b.id).length - claimsBy(a.id).length || byText(a.sortName, b.sortName),
        );
      const rows = quoted.slice(0, most.speakers).map((speaker) => {
        const list = claimsBy(speaker.id);
        const printed = new Map<string, Filled<ClaimRecord>>();
        for (const claim of list) {
          const outlet = articleOf(claim).outlet;
          if (outlet) push(printed, outlet.id, claim);
        }
        const cells = columns.map((outlet) => ({
          outlet,
          claims: printed.get(outlet.id) ?? NONE,
        }));
        return { speaker, claims: list.length, cells };
      });
      return { columns, rows, speakers: quoted.length, outlets: printing.length };
    },

    /** Every chain of attribution with somebody between the speaker and the outlet, most claims first. */
    chains: () => chainsOf(claims.filter((claim) => claim.via.length > 0)),
    /** Every chain from a speaker to an outlet, with somebody between them or not, most claims first. */
    allChains: () => chainsOf(claims.filter((claim) => claim.speaker && articleOf(claim).outlet)),

    /** Everything with a date: each article's publication, and its claims grouped by speaker and date said. */
    timeline: () =>
      articles
        .map((article) => {
          const said = tally(
            article.claims.flatMap((claim) =>
              claim.said?.from || claim.said?.to ? [{ claim, date: claim.said }] : [],
            ),
            ({ claim, date }) =>
              JSON.stringify([date.from, date.to, date.basis, claim.speaker?.id ?? null]),
          )
            .map(({ items: [first, ...more] }) => ({
              date: first.date,
              claims: [first.claim, ...more.map(({ claim }) => claim)] as Filled<ClaimRecord>,
            }))
            .sort((a, b) => byDay(a.claims[0], b.claims[0]));
          const { from, to } = article.published;
          return { article, said, day: from ?? to ?? sortDay(said[0]?.date ?? null) };
        })
        .sort((a, b) => byText(a.day, b.day) || byText(a.article.id, b.article.id)),

    /** Pairs worth reading side by side; see `pairsOf`. */
    pairs,
    /** Whether two claims have a page beside each other. */
    arePaired: (a: string, b: string): boolean =>
      (pairKeys ??= new Set(pairs().map((pair) => keyOf(pair.a.id, pair.b.id)))).has(keyOf(a, b)),

    /** Earliest and latest year of publication or of a statement. */
    years: (): { from: string; to: string } | null => {
      let from = '9999';
      let to = '0000';
      for (const article of articles) {
        for (const day of [article.published.from, article.published.to]) {
          if (day && day.slice(0, 4) < from) from = day.slice(0, 4);
          if (day && day.slice(0, 4) > to) to = day.slice(0, 4);
        }
      }
      return to === '0000' ? null : { from, to };
    },
  };
}
