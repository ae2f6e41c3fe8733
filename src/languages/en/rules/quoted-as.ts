/** Words that somebody is quoted as saying, and those whom somebody recalls telling them. */
import type { Token } from '../../../engine/draft.ts';
import { CUES } from '../cues.ts';
import { is, isWord, lowerOf, phraseAfter, sentenceSubject, subjectBefore } from '../phrases.ts';
import type { Attribution, Frame } from './frame.ts';
import { blankAt, finish, type Reading } from './readings.ts';

/**
 * "was quoted as saying", "was quoted by the agency as saying"; other passives attribute nothing.
 */
export function passiveOf(frame: Frame, reading: Reading): Attribution | null {
  const { tokens, last, from } = frame;
  const { i, cue, a, negative } = reading;
  const base = blankAt(i);

  // passive: "was quoted as saying"
  if (
    (cue.lemma === 'quote' || cue.lemma === 'cite') &&
    is(tokens[i + 1], 'as') &&
    is(tokens[i + 2], 'saying')
  ) {
    const subject = subjectBefore(tokens, a, from);
    return {
      ...base,
      ...cue,
      to: i + 3,
      subject,
      begin: subject ? subject.from : a,
      end: i + 3,
      quotedAs: true,
      bare: true,
      strength: 3,
      naming: false,
      lemma: 'say',
      negative,
    };
  }
  if ((cue.lemma === 'quote' || cue.lemma === 'cite') && is(tokens[i + 1], 'by')) {
    const passer = phraseAfter(tokens, i + 2, last);
    const subject = subjectBefore(tokens, a, from);
    if (passer && subject && is(tokens[passer.to], 'as') && is(tokens[passer.to + 1], 'saying')) {
      return {
        ...base,
        ...cue,
        to: passer.to + 2,
        subject,
        passer,
        begin: subject.from,
        end: passer.to + 2,
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

/** "as |saying", "as |warning"; a verb of saying that names nothing. */
const isTelling = (t: Token | undefined): boolean => {
  const cue = isWord(t) ? CUES.get(t.lower) : undefined;
  return cue?.form === 'ing' && cue.kind === 'said';
};

/** "the agency quoted Ms. Lee as saying". */
export function quotingOf(
  frame: Frame,
  reading: Reading,
  earlier: readonly Attribution[],
): Attribution | null {
  const { tokens, last, from } = frame;
  const { i, cue, a } = reading;
  const base = blankAt(i);

  if (cue.lemma !== 'quote' && cue.lemma !== 'cite') return null;
  // "the agency quoted Ms. Lee as saying": the subject passes the words on
  const said = phraseAfter(tokens, i + 1, last);
  if (said && is(tokens[said.to], 'as') && isTelling(tokens[said.to + 1])) {
    const passer =
      cue.form === 'ing'
        ? (earlier.at(-1)?.subject ?? sentenceSubject(tokens, from, a))
        : subjectBefore(tokens, a, from);
    return {
      ...base,
      ...cue,
      from: said.to,
      to: said.to + 2,
      subject: said,
      passer,
      begin: passer && passer.to <= a ? passer.from : i,
      end: said.to + 2,
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
