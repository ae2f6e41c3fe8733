/** What a format of annotations is: how a file of it is recognised, read and written. */
import type { GivenFile, ReadFile } from './foreign.ts';

/** A claim of the archive on its way out. */
export interface Shared {
  id: string;
  article: string;
  title: string;
  /** Addresses of the article's page and of its source. */
  page: string;
  source: string;
  /** The source itself, nothing normalised. */
  text: string;
  language: string;
  speaker: { id: string; name: string; kind: string; address: string } | null;
  /** In UTF-16 units and in code points of the source. */
  stretches: readonly SharedStretch[];
  cue: SharedSpan | null;
  mention: SharedSpan | null;
  /** What is said of it, a label and a value each. */
  lines: readonly (readonly [string, string])[];
  note: string;
  tags: readonly string[];
  by: string | null;
  on: string | null;
  relations: readonly { kind: string; to: string; why: string }[];
}

export interface SharedSpan {
  start: number;
  end: number;
  exact: string;
}

export interface SharedStretch extends SharedSpan {
  prefix: string;
  suffix: string;
  points: { start: number; end: number };
}

export interface ExchangeFormat {
  /** As the command names it. */
  id: string;
  name: string;
  recognises(file: GivenFile): boolean;
  /** What a file holds; throws `Malformed` with all that is wrong with it. */
  read(file: GivenFile): ReadFile;
  /** Files by their names; those of one article stand together in `shared`. */
  write(shared: readonly Shared[]): { path: string; text: string }[];
}

/** Claims by their article, in order. */
export const byArticle = (shared: readonly Shared[]): [Shared, ...Shared[]][] => {
  const groups = new Map<string, [Shared, ...Shared[]]>();
  for (const one of shared) {
    const known = groups.get(one.article);
    if (known) known.push(one);
    else groups.set(one.article, [one]);
  }
  return [...groups.values()];
};
