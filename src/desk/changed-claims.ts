/** Claims that are others in one state of the archive than in another. */
import { dateInWords, REVIEWS_IN_WORDS } from '../model/wording.ts';
import type { ArticleRecord, ClaimRecord } from '../model/records.ts';
import type { ChangedClaim } from './api.ts';
import { cardAt, type Texts } from './content.ts';
import type { Snapshot } from './state.ts';

type State = Pick<Snapshot, 'archive' | 'articles' | 'claims'>;

/** What a claim says of itself, on one line. */
function inWords({ speaker, candidates, via, type, said, review, text }: ClaimRecord): string {
  const open = candidates.map(({ name }) => name).join(' or ');
  return [
    speaker ? speaker.name : open || 'nobody named',
    ...(via.length > 0 ? [`via ${via.map(({ name }) => name).join(', ')}`] : []),
    type,
    ...(said ? [dateInWords(said)] : []),
    REVIEWS_IN_WORDS[review],
    `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`,
  ].join(' · ');
}

/** What of a claim a person sees change. */
const keyOf = (claim: ClaimRecord): string =>
  JSON.stringify([
    claim.speaker && [claim.speaker.id, claim.speaker.name, claim.speaker.kind],
    claim.candidates.map(({ id }) => id),
    claim.via.map(({ id }) => id),
    claim.type,
    claim.said,
    claim.review,
    claim.reviewNote,
    claim.reviewedBy,
    claim.reviewedOn,
    claim.topics,
    claim.relations.filter(({ basis }) => basis === 'curated'),
    claim.parts.map(({ start, end }) => [start, end]),
  ]);

export function changedClaims(now: State, next: State): ChangedClaim[] {
  if (now === next) return [];
  const changed: ChangedClaim[] = [];
  for (const article of next.archive.articles) {
    const before = now.articles.get(article.id);
    if (before?.claims !== article.claims)
      changed.push(...changedIn(before?.claims ?? [], article.claims));
  }
  for (const { id, claims } of now.archive.articles)
    if (!next.articles.has(id)) changed.push(...changedIn(claims, []));
  return changed;
}

function changedIn(
  before: ArticleRecord['claims'],
  after: ArticleRecord['claims'],
): ChangedClaim[] {
  const old = new Map(before.map((claim) => [claim.id, claim]));
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id));
  const changed = after.flatMap((claim): ChangedClaim[] => {
    const was = old.get(claim.id);
    if (was && (was === claim || keyOf(was) === keyOf(claim))) return [];
    return [
      {
        claim: claim.id,
        article: claim.article,
        words: claim.text,
        before: was ? inWords(was) : 'no claim',
        after: inWords(claim),
      },
    ];
  });
  return [
    ...changed,
    ...gone.map((claim) => ({
      claim: claim.id,
      article: claim.article,
      words: claim.text,
      before: inWords(claim),
      after: 'no claim',
    })),
  ];
}

/**
 * Ids of claims that have other ones now, since their words were given other bounds: of each article whose card was
 * written, the one that is gone and the one that has its place.
 */
export function movedIds(now: State, next: State, texts: Texts): Map<string, string> {
  const moved = new Map<string, string>();
  for (const path of texts.keys()) {
    const card = cardAt(path);
    if (card?.folder !== 'articles') continue;
    const before = now.articles.get(card.id)?.claims ?? [];
    const after = next.articles.get(card.id)?.claims ?? [];
    const old = new Set(before.map(({ id }) => id));
    const kept = new Set(after.map(({ id }) => id));
    const fresh = after.filter(({ id, review }) => !old.has(id) && review !== 'machine');
    for (const claim of before) {
      if (kept.has(claim.id)) continue;
      const heir = fresh
        .filter((one) => one.review === 'corrected' || claim.review === 'added')
        .find((one) => overlaps(one, claim));
      if (heir) moved.set(claim.id, heir.id);
    }
  }
  return moved;
}

const overlaps = (a: ClaimRecord, b: ClaimRecord): boolean =>
  a.parts.some((one) => b.parts.some((other) => one.start < other.end && other.start < one.end));
