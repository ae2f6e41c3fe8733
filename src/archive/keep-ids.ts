/** The ledger's step: the claims found in an article meet those published before, and get their ids. */
import type { VFile } from 'vfile';
import {
  successorsOf,
  type Correction,
  type LedgerRow,
  type Reconciled,
  type OtherText,
  type SourceText,
} from '../ledger/index.ts';
import { reconcile } from '../ledger/reconcile/index.ts';
import { claimStandsAgain, claimWithoutPlace, complain, ledgerProblem } from '../model/messages.ts';
import { wordsOfParts } from '../model/parts.ts';
import { first, last } from '../text/certain.ts';
import { sha256 } from '../text/digest.ts';
import { joined } from './correct.ts';
import type { ReadDraft } from './kept-draft.ts';
import { bytesOf, newestOf, type Content, type Source } from './content.ts';

/** What the claims of one article are compared with. */
export interface Surroundings {
  content: Content;
  /** That of the article, with all its versions. */
  source: Source;
  /** Newest texts of the other articles. */
  others: () => Iterable<OtherText>;
  /** One id, one claim, over the whole archive: whether an id belongs to another article. */
  taken: (id: string) => boolean;
}

/** What the ledger holds of an article, under its name and under those that it had. */
export const rowsOf = (
  { id, card }: Pick<ReadDraft, 'id' | 'card'>,
  { ledger }: Content,
): (readonly LedgerRow[])[] =>
  [id, ...(card?.data.formerly ?? [])].flatMap((one) => {
    const rows = ledger.get(one);
    return rows ? [rows] : [];
  });

/** Whether an id belongs to another article than a draft's; `owners` are the articles of all ids. */
export const takenFrom =
  ({ id: own, card }: Pick<ReadDraft, 'id' | 'card'>, owners: ReadonlyMap<string, string>) =>
  (id: string): boolean => {
    const owner = owners.get(id);
    return owner !== undefined && owner !== own && !card?.data.formerly?.includes(owner);
  };

/** The rows, ids and live claims of one article, from its draft and what the ledger holds of it. */
export function keepIds(
  draft: ReadDraft,
  { content, source, others, taken }: Surroundings,
): Reconciled {
  const rows = rowsOf(draft, content).flat();
  const ids = new Set(rows.map(({ id }) => id));
  return reconcile({
    article: draft.id,
    language: draft.language.tag,
    versions: versionsOf(draft, source),
    rows,
    drafts: draft.claims,
    taken,
    corrections: correctionsOf(draft),
    decisions: content.decisions.filter(
      (decision) => !('claim' in decision) || ids.has(decision.claim),
    ),
    others,
  });
}

/** The texts of all versions; the newest one was read already. */
function versionsOf({ raw }: ReadDraft, source: Source): SourceText[] {
  const decode = new TextDecoder('utf-8', { ignoreBOM: true });
  const newest = newestOf(source);
  return source.versions.map(({ version, file }) =>
    version === newest.version
      ? { version, text: raw.text, sha256: raw.sha256 }
      : { version, text: decode.decode(bytesOf(file)), sha256: sha256(bytesOf(file)) },
  );
}

/** What the article's card says of claims that would otherwise be found in other words, or at all. */
const correctionsOf = ({ card }: ReadDraft): Correction[] =>
  (card?.data.claims ?? []).flatMap(({ words, occurrence = 1, drop, become, why = '' }) =>
    drop || become !== undefined
      ? [
          {
            words: joined(words),
            occurrence,
            become: become === undefined ? null : joined(become),
            why,
          },
        ]
      : [],
  );

/**
 * Says what the ledger finds: contradictions, where they are written; claims without a place and claims that are
 * there again, on the newest source (`file`).
 */
export function reportLedger(file: VFile, reconciled: Reconciled, content: Content): void {
  for (const problem of reconciled.problems) {
    const written = writtenAt(problem, content);
    const place = written && { line: written.line, column: 1 };
    complain(
      written?.file ?? file,
      place,
      ledgerProblem(problem.kind, problem.message, problem.mend),
    );
  }
  for (const { id, row, fate, why, candidates } of reconciled.orphans) {
    const found = candidates.map((candidate) => ({
      id: candidate.id,
      words: wordsOfParts(candidate.parts),
      place: `characters ${first(candidate.parts).start} to ${last(candidate.parts).end}`,
      why: candidate.why,
    }));
    complain(file, null, claimWithoutPlace(id, wordsOfParts(row.parts), fate, why, found));
  }
  for (const { row, heir } of wordsThereAgain(reconciled))
    complain(file, null, claimStandsAgain(row.id, wordsOfParts(row.parts), row.status, heir));
}

/** The file and line of the decision or row that a problem is of; null where it is not written yet. */
function writtenAt(
  { claim, kind }: Reconciled['problems'][number],
  { files, decisions, decisionLines }: Content,
): { file: VFile; line: number } | null {
  if (kind === 'decision-words' || kind === 'decision-circle') {
    const decision = decisions.findLast((one) => 'claim' in one && one.claim === claim);
    const file = files.find(({ path }) => path.endsWith('/decisions.yaml'));
    const line = decision && decisionLines.get(decision);
    return file && line !== undefined ? { file, line } : null;
  }
  for (const file of files.filter(({ path }) => path.endsWith('.json'))) {
    const row = String(file.value)
      .split('\n')
      .findIndex((line) => line.startsWith(`{"id":"${claim}"`));
    if (row >= 0) return { file, line: row + 1 };
  }
  return null;
}

/** Claims that another took the place of, whose words the newest version has again while the other's are gone. */
function wordsThereAgain({ rows, claims, ids }: Reconciled): { row: LedgerRow; heir: string }[] {
  if (!ids.includes(null)) return [];
  const live = new Set(claims.map(({ id }) => id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const newest = claims[0]?.row.source;
  return rows.flatMap((row) => {
    if (
      (row.status !== 'superseded' && row.status !== 'merged') ||
      row.source !== newest ||
      row.successor === null ||
      row.decided !== 'decisions'
    )
      return [];
    const heir = last(successorsOf(row.successor, (id) => byId.get(id)?.successor));
    return byId.has(heir) && !live.has(heir) ? [{ row, heir }] : [];
  });
}
