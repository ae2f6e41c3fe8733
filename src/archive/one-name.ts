/** One name and kind for each speaker and outlet, however the articles spell them. */
import type { ArticleRecord, OutletRecord, SpeakerKind, SpeakerRecord } from '../model/records.ts';
import { workingOn } from '../text/fault.ts';
import { byText } from '../text/order.ts';

interface Called {
  name: string;
  /** Null for those who are never a claim's speaker. */
  kind: SpeakerKind | null;
}

/** How speakers and outlets are called, by id. */
export interface Names {
  speakers: ReadonlyMap<string, Called>;
  outlets: ReadonlyMap<string, string>;
}

/**
 * Two spellings of one name have one id ("Government", "government") and so need one name: that of the
 * card, else the one used most often. One all in capitals, as headings and scripts print names, comes after any
 * other. Of two used as often the one with more capitals is the fuller; then the order of the letters decides, so
 * that no order of the articles matters.
 */
export function namesIn(
  articles: readonly ArticleRecord[],
  carded: { speakers: readonly SpeakerRecord[]; outlets: readonly OutletRecord[] },
): Names {
  const names = new Votes();
  const kinds = new Votes();
  const outlets = new Votes();
  for (const { claims, outlet } of articles) {
    if (outlet) outlets.add(outlet.id, outlet.name);
    for (const { speaker, via, candidates } of claims) {
      if (speaker) kinds.add(speaker.id, speaker.kind);
      for (const { id, name } of [...(speaker ? [speaker] : []), ...via, ...candidates])
        names.add(id, name);
    }
  }
  const kindOf = kinds.winners() as Map<string, SpeakerKind>;
  const speakers = new Map<string, Called>();
  for (const [id, name] of names.winners())
    speakers.set(id, { name, kind: kindOf.get(id) ?? null });
  for (const { id, name, kind } of carded.speakers) speakers.set(id, { name, kind });
  return {
    speakers,
    outlets: new Map([
      ...outlets.winners(),
      ...carded.outlets.map(({ id, name }) => [id, name] as const),
    ]),
  };
}

/** The article with every speaker and outlet under its one name. */
export const withNames = (article: ArticleRecord, names: Names): ArticleRecord =>
  workingOn(article.source.path, () => renamed(article, names));

function renamed(article: ArticleRecord, { speakers, outlets }: Names): ArticleRecord {
  const called = <T extends { id: string; name: string }>(one: T): T => ({
    ...one,
    name: speakers.get(one.id)?.name ?? one.name,
  });
  return {
    ...article,
    outlet: article.outlet && {
      ...article.outlet,
      name: outlets.get(article.outlet.id) ?? article.outlet.name,
    },
    claims: article.claims.map((claim) => ({
      ...claim,
      speaker: claim.speaker && {
        ...called(claim.speaker),
        kind: speakers.get(claim.speaker.id)?.kind ?? claim.speaker.kind,
      },
      via: claim.via.map(called),
      candidates: claim.candidates.map(called),
    })),
  };
}

/** The better of two names, with how often each is used, first: see `namesIn`. */
const rank = ([a, m]: [string, number], [b, n]: [string, number]): number =>
  Number(isAllCapitals(a)) - Number(isAllCapitals(b)) ||
  n - m ||
  capitals(b) - capitals(a) ||
  byText(a, b);

/** Counts values by key. */
class Votes {
  #counts = new Map<string, Map<string, number>>();

  add(key: string, value: string): void {
    const counts = this.#counts.get(key) ?? new Map<string, number>();
    counts.set(value, (counts.get(value) ?? 0) + 1);
    this.#counts.set(key, counts);
  }

  winners(): Map<string, string> {
    return new Map(
      [...this.#counts].flatMap(([key, counts]) => {
        const [best] = counts.size === 1 ? counts : [...counts].sort(rank);
        return best ? [[key, best[0]]] : [];
      }),
    );
  }
}

/** Whether a name of several words has no small letter; `NATO` is spelt so. */
const isAllCapitals = (name: string): boolean => / /.test(name) && !/\p{Ll}/u.test(name);

const capitals = (name: string) => name.match(/\p{Lu}/gu)?.length ?? 0;
