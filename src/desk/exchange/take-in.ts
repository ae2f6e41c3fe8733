/**
 * Takes annotations into an archive, each through the acts of the desk, as the word of the person who made it. One that
 * cannot be placed for certain, or that says otherwise than a person here did, is listed and nothing is written for it.
 */
import { RELATION_KINDS } from '../../model/records.ts';
import { Refused } from '../acts/index.ts';
import { anchor, byBlocks } from './anchor.ts';
import { Articles } from './articles.ts';
import type { Foreign } from './foreign.ts';
import { Listed, Taking, type Acting, type Outcome, type Placed, type TakingIn } from './taking.ts';

/** Takes in all annotations of a file; what became of each, in order. */
export function takeIn(
  acting: Acting,
  annotations: readonly Foreign[],
  options: TakingIn,
): Outcome[] {
  const articles = new Articles(acting.now);
  const claims = new Map<string, string>();
  const outcomes = annotations.map((one): Outcome => {
    const words = one.stretches.map(({ exact }) => exact ?? '').join(' … ');
    const head = { at: one.at, words: words.replace(/\s+/g, ' ').trim() };
    let article: string | null = null;
    try {
      return acting.trying(() => {
        const placed = placeOf(articles, one, options.article);
        article = placed.article;
        const taking = new Taking(acting, one, placed, options);
        const result = taking.take();
        if (taking.claim !== null && one.id !== null) claims.set(one.id, taking.claim);
        return { ...head, article, result, why: '', candidates: [] };
      });
    } catch (error) {
      const listed = asListed(error);
      return {
        ...head,
        article,
        result: 'listed',
        why: listed.message,
        candidates: listed.candidates,
      };
    }
  });
  return outcomes.map((outcome, i) => {
    const one = annotations[i];
    const isMore = one && outcome.result !== 'listed' && relate(acting, one, claims, options);
    return isMore && outcome.result === 'nothing new' ? { ...outcome, result: 'noted' } : outcome;
  });
}

function asListed(error: unknown): Listed {
  if (error instanceof Listed) return error;
  if (error instanceof Refused)
    return new Listed(error.problems.map(({ message }) => message).join(' '));
  throw error;
}

/** The article and the stretches of an annotation; throws a `Listed` where either is not certain. */
function placeOf(articles: Articles, one: Foreign, given: string | null): Placed {
  const named = given ?? articles.of(one);
  if (named !== null) return placedIn(articles, one, named);
  const tells = one.about.addresses.length > 0 || one.about.name !== null;
  if (tells)
    throw new Listed(
      `no article of the archive is at ${[...one.about.addresses, one.about.name].filter(Boolean).join(', ')}; \`--article <id>\` says which is meant`,
    );
  // Nothing tells the article: the words may, where they stand in one alone.
  const found = articles.ids.flatMap((id) => {
    try {
      return [placedIn(articles, one, id)];
    } catch {
      return [];
    }
  });
  const [only, ...more] = found;
  if (only && more.length === 0) return only;
  throw new Listed(
    `it does not say of which article, and its words stand in ${only ? `${found.length} articles` : 'none'}; \`--article <id>\` says which is meant`,
    found.slice(0, 5).map(({ article }) => article),
  );
}

function placedIn(articles: Articles, { stretches }: Foreign, article: string): Placed {
  const anchorage = articles.anchorage(article);
  if (!anchorage) throw new Listed(`there is no article ${article} in the archive`);
  const parts = stretches.flatMap((stretch) => {
    const found = anchor(stretch, anchorage);
    if ('why' in found) throw new Listed(found.why, found.candidates);
    return byBlocks(found.span, anchorage.clean.text);
  });
  return { article, parts: parts.sort((a, b) => a.start - b.start), anchorage };
}

/** Relations between two annotations of a file that are claims here; whether one is new. */
function relate(
  acting: Acting,
  one: Foreign,
  claims: ReadonlyMap<string, string>,
  { signature, from }: TakingIn,
): boolean {
  const claim = claims.get(one.id ?? '');
  if (claim === undefined) return false;
  let isNew = false;
  for (const { kind, to } of one.relations) {
    const other = claims.get(to);
    const known = CURATED.find((name) => name === kind.toLowerCase());
    if (other === undefined || known === undefined || other === claim) continue;
    const own = acting.now.claims.get(claim);
    if (own?.relations.some((rel) => rel.to === other && rel.basis === 'curated')) continue;
    acting.act(
      { act: 'relate', claim, to: other, kind: known, why: `taken in from ${from}` },
      { by: one.by ?? signature.by, on: one.on ?? signature.on },
    );
    isNew = true;
  }
  return isNew;
}

const CURATED = RELATION_KINDS.filter(
  (kind): kind is Exclude<typeof kind, 'near' | 'related'> => kind !== 'near' && kind !== 'related',
);
