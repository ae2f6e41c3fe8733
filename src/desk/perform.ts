/** One act from what was asked to what it changes: planned, tried on the records, and compared. Writes nothing. */
import { planAct, Plan, Refused, renameClaims, type Signature } from './acts/index.ts';
import type { Act, ChangedClaim, FileChange, Problem } from './api.ts';
import { changedClaims, movedIds } from './changed-claims.ts';
import { fileChange } from './diff.ts';
import type { FileProblem } from '../build/archive-files/records.ts';
import type { ArticleRecord } from '../model/records.ts';
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
  return outcome(workshop.now, next, plan.texts, plan.made);
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
