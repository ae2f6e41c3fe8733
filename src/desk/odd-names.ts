/** Names of speakers that look as if words had been taken for a name. A language pack is asked for all that takes words to tell. */
import { POS } from '../engine/tokens.ts';
import { packFor } from '../languages/index.ts';
import type { SpeakerKind } from '../model/records.ts';

const VERBS = new Set(['VERB', 'AUX'].map((name) => POS.findIndex((one) => one === name)));
/** By language and name. */
const known = new Map<string, string | null>();

/** Why a name looks wrong, in words; null where it does not. */
export function oddName(name: string, kind: SpeakerKind, language: string): string | null {
  const key = `${language}\n${kind}\n${name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const why = oddity(name, kind, language);
  known.set(key, why);
  return why;
}

function oddity(name: string, kind: SpeakerKind, language: string): string | null {
  if (kind !== 'person' && kind !== 'organisation' && kind !== 'place') return null;
  if (/\d{3}|[?!:;=<>{}[\]|]/.test(name)) return 'a sign in the name that names do not have';
  if (name.split(/\s+/).length > 7) return 'a name of many words';
  const pack = packFor(language);
  if (!pack?.tagger()) return null;
  const { count, pos, shape, start, end } = pack.text.tagged(name);
  for (let i = 0; i < count; i++)
    // What is written like a name is one, whatever else the word means: "Will Hunt".
    if (VERBS.has(pos[i] ?? -1) && shape[i] === 0)
      return `a verb in the name: “${name.slice(start[i], end[i])}”`;
  return null;
}

/** Whether a person is named by more than one word. */
export const isFullName = (name: string): boolean => /\S\s+\S/.test(name.trim());
