/** JSON in captures, refused where it is none or made to take long. */
import { Damaged, LIMITS } from '../reader.ts';

/** Refuses a text whose brackets stand too deep within one another, before it is made into objects. */
export function refuseDeep(text: string): void {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > LIMITS.depth) throw new Damaged('and its parts stand too deep within one another');
  }
}

/** The value of a whole file; throws `Damaged` where it is no JSON. */
export function parsedJson(text: string): unknown {
  refuseDeep(text);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Damaged('and is damaged, or no JSON by itself');
  }
}
