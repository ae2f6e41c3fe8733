/** "Who speaks here": the length of a text from left to right, one lane a speaker, each claim a bar. */
import { scaleLinear } from 'd3-scale';
import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import { speakerName } from '../../model/wording.ts';

export interface Bar {
  claim: ClaimRecord;
  /** Per cent of the text's length. */ x: number;
  width: number;
}
export interface Lane {
  id: string | null;
  name: string;
  bars: Bar[];
}

/** Narrower bars could neither be seen nor hit. */
const LEAST_WIDTH = 0.6;

const round = (n: number) => Math.round(n * 100) / 100;

/** One bar for each part of a claim, as per cent of the text. */
export function barsOf(
  article: Pick<ArticleRecord, 'text'>,
  claims: readonly ClaimRecord[],
): Bar[] {
  const x = scaleLinear([0, article.text.length], [0, 100]);
  return claims.flatMap((claim) =>
    claim.parts.map(({ reading }) => {
      const width = Math.max(LEAST_WIDTH, round(x(reading.end) - x(reading.start)));
      return { claim, x: Math.min(round(x(reading.start)), round(100 - width)), width };
    }),
  );
}

/** Lanes in the order in which the speakers first speak. */
export function lanesOf(article: ArticleRecord): Lane[] {
  const groups = new Map<string, { id: string | null; name: string; claims: ClaimRecord[] }>();
  for (const claim of article.claims) {
    const key = claim.speaker?.id ?? '';
    const group = groups.get(key) ?? {
      id: claim.speaker?.id ?? null,
      name: speakerName(claim),
      claims: [],
    };
    group.claims.push(claim);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ id, name, claims }) => ({
    id,
    name,
    bars: barsOf(article, claims),
  }));
}

/** Speakers of an article who have a page. */
export const namedSpeakers = ({ claims }: ArticleRecord): number =>
  new Set(claims.flatMap(({ speaker }) => speaker?.id ?? [])).size;
