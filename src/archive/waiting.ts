/** What the curation page shows of claims that wait for a person, and what a decision is checked against. */
import { normal, occurrences } from '../ledger/normal.ts';
import type { LedgerPart } from '../ledger/schema.ts';
import type { BuiltArchive, Content } from './build.ts';
import { hull } from '../text/spans.ts';
import { wordsOfParts } from '../model/parts.ts';
import { speakerName } from '../model/wording.ts';

/** Where words stand in a version of a source: code points, the line, and the text about them. */
export interface Stand {
  version: number;
  start: number;
  end: number;
  line: number;
  before: string;
  after: string;
}

export interface WaitingCandidate {
  /** The claim's id, where the words are one. */
  id: string | null;
  article: string;
  words: string;
  /** Whether the words are one stretch, so that they can be named in a decision. */
  whole: boolean;
  /** Null where the words are nobody's claim. */
  speaker: string | null;
  type: string | null;
  stand: Stand;
  why: string;
}

export interface Waiting {
  id: string;
  article: string;
  words: string;
  speaker: string | null;
  type: string;
  fate: string;
  why: string;
  stand: Stand;
  candidates: WaitingCandidate[];
}

/** How many characters are shown before and after the words. */
const ABOUT = 90;

type Built = { archive: BuiltArchive; content: Content };

function textOf({ content }: Built, article: string, version: number): string {
  const file = content.sources
    .find((source) => source.article === article)
    ?.versions.find((one) => one.version === version)?.file;
  return file ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.value as Uint8Array) : '';
}

function standOf(
  built: Built,
  article: string,
  version: number,
  parts: readonly LedgerPart[],
): Stand {
  const characters = [...textOf(built, article, version)];
  const { start, end } = hull(parts);
  const flat = (from: number, to: number) =>
    characters.slice(Math.max(0, from), to).join('').replace(/\s+/g, ' ');
  return {
    version,
    start,
    end,
    line: characters.slice(0, start).filter((one) => one === '\n').length + 1,
    before: flat(start - ABOUT, start),
    after: flat(end, end + ABOUT),
  };
}

/** Every claim that waits for a person, with all that a decision needs to see. */
export function waitingClaims(built: Built): Waiting[] {
  const claims = new Map(
    built.archive.articles.flatMap((article) =>
      article.claims.map((claim) => [claim.id, claim] as const),
    ),
  );
  return [...built.archive.ledger].flatMap(([article, { orphans }]) =>
    orphans.map(({ id, row, fate, why, candidates }) => ({
      id,
      article,
      fate,
      why,
      type: row.type,
      words: wordsOfParts(row.parts),
      speaker: row.speaker?.name ?? null,
      stand: standOf(built, article, row.version, row.parts),
      candidates: candidates.map((one): WaitingCandidate => {
        const claim = one.id === null ? undefined : claims.get(one.id);
        return {
          id: one.id,
          article: one.article,
          words: wordsOfParts(one.parts),
          whole: one.parts.length === 1,
          why: one.why,
          speaker: claim ? speakerName(claim) : null,
          type: claim?.type ?? null,
          stand: standOf(built, one.article, one.version, one.parts),
        };
      }),
    })),
  );
}

/** What a decision may name. */
export interface CurationState {
  waiting: ReadonlySet<string>;
  /** Every id of the ledger, with its article and status. */
  rows: ReadonlyMap<string, { article: string; status: string }>;
  /** Claims that are published, with their words and which of several with the same words they are. */
  claims: ReadonlyMap<string, { article: string; words: string; occurrence: number | null }>;
  speakers: ReadonlySet<string>;
  /** How often the words stand in the newest version of the article. */
  times(article: string, words: string): number;
}

export function curationState(built: Built): CurationState {
  const { archive, content } = built;
  const claims = new Map<string, { article: string; words: string; occurrence: number | null }>();
  for (const article of archive.articles)
    for (const { id, text } of article.claims) {
      const same = article.claims.filter((claim) => claim.text === text);
      claims.set(id, {
        article: article.id,
        words: text,
        occurrence: same.length > 1 ? same.findIndex((claim) => claim.id === id) + 1 : null,
      });
    }
  return {
    waiting: new Set(
      [...archive.ledger.values()].flatMap(({ orphans }) => orphans.map(({ id }) => id)),
    ),
    rows: new Map(
      [...archive.ledger].flatMap(([article, { rows }]) =>
        rows.map(({ id, status }) => [id, { article, status }] as const),
      ),
    ),
    claims,
    speakers: new Set(archive.speakers.map(({ id }) => id)),
    times: (article, words) => {
      const newest =
        content.sources.find((source) => source.article === article)?.versions.at(-1)?.version ?? 0;
      return occurrences(normal(textOf(built, article, newest)).text, normal(words).text.trim())
        .length;
    },
  };
}
