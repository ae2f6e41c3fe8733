/**
 * Verbs and phrases that attribute words to somebody.
 *
 * The classes follow Levin (1993), *English Verb Classes and Alternations*, and VerbNet's numbering of them:
 * say-37.7 (say, claim, report…), tell-37.2 (tell, inform, assure: with an addressee), manner of
 * speaking-37.3 (whisper, shout), message transfer-37.1 (ask, cite, write), instruments of communication-37.4
 * (tweet, e-mail), talk-37.5, conjecture-29.5 (admit, deny, guess), characterise-29.2 and dub-29.3 (call, describe),
 * judgment-33 (accuse, criticise, praise), promise-37.13, advise-37.9 and order-60 (urge, order),
 * wish and want verbs (62, 32) left out: they report no speech. The kind of each cue (what is done with
 * the words) is this archive's own reading of the class.
 */
import { type CueForm, ROWS, IRREGULAR, DOUBLED, NOUNS } from './lexicon/saying.ts';

export { type CueForm, PHRASES, SPEECH_NOUNS, ACCORDING } from './lexicon/saying.ts';
export { NEGATIONS, REFUSALS } from './lexicon/factuality.ts';

/** A lemma before "ing" and "ed": "stopp", "tak". */
function stemOf(lemma: string): string {
  if (DOUBLED.has(lemma)) return lemma + lemma.charAt(lemma.length - 1);
  return lemma.endsWith('e') && !lemma.endsWith('ee') ? lemma.slice(0, -1) : lemma;
}

function regularPast(lemma: string): string {
  if (endsInY(lemma)) return `${lemma.slice(0, -1)}ied`;
  return lemma.endsWith('e') ? `${lemma}d` : `${stemOf(lemma)}ed`;
}

function thirdPerson(lemma: string): string {
  if (endsInY(lemma)) return `${lemma.slice(0, -1)}ies`;
  return lemma + (/(?:s|x|z|ch|sh)$/.test(lemma) ? 'es' : 's');
}

/** "deny", not "say". */
const endsInY = (lemma: string): boolean => /[^aeiou]y$/.test(lemma);

function forms(lemma: string): [string, CueForm['form']][] {
  const past = IRREGULAR[lemma] ?? [regularPast(lemma)];
  return [
    [lemma, 'base'],
    [thirdPerson(lemma), 's'],
    [`${stemOf(lemma)}ing`, 'ing'],
    ...past.map((form, k): [string, CueForm['form']] => [
      form,
      k === 0 || lemma === 'forecast' ? 'past' : 'participle',
    ]),
  ];
}

/** Every form of every cue verb. */
export const CUES: ReadonlyMap<string, CueForm> = (() => {
  const map = new Map<string, CueForm>();
  for (const [kind, strength, flags, lemmas] of ROWS) {
    for (const lemma of lemmas.split(' ')) {
      for (const [form, shape] of forms(lemma)) {
        const known = map.get(form);
        if (known && (known.form !== 'base' || shape === 'base')) continue;
        map.set(form, {
          lemma,
          kind,
          strength,
          form: shape,
          noun: NOUNS.has(form),
          addressee: flags.includes('a'),
          bare: flags.includes('b'),
          infinitive: flags.includes('i'),
          naming: flags.includes('n'),
        });
      }
    }
  }
  return map;
})();
