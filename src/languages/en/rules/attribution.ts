/** Reads the cue at a word with its subject: who says something here, if anybody. */
import type { Token } from '../../../engine/draft.ts';
import { ACCORDING, CUES, NEGATIONS, PHRASES, REFUSALS } from '../cues.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  INDEFINITES,
  PREPOSITIONS,
  RELATIVES,
  TIME,
  isAdverb,
  isAuxiliary,
  phraseAfter,
  sentenceSubject,
  subjectBefore,
  type Phrase,
} from '../phrases.ts';
import { denies, tellingOf } from '../unsaid.ts';
import { headEnd } from './clause-shape.ts';
import { INVERTING, SAYING_NOUNS, is, word, type Attribution, type Frame } from './frame.ts';
import { speechNounAt } from './speech-nouns.ts';

const PLURAL =
  /(?:[^s]s|people|police|men|women|children|media|staff|some|many|others|most|several|few|those|they|we|i|you|both|all|who|which|that|public|couple|team|family)$/;

/** Whether a noun-shaped form is the noun here: "its claims", "a report". */
function isNoun(tokens: readonly Token[], i: number, from: number): boolean {
  const before = tokens[i - 1];
  if (i === from || !before) return true;
  if (before.kind === 'quote') return false;
  if (before.kind !== 'word') return before.lower === "'" || before.lower === '’';
  const w = before.lower;
  if ((DETERMINERS.has(w) && !INDEFINITES.has(w)) || /^\d+$/.test(w)) return true;
  if (w.endsWith("'s") || (PREPOSITIONS.has(w) && w !== 'to')) return true;
  if (w === 'and' || w === 'or')
    return !tokens[i + 1] || !(is(tokens[i + 1], 'that') || tokens[i + 1]!.kind === 'quote');
  if (/(?:al|ive|ous|ic|ful|ary|able|ible|ent|ant|est|ish)$/.test(w) && !before.cap && w.length > 4)
    return true;
  const next = tokens[i + 1];
  if (/^states?$/.test(tokens[i]!.lower))
    return !(
      is(next, 'that') ||
      is(next, ':') ||
      next?.kind === 'quote' ||
      (before.kind === 'word' && (is(next, ',') || next === undefined))
    );
  if (
    word(next) &&
    (next.lower === 'of' ||
      next.lower === 'from' ||
      next.lower === 'is' ||
      next.lower === 'are' ||
      next.lower === 'was' ||
      next.lower === 'were' ||
      next.lower === 'has' ||
      next.lower === 'by')
  )
    return true;
  return false;
}

/** Reads the cue at token `i`, with its subject; null where the word attributes nothing. */
export function attributionAt(
  frame: Frame,
  i: number,
  earlier: readonly Attribution[],
): Attribution | null {
  const { tokens, last, from } = frame;
  const t = tokens[i]!;
  if (t.kind !== 'word') return null;
  const base = {
    from: i,
    to: i + 1,
    negative: false,
    inverted: false,
    according: false,
    quotedAs: false,
    subject: null as Phrase | null,
    passer: null as Phrase | null,
    shares: null as Attribution | null,
    begin: i,
    end: i + 1,
    forward: -1,
    join: 'none' as Attribution['join'],
  };
  for (const words of ACCORDING) {
    if (t.lower !== words[0] || !words.every((w, k) => tokens[i + k]?.lower === w)) continue;
    if (words[1] === 'per' && tokens[i + 2] && !tokens[i + 2]!.cap) return null;
    const at = i + words.length;
    const him =
      at < last && /^(?:him|her|them|us|me)$/.test(tokens[at]!.lower) && !word(tokens[at + 1]);
    const subject: Phrase | null = him
      ? { from: at, to: at + 1, kind: 'pronoun', apposed: null, antecedent: null }
      : phraseAfter(tokens, at, last);
    if (!subject) return null;
    return {
      ...base,
      to: i + words.length,
      kind: 'said',
      strength: 3,
      form: 'ing',
      bare: true,
      naming: false,
      addressee: false,
      infinitive: false,
      lemma: 'according',
      according: true,
      subject,
      end: subject.to,
    };
  }
  const noun = speechNounAt(frame, i);
  if (noun) return { ...base, ...noun };
  let cue: Pick<
    Attribution,
    'kind' | 'strength' | 'form' | 'bare' | 'naming' | 'addressee' | 'infinitive' | 'lemma'
  > | null = null;
  let to = i + 1;
  for (const p of PHRASES) {
    if (!p.verb.test(t.lower) || !p.then.every((w, k) => tokens[i + 1 + k]?.lower === w)) continue;
    const form = /ing$/.test(t.lower)
      ? 'ing'
      : /s$/.test(t.lower)
        ? 's'
        : (CUES.get(t.lower)?.form ?? (/^(?:make|go)$/.test(t.lower) ? 'base' : 'past'));
    cue = {
      kind: p.kind,
      strength: p.strength,
      form,
      bare: p.bare,
      naming: p.naming ?? false,
      addressee: false,
      infinitive: false,
      lemma: p.then.join(' '),
    };
    to = p.keep ? i + 1 : i + 1 + p.then.length;
    break;
  }
  const known = CUES.get(t.lower);
  if (!cue) {
    if (!known || (t.cap && i > from)) return null;
    if (known.noun && isNoun(tokens, i, from)) return null;
    cue = known;
  }
  let a = i;
  let negative = false;
  let have = false;
  let be = false;
  let modal = false;
  let unreal = false;
  while (a > from && word(tokens[a - 1])) {
    const w = tokens[a - 1]!;
    if (denies(tokens, a - 1)) negative = true;
    if (isAuxiliary(w)) {
      if (/^(?:has|have|had|having|hasn't|haven't|hadn't|'ve|'d)$/.test(w.lower)) have = true;
      else if (
        /^(?:is|are|was|were|be|been|being|isn't|wasn't|weren't|aren't|am|'s)$/.test(w.lower)
      )
        be = true;
      else if (!/^(?:do|does|did|don't|doesn't|didn't)$/.test(w.lower)) modal = true;
      if (/^(?:will|should|must|can|could|may|might|won't|cannot|can't)$/.test(w.lower))
        unreal = true;
      if (/'/.test(w.lower) && /^(?:he|she|they|i|we|you|it|that|there)'/.test(w.lower)) {
        // a pronoun with its auxiliary: "she's said"
        a--;
        break;
      }
      a--;
      continue;
    }
    if (isAdverb(w) || NEGATIONS.has(w.lower)) {
      a--;
      continue;
    }
    break;
  }
  if (cue.form === 'participle' && !have) return null;
  // "the so-called X", "so called"
  if (is(tokens[i - 1], 'so') && cue.lemma === 'call') return null;
  // What may or will be said has not been said, unless its words are quoted.
  if (unreal && cue.lemma !== 'say' && tokens[to]?.kind !== 'quote') return null;
  const previous = tokens[a - 1];
  let cueFrom = i;
  if (
    (cue.form === 'past' && be && !have && cue.lemma !== 'begin') ||
    (cue.form === 'past' && be && have)
  ) {
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
  if (cue.lemma === 'quote' || cue.lemma === 'cite') {
    // "the agency quoted Ms. Lee as saying": the subject passes the words on
    const said = phraseAfter(tokens, i + 1, last);
    if (said && is(tokens[said.to], 'as') && is(tokens[said.to + 1], 'saying')) {
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
  }
  if (cue.form !== 'ing' && /^(?:recall|remember|describe|report)$/.test(cue.lemma)) {
    // "she recalled Mr. Ray telling her": whoever tells says the words
    let at = to;
    while (
      at < Math.min(last, to + 8) &&
      word(tokens[at]) &&
      !/^(?:saying|telling)$/.test(tokens[at]!.lower)
    )
      at++;
    const teller =
      at > to && /^(?:saying|telling)$/.test(tokens[at]?.lower ?? '')
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
  }
  if (cue.form === 'base') {
    if (is(previous, 'to') || is(tokens[i - 1], 'to')) {
      const at = is(previous, 'to') ? a - 1 : i - 1;
      const verb = tokens[at - 1];
      if (!word(verb)) return null;
      if (REFUSALS.has(verb.lower)) {
        negative = true;
        a = at - 1;
      } else if (
        /^(?:continue|began|begin|begins|continued|continues|proceeded|had|used|wants?|wanted|like|likes|liked)$/.test(
          verb.lower,
        ) &&
        verb.lower !== 'had'
      )
        a = at - 1;
      else return null;
      while (a > from && (isAuxiliary(tokens[a - 1]) || isAdverb(tokens[a - 1]))) a--;
      cueFrom = i;
    } else if (i === from || (!modal && !negative && !word(previous))) {
      if (!is(previous, ',') && !is(previous, ')')) return null;
    }
  }
  if (cue.form === 'ing') {
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
      if (before.lower === 'without' || before.lower === 'of' || before.lower === 'for')
        return null;
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
      shares = [...earlier].reverse().find((e) => e.subject && !e.according && e.begin < i) ?? null;
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
  // finite, inverted: "said X"
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
    shares = [...earlier].reverse().find((e) => e.subject && !e.according) ?? null;
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
      shares = [...earlier].reverse().find((e) => e.subject && !e.according) ?? null;
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

/**
 * "by saying that" directly after a cue belongs to it: "concluded by saying". What is told as denied is marked;
 * what is told neither as said nor as denied attributes nothing.
 */
function finish(found: Attribution, frame: Frame): Attribution | null {
  const { tokens } = frame;
  const telling = tellingOf(
    tokens,
    frame.from,
    found.subject,
    found.from,
    found.form === 's' || found.form === 'base',
  );
  if (telling === 'unsaid') {
    frame.unsaid.push(found);
    return null;
  }
  if (telling === 'denied') found.negative = true;
  const k = found.to;
  if (is(tokens[k], 'by') && is(tokens[k + 1], 'saying'))
    return { ...found, to: k + 2, end: k + 2, bare: true, strength: 3 };
  return found;
}
