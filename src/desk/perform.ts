/** One act from what was asked to what it changes: planned, tried on the records, and compared. Writes nothing. */
import { planAct, Plan, Refused, renameClaims, type Signature } from './acts/index.ts';
import type { Act, ChangedClaim, FileChange, Problem } from './api.ts';
import { changedClaims, movedIds } from './changed-claims.ts';
import { fileChange } from './diff.ts';
import type { FileProblem } from '../build/archive-files/records.ts';
import type { ArticleRecord, ClaimRecord } from '../model/records.ts';
import type { Snapshot, Workshop } from './state.ts';
import type { Texts } from './content.ts';

/** What an act would change. */
export interface Performed {
  texts: Texts;
  next: Snapshot;
  files: FileChange[];
  claims: ChangedClaim[];
  articles: string[];
  made: { claims: string[]; cards: string[] };
}

/** Everything an act would change; throws a `Refused` where it cannot be done. */
export function perform(workshop: Workshop, act: Act, signature: Signature): Performed {
  const plan = new Plan(workshop.now, signature);
  planAct(plan, act);
  let next = tried(workshop, plan.texts);
  const moved = movedIds(workshop.now, next, plan.texts);
  if (moved.size > 0) {
    const before = plan.texts.size;
    renameClaims(plan, moved);
    if (plan.texts.size !== before) next = tried(workshop, plan.texts);
  }
  refuseErrors(workshop.now, next);
  refuseOtherwise(act, workshop.now, next);
  return outcome(workshop.now, next, plan.texts, plan.made);
}

/** What claims say after acts on them, where that can be told from the act. */
const MEANT: { [Name in Act['act']]?: (act: Act, claim: ClaimRecord, now: Snapshot) => boolean } = {
  confirm: (_, { review }) => review !== 'machine',
  'set-type': (act, { type }) => act.act === 'set-type' && type === act.type,
  'set-said': (act, { said }) =>
    act.act === 'set-said' && (said?.edtf ?? null) === (act.said?.edtf.trim() ?? null),
  'set-speaker': (act, { speaker }) =>
    act.act === 'set-speaker' &&
    (typeof act.speaker === 'object' && act.speaker !== null
      ? speaker !== null
      : (speaker?.id ?? null) === act.speaker),
};

/** Refuses where a claim would not be what the act says: better nothing than another claim changed. */
function refuseOtherwise(act: Act, now: Snapshot, next: Snapshot): void {
  if (!('claims' in act)) return;
  const isMeant = MEANT[act.act];
  const missed = act.claims.filter((id) => {
    const claim = next.claims.get(id);
    return isMeant && (!claim || !isMeant(act, claim, now));
  });
  const kept = act.act === 'reject' ? act.claims.filter((id) => next.claims.has(id)) : [];
  const wrong = [...missed, ...kept];
  if (wrong.length > 0)
    throw new Refused(
      wrong.map((id) => ({
        message: `Claim ${id} would not become what was asked; nothing was written. Its article’s card, content/articles/${now.claims.get(id)?.article}.md, can be changed in an editor.`,
        path: `content/articles/${now.claims.get(id)?.article}.md`,
        line: null,
        field: 'claims',
      })),
    );
}

const tried = (workshop: Workshop, texts: Texts): Snapshot =>
  texts.size === 0 ? workshop.now : workshop.with(texts);

/** What other texts change. */
export function outcome(
  now: Snapshot,
  next: Snapshot,
  texts: Texts,
  made: { claims: string[]; cards: string[] } = { claims: [], cards: [] },
): Performed {
  const claims = changedClaims(now, next);
  const added = claims.flatMap(({ claim }) => (claim && !now.claims.has(claim) ? [claim] : []));
  return {
    texts,
    next,
    files: [...texts].map(([path, text]) => fileChange(path, now.text(path), text)),
    claims,
    articles: changedArticles(now, next),
    made: { claims: added, cards: made.cards },
  };
}

const changedArticles = (now: Snapshot, next: Snapshot): string[] =>
  now === next
    ? []
    : next.archive.articles.flatMap((article) =>
        isSameArticle(now.articles.get(article.id), article) ? [] : [article.id],
      );

/** Whether an article says the same; parts that were not made anew are the same object. */
export const isSameArticle = (a: ArticleRecord | undefined, b: ArticleRecord): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** Refuses where the content folder would have an error that it has not. */
export function refuseErrors(now: Snapshot, next: Snapshot): void {
  const key = ({ path, reason, note }: FileProblem) => `${path}\n${reason}\n${note}`;
  const known = new Set(now.errors.map(key));
  const fresh = next.errors.filter((error) => !known.has(key(error)));
  if (fresh.length > 0) throw new Refused(fresh.map(asProblem));
}

const asProblem = ({ path, line, reason, note }: FileProblem): Problem => ({
  message: `${reason}. ${note}`.trim(),
  path,
  line,
  field: null,
});
