/** "saying", "by adding", "with officials claiming": participles, whose subject stands elsewhere. */
import { CUES } from '../cues.ts';
import {
  PREPOSITIONS,
  isAdverb,
  isAuxiliary,
  sentenceSubject,
  subjectBefore,
  type Phrase,
} from '../phrases.ts';
import { SAYING_NOUNS, is, word, type Attribution, type Frame } from './frame.ts';
import { blankAt, finish, sharedOf, type Reading } from './readings.ts';

/** The attribution of a participle; null where its subject is not to be had. */
export function participleOf(
  frame: Frame,
  reading: Reading,
  earlier: readonly Attribution[],
): Attribution | null {
  const { tokens, from } = frame;
  const { i, to, cue, a, negative, be } = reading;
  const base = blankAt(i);

  let cueFrom = i;
  const before = tokens[a - 1];
  let subject: Phrase | null = null;
  let shares: Attribution | null = null;
  let begin = a;
  if (be) {
    subject = subjectBefore(tokens, a, from);
    if (!subject) return null;
    begin = subject.from;
  } else if (
    word(before) &&
    (before.lower === 'by' ||
      before.lower === 'in' ||
      before.lower === 'before' ||
      before.lower === 'after' ||
      before.lower === 'while' ||
      before.lower === 'of' ||
      before.lower === 'for' ||
      before.lower === 'without' ||
      before.lower === 'started' ||
      before.lower === 'began')
  ) {
    if (before.lower === 'without' || before.lower === 'of' || before.lower === 'for') return null;
    const verb = tokens[a - 2];
    if (
      before.lower === 'by' &&
      word(verb) &&
      (CUES.has(verb.lower) ||
        /ed$/.test(verb.lower) ||
        verb.lower === 'began' ||
        verb.lower === 'went')
    ) {
      cueFrom = a - 2;
      let b = a - 2;
      while (b > from && (isAuxiliary(tokens[b - 1]) || isAdverb(tokens[b - 1]))) b--;
      subject = subjectBefore(tokens, b, from) ?? sentenceSubject(tokens, from, a - 2);
      begin = subject && subject.to <= b ? subject.from : b;
    } else {
      subject = sentenceSubject(tokens, from, a - 1);
      if (subject && subject.to > a - 1) subject = null;
      begin = a - 1;
      if (!subject) {
        // "In announcing that …, he": the subject follows
        return null;
      }
    }
  } else {
    shares = sharedOf(earlier, i);
    if (word(before)) {
      const w = before.lower;
      if (PREPOSITIONS.has(w) && w !== 'than') return null;
      if (SAYING_NOUNS.has(w) || /^(?:tweeted|quoted|and|or|but)$/.test(w)) {
        if (!shares) subject = sentenceSubject(tokens, from, a);
      } else {
        // "with officials saying", "people saying"
        const close = subjectBefore(tokens, a, from);
        const lead = close ? tokens[close.from - 1] : undefined;
        if (
          close &&
          close.to - close.from <= 8 &&
          (is(lead, 'with') ||
            is(lead, ',') ||
            (close.from === from && close.to - close.from <= 4) ||
            is(lead, 'are') ||
            is(lead, 'of') ||
            close.kind === 'name')
        ) {
          subject = close;
          begin = close.from;
          shares = null;
        } else if (!shares) subject = sentenceSubject(tokens, from, a);
      }
    } else if (!shares) subject = sentenceSubject(tokens, from, a);
    if (shares) subject = shares.subject;
    if (subject && subject.to > a && !shares) subject = null;
  }
  const orphan = !subject && i > from && tokens[from]!.kind === 'quote' && i - from <= 2;
  if (i === from || (!subject && !orphan)) return null;
  return finish(
    {
      ...base,
      ...cue,
      from: Math.min(cueFrom, i),
      to,
      subject,
      shares,
      begin: Math.min(begin, i),
      end: to,
      negative,
    },
    frame,
  );
}
