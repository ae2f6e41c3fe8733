/** Small words within names: one, or several in a row, between capitalised ones. */
import type { Token } from '../../engine/draft.ts';
import { PARTICLE } from './lexicon/person-names.ts';
import { isCapitalised, lowerOf } from './phrases/tokens.ts';

/** How many particles stand in a row in a name at most: "von und zu der". */
const MOST_PARTICLES = 3;

/** Whether the token is a particle that a capitalised word stands before, with none but particles between: "van der". */
export function isParticleOfName(tokens: readonly Token[], from: number, k: number): boolean {
  if (leadsBody(tokens, k)) return true;
  let at = k;
  while (at > from && k - at < MOST_PARTICLES && PARTICLE.has(lowerOf(tokens[at]))) at--;
  return at < k && isCapitalised(tokens[at]);
}

/** Whether a capitalised word stands at `k`, with none but particles before it. */
export function isLedOn(tokens: readonly Token[], k: number): boolean {
  let at = k;
  while (at - k < MOST_PARTICLES && PARTICLE.has(lowerOf(tokens[at]))) at++;
  return isCapitalised(tokens[at]);
}

/** "Save |the| Children", "Protect |Our| Coast": what bodies are called that are named by what they are for. */
const leadsBody = (tokens: readonly Token[], k: number): boolean =>
  /^(?:the|our)$/.test(lowerOf(tokens[k])) &&
  isCapitalised(tokens[k - 1]) &&
  isCapitalised(tokens[k + 1]) &&
  /^(?:save|feed|free|protect|defend|stop|keep|fight|heal|rock|reclaim|rewild|house|teach|love)$/.test(
    lowerOf(tokens[k - 1]),
  );
