/** Claims that lost their place in a newer version: where they stood, and what each may have become. */
import type { Reconciled } from '../ledger/index.ts';
import type { LedgerPart } from '../ledger/schema.ts';
import { wordsOfParts } from '../model/parts.ts';
import { onlyStandsThere, speakerName } from '../model/wording.ts';
import { differences } from '../text/differences.ts';
import { hull } from '../text/spans.ts';
import type { Heir, PlaceInSource, QueueItem } from './api.ts';
import { textOfBytes } from './content.ts';
import type { Snapshot } from './state.ts';

export type Orphan = Reconciled['orphans'][number];

/** What the queue shows of an orphan beside its article. */
export type LostClaim = Pick<QueueItem, 'claim' | 'words' | 'speaker' | 'type' | 'heirs' | 'lost'>;

type State = Pick<Snapshot, 'articles' | 'begun' | 'claims'>;

/** So many characters are shown before and after the words. */
const ABOUT = 90;

/** What is known of a claim without a place in this archive. */
export const lostClaim =
  (state: State) =>
  (orphan: Orphan): LostClaim => {
    const { id, row, fate } = orphan;
    return {
      claim: id,
      words: wordsOfParts(row.parts),
      speaker: row.speaker && { id: row.speaker.id, name: row.speaker.name },
      type: row.type,
      lost: { fate, place: placeOf(state, row) },
      heirs: orphan.candidates.map((one) => heirOf(state, orphan, one)),
    };
  };

function heirOf(state: State, { row }: Orphan, one: Orphan['candidates'][number]): Heir {
  const claim = one.id === null ? undefined : state.claims.get(one.id);
  const words = wordsOfParts(one.parts);
  const isMerelyThere = onlyStandsThere(one);
  // Words can be named in a decision where they are one stretch of the same article.
  const canBeNamed = one.parts.length === 1 && one.article === row.article;
  return {
    id: one.id,
    words,
    why: one.why,
    article: one.article,
    articleTitle: state.articles.get(one.article)?.title ?? one.article,
    speaker: claim ? speakerName(claim) : null,
    type: claim?.type ?? null,
    place: placeOf(state, one),
    difference: isMerelyThere ? [{ same: words }] : differences(wordsOfParts(row.parts), words),
    isOffered: !isMerelyThere && (one.id !== null || canBeNamed),
  };
}

/** Where words stand in a version of their source, in code points. */
function placeOf(
  state: State,
  { article, version, parts }: { article: string; version: number; parts: readonly LedgerPart[] },
): PlaceInSource {
  const characters = [...textOf(state, article, version)];
  const { start, end } = hull(parts);
  const flat = (from: number, to: number) =>
    characters.slice(Math.max(0, from), to).join('').replace(/\s+/g, ' ');
  // A word that the cut goes through is left out.
  const before = start > ABOUT ? flat(start - ABOUT, start).replace(/^\S* /, '') : flat(0, start);
  const rest = flat(end, end + ABOUT);
  const after = end + ABOUT < characters.length ? rest.replace(/ \S*$/, '') : rest;
  return {
    version,
    line: characters.slice(0, start).filter((one) => one === '\n').length + 1,
    start,
    end,
    before,
    after,
  };
}

function textOf({ begun }: State, article: string, version: number): string {
  const source = begun.content.sources.find((one) => one.article === article);
  const file = source?.versions.find((one) => one.version === version)?.file;
  return file ? textOfBytes(file.value as Uint8Array) : '';
}
