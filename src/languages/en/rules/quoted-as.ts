/** Words that somebody is quoted as saying, and those whom somebody recalls telling them. */
import type { Token } from '../../../engine/draft.ts';
import { CUES } from '../cues.ts';
import {
  is,
  isWord,
  looksVerb,
  lowerOf,
  phraseAfter,
  pronounAt,
  sentenceSubject,
  subjectBefore,
  type Phrase,
} from '../phrases.ts';
import type { Attribution, Frame } from './frame.ts';
import { blankAt, finish, type Reading } from './readings.ts';

/** What is done with the words of others: "quoted", "reported", "described as telling". */
const PASSING_ON = /^(?:quote|cite|report|describe|paraphrase|record|recall|remember)$/;

/** Where "as saying", "as warning" or "as having said" ends that begins with a token; null where none begins. */
function endOfTelling(tokens: readonly Token[], at: number): number | null {
  if (!is(tokens[at], 'as')) return null;
  const cueAt = (k: number) => {
    const t = tokens[k];
    const cue = isWord(t) ? CUES.get(t.lower) : undefined;
    return cue?.kind === 'said' ? cue : undefined;
  };
  if (is(tokens[at + 1], 'having')) return cueAt(at + 2)?.form === 'past' ? at + 3 : null;
  return cueAt(at + 1)?.form === 'ing' ? at + 2 : null;
}

/**
 * "was quoted as saying", "was quoted by the agency as saying"; other passives attribute nothing.
 */
export function passiveOf(frame: Frame, reading: Reading): Attribution | null {
  const { tokens, last, from } = frame;
  const { i, cue, a, negative } = reading;
  const base = blankAt(i);

  // passive: "was quoted as saying"
  const told = PASSING_ON.test(cue.lemma) ? endOfTelling(tokens, i + 1) : null;
  if (told !== null) {
    const subject = subjectBefore(tokens, a, from);
    return {
      ...base,
      ...cue,
      to: told,
      subject,
      begin: subject ? subject.from : a,
      end: told,
      quotedAs: true,
      bare: true,
      strength: 3,
      naming: false,
      lemma: 'say',
      negative,
    };
  }
  if (PASSING_ON.test(cue.lemma) && is(tokens[i + 1], 'by')) {
    const passer = phraseAfter(tokens, i + 2, last);
    const subject = subjectBefore(tokens, a, from);
    const end = passer && endOfTelling(tokens, passer.to);
    if (subject && end !== null) {
      return {
        ...base,
        ...cue,
        to: end,
        subject,
        passer,
        begin: subject.from,
        end,
        quotedAs: true,
        bare: true,
        strength: 3,
        naming: false,
        lemma: 'say',
        negative,
      };
    }
  }
  return null;
}

/** "quoted |her| as saying": a pronoun that is no subject; null where none stands at the token. */
const objectAt = (tokens: readonly Token[], at: number): Phrase | null =>
  /^(?:him|her|them)$/.test(lowerOf(tokens[at])) && is(tokens[at + 1], 'as') ? pronounAt(at) : null;

/** `“…,” the agency |quoted| a clerk of the court.`: where whoever is quoted ends, with the sentence; null elsewhere. */
function endOfQuoting(
  { tokens, last }: Frame,
  { lemma }: Reading['cue'],
  said: Phrase,
  passer: Phrase | null,
): number | null {
  const isBehind = passer !== null && tokens[passer.from - 1]?.kind === 'quote';
  if (!isBehind || !/^(?:quote|cite)$/.test(lemma)) return null;
  return tokens.slice(said.to, last).every((t) => isWord(t) && !looksVerb(t)) ? said.to : null;
}

/** "the agency quoted Ms. Lee as saying". */
export function quotingOf(
  frame: Frame,
  reading: Reading,
  earlier: readonly Attribution[],
): Attribution | null {
  const { tokens, last, from } = frame;
  const { i, cue, a } = reading;
  const base = blankAt(i);

  if (!PASSING_ON.test(cue.lemma)) return null;
  // "the agency quoted Ms. Lee as saying": the subject passes the words on
  const said = objectAt(tokens, i + 1) ?? phraseAfter(tokens, i + 1, last);
  const before = cue.form === 'ing' ? null : subjectBefore(tokens, a, from);
  const end = said && (endOfTelling(tokens, said.to) ?? endOfQuoting(frame, cue, said, before));
  if (said && end !== null) {
    const passer =
      cue.form === 'ing' ? (earlier.at(-1)?.subject ?? sentenceSubject(tokens, from, a)) : before;
    return {
      ...base,
      ...cue,
      from: said.to,
      to: end,
      subject: said,
      passer,
      begin: passer && passer.to <= a ? passer.from : i,
      end,
      quotedAs: true,
      bare: true,
      strength: 3,
      lemma: 'say',
      naming: false,
      shares: null,
    };
  }
  return null;
}

/** "she recalled Mr. Ray telling her"; undefined where nobody tells. */
export function tellerOf(frame: Frame, reading: Reading): Attribution | null | undefined {
  const { tokens, last, from } = frame;
  const { i, to, cue, a, negative } = reading;
  const base = blankAt(i);

  if (cue.form === 'ing' || !/^(?:recall|remember|describe|report)$/.test(cue.lemma))
    return undefined;
  // "she recalled Mr. Ray telling her": whoever tells says the words
  let at = to;
  while (
    at < Math.min(last, to + 8) &&
    isWord(tokens[at]) &&
    !/^(?:saying|telling)$/.test(lowerOf(tokens[at]))
  )
    at++;
  const teller =
    at > to && /^(?:saying|telling)$/.test(lowerOf(tokens[at]))
      ? phraseAfter(tokens, to, at)
      : null;
  if (teller?.to === at) {
    const passer = subjectBefore(tokens, a, from);
    return finish(
      {
        ...base,
        kind: 'said',
        strength: 3,
        form: 'past',
        bare: true,
        naming: false,
        addressee: is(tokens[at], 'telling'),
        infinitive: false,
        lemma: 'say',
        from: at,
        to: at + 1,
        subject: teller,
        passer,
        begin: passer ? passer.from : i,
        end: at + 1,
        negative,
      },
      frame,
    );
  }
  return undefined;
}
