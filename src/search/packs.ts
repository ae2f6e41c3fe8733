/**
 * What is shown of the claims, in packs: each holds some claims of one article, so that a page of results
 * reads one small file for each article in it, and an article that stays as it is keeps its files.
 */
import { at } from '../text/certain.ts';
import type { ClaimDetail } from './table.ts';

/** At most so many claims make a pack. */
const MOST = 20;

/** A claim without what its article says; what is as usual is left out at the end. */
type Packed = [
  id: string,
  speaker: string | null,
  sentence: string[],
  /** Null where it is the only piece of the sentence that is the claim's. */
  text: string | null,
  role?: string | null,
  via?: string[],
  open?: boolean,
  also?: ClaimDetail['also'],
];

/** The content of a pack's file. */
export interface Pack {
  article: string;
  title: string;
  language: string;
  claims: Packed[];
}

/** The claims of an article are cut into packs as equal as can be: so many claims have each but the last. */
const claimsEach = (all: number): number => Math.ceil(all / Math.ceil(all / MOST));

/** Path of a pack from the site's root; packs are counted from 0. */
export const packPath = (article: string, pack: number): string =>
  `search/shown/${article}${pack === 0 ? '' : `.${pack}`}.pack`;

/** In which pack of its article, and where in it, the claim number `index` of `all` is; from 0. */
export function placeInPacks(index: number, all: number): { pack: number; place: number } {
  const each = claimsEach(all);
  return { pack: Math.floor(index / each), place: index % each };
}

/** The packs of one article, given all its claims in their order. */
export function packsOf(claims: readonly ClaimDetail[]): Pack[] {
  const packs: Pack[] = [];
  const each = claimsEach(claims.length);
  for (let start = 0; start < claims.length; start += each) {
    const { article, title, language } = at(claims, start);
    packs.push({ article, title, language, claims: claims.slice(start, start + each).map(packed) });
  }
  return packs;
}

function packed({ id, speaker, sentence, text, role, via, open, also }: ClaimDetail): Packed {
  const isWhole = sentence.length === 3 && sentence[1] === text;
  const rest = [role, via, open, also] as const;
  const usual = [role === null, via.length === 0, !open, also.length === 0];
  return [
    id,
    speaker,
    sentence,
    isWhole ? null : text,
    ...rest.slice(0, usual.lastIndexOf(false) + 1),
  ] as Packed;
}

/** The claims of a pack as they were put into it. */
export const claimsIn = ({ article, title, language, claims }: Pack): ClaimDetail[] =>
  claims.map(
    ([
      id,
      speaker,
      sentence,
      text,
      role = null,
      via = [],
      open = false,
      also = [],
    ]): ClaimDetail => ({
      id,
      article,
      title,
      text: text ?? at(sentence, 1),
      sentence,
      speaker,
      open,
      role,
      via,
      language,
      also,
    }),
  );
