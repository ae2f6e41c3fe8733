/** Nouns of speech with whose they are: “her warning that”. */
import type { Token } from '../../../engine/draft.ts';
import { SPEECH_NOUNS } from '../cues.ts';
import { DETERMINERS, OBJECTS, POSSESSIVES, PREPOSITIONS, looksVerb } from '../phrases.ts';
import { is, word, type Attribution, type Frame } from './frame.ts';

/** "Ann Lee's claim that", "his warning that": a noun of speech, with whose it is. */
export function speechNounAt(
  { tokens, from }: Frame,
  i: number,
): Omit<Attribution, 'shares' | 'passer' | 'inverted' | 'quotedAs' | 'forward' | 'join'> | null {
  const t = tokens[i]!;
  if (!SPEECH_NOUNS.has(t.lower) || !is(tokens[i + 1], 'that') || !word(tokens[i + 2])) return null;
  let owner = i - 1;
  while (
    owner > from &&
    i - owner < 4 &&
    word(tokens[owner]) &&
    !isOwner(tokens[owner]!) &&
    !DETERMINERS.has(tokens[owner]!.lower) &&
    !PREPOSITIONS.has(tokens[owner]!.lower) &&
    !looksVerb(tokens[owner]!)
  )
    owner--;
  const whose = tokens[owner];
  if (owner < from || !word(whose) || !isOwner(whose)) return null;
  let begin = owner;
  if (!POSSESSIVES.has(whose.lower))
    while (
      begin > from &&
      owner - begin < 6 &&
      word(tokens[begin - 1]) &&
      (whose.cap ? tokens[begin - 1]!.cap : !DETERMINERS.has(tokens[begin]!.lower)) &&
      !looksVerb(tokens[begin - 1]!) &&
      !PREPOSITIONS.has(tokens[begin - 1]!.lower)
    )
      begin--;
  if (!POSSESSIVES.has(whose.lower) && !whose.cap && !DETERMINERS.has(tokens[begin]!.lower))
    return null;
  const kind = POSSESSIVES.has(whose.lower) ? 'pronoun' : whose.cap ? 'name' : 'description';
  return {
    from: i,
    to: i + 1,
    kind: 'said',
    strength: 3,
    form: 'past',
    bare: false,
    naming: false,
    addressee: false,
    infinitive: false,
    lemma: t.lower,
    negative: false,
    according: false,
    subject: { from: begin, to: owner + 1, kind, apposed: null, antecedent: null },
    begin,
    end: i + 1,
  };
}

const isOwner = (t: Token): boolean =>
  (POSSESSIVES.has(t.lower) && !OBJECTS.has(t.lower)) ||
  t.lower === 'her' ||
  /(?:'s|s')$/.test(t.lower);
