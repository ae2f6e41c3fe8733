/** "Ann Lee said", "said Ann Lee": a verb with its subject in the same clause. */
import {
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  RELATIVES,
  TIME,
  phraseAfter,
  sentenceSubject,
  subjectBefore,
  type Phrase,
} from '../phrases.ts';
import { headEnd } from './clause-shape.ts';
import { INVERTING, is, word, type Attribution, type Frame } from './frame.ts';
import { blankAt, finish, sharedOf, type Reading } from './readings.ts';

const PLURAL =
  /(?:[^s]s|people|police|men|women|children|media|staff|some|many|others|most|several|few|those|they|we|i|you|both|all|who|which|that|public|couple|team|family)$/;

/** "said Ann Lee": the subject stands behind its verb. */
export function invertedOf(frame: Frame, reading: Reading): Attribution | null {
  const { tokens, last, from } = frame;
  const { i, to, cue, a, negative } = reading;
  const base = blankAt(i);

  const early =
    i === from ||
    (tokens[i - 1] !== undefined &&
      (tokens[i - 1]!.kind === 'quote' ||
        is(tokens[i - 1], ',') ||
        is(tokens[i - 1], '—') ||
        is(tokens[i - 1], '?') ||
        is(tokens[i - 1], '!') ||
        is(tokens[i - 1], '–')));
  if (early && (cue.form === 'past' || cue.form === 's') && INVERTING.has(cue.lemma) && a === i) {
    const after = phraseAfter(tokens, to, last);
    if (
      after &&
      (after.kind !== 'pronoun' || /^(?:he|she|they|i|we)$/.test(tokens[after.from]!.lower))
    ) {
      const next = tokens[after.to];
      const closed =
        after.to >= last ||
        !next ||
        next.kind !== 'word' ||
        RELATIVES.has(next.lower) ||
        PREPOSITIONS.has(next.lower) ||
        TIME.has(next.lower) ||
        CONJUNCTIONS.has(next.lower);
      // After a comma an apposition may have ended: "Lee, the mayor, said officials in Rome knew".
      const quoted =
        tokens[i - 1]?.kind === 'quote' ||
        (is(tokens[i - 1], ',') && tokens[i - 2]?.kind === 'quote');
      const sure =
        quoted ||
        i === from ||
        after.kind === 'pronoun' ||
        (cue.strength === 3 && !cue.addressee && after.kind === 'name' && after.to >= last) ||
        (cue.lemma === 'report' && cue.form === 's' && after.kind === 'name' && after.to >= last) ||
        (cue.lemma === 'say' &&
          (after.kind === 'name' ||
            DETERMINERS.has(tokens[after.from]!.lower) ||
            after.to >= last ||
            is(next, ',')));
      // "The report, written by Ann Lee, says police failed the town": no noun phrase, but what is said.
      const clausal =
        !quoted &&
        tokens
          .slice(after.from + 1, after.to)
          .some(
            (t, m, all) =>
              word(t) &&
              !t.cap &&
              /ed$/.test(t.lower) &&
              m < all.length - 1 &&
              !DETERMINERS.has(tokens[after.from + m]!.lower),
          );
      if (
        closed &&
        sure &&
        !clausal &&
        (i > from ||
          is(tokens[after.to], ':') ||
          is(tokens[after.to], ',') ||
          tokens[i - 1]?.kind === 'quote')
      ) {
        return {
          ...base,
          ...cue,
          to,
          subject: after,
          begin: i,
          end: after.apposed ? after.apposed.to : after.to,
          inverted: true,
          negative,
        };
      }
    }
  }

  return null;
}

/** "Ann Lee said": the subject stands before its verb, or is shared with a verb before. */
export function finiteOf(
  frame: Frame,
  reading: Reading,
  earlier: readonly Attribution[],
): Attribution | null {
  const { tokens, from } = frame;
  const { i, to, cue, a, negative, modal } = reading;
  const base = blankAt(i);

  const cueFrom = i;
  let subject: Phrase | null = null;
  let shares: Attribution | null = null;
  const contracted = a < i && /^(?:he|she|they|i|we|you|it)'/.test(tokens[a]!.lower);
  if (contracted)
    subject = { from: a, to: a + 1, kind: 'pronoun', apposed: null, antecedent: null };
  else if (
    word(tokens[a - 1]) &&
    (is(tokens[a - 1], 'and') ||
      is(tokens[a - 1], 'but') ||
      is(tokens[a - 1], 'then') ||
      is(tokens[a - 1], 'or')) &&
    a > from
  ) {
    shares = sharedOf(earlier);
    subject = shares?.subject ?? sentenceSubject(tokens, from, a - 1);
    if (subject && subject.to > a) subject = null;
    if (cue.strength < 3 && tokens[to]?.kind !== 'quote' && !is(tokens[to], 'that')) subject = null;
    // "says he would sit down and tell them": the second verb goes with "would", not with "says".
    if (
      cue.form === 'base' &&
      !modal &&
      !negative &&
      shares &&
      (shares.form === 's' || shares.form === 'past')
    )
      subject = null;
    if (subject)
      return finish({ ...base, ...cue, to, subject, shares, begin: a, end: to, negative }, frame);
  } else subject = a > from ? subjectBefore(tokens, a, from) : null;
  if (!subject) {
    if (is(tokens[a - 1], ',') && a > from) {
      shares = sharedOf(earlier);
      if (shares && cue.form !== 'base' && cue.strength === 3)
        return finish(
          { ...base, ...cue, to, subject: shares.subject, shares, begin: a, end: to, negative },
          frame,
        );
    }
    return null;
  }
  if (cue.form === 'base' && !modal && !negative) {
    const lastWord = tokens[headEnd(tokens, subject)]!;
    if (!(
      PLURAL.test(lastWord.lower) ||
      /^(?:\d[\d.,]*|percent|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter)$/.test(
        lastWord.lower,
      ) ||
      subject.kind === 'pronoun' ||
      subject.kind === 'relative' ||
      tokens.slice(subject.from, subject.to).some((x) => x.lower === 'and')
    ))
      return null;
    if (subject.kind === 'pronoun' && /^(?:he|she|it)$/.test(lastWord.lower)) return null;
  }
  const lone = subject.kind === 'pronoun' ? tokens[subject.from]!.lower : '';
  if ((lone === 'it' || lone === 'you') && cue.strength < 3) return null;
  return finish(
    {
      ...base,
      ...cue,
      from: cueFrom,
      to,
      subject,
      begin: Math.min(subject.from, a),
      end: to,
      negative,
    },
    frame,
  );
}
