/**
 * Claims of one paragraph by rule: what marks, cues and word order decide. No look at other paragraphs:
 * what a paragraph leaves open (an introduction with nothing after it, a quotation nobody is named for)
 * is handed on, and `assemble.ts` joins it.
 */
import type { ClaimType, CueKind, Polarity, Span } from '../../model/records.ts';
import type { Decision } from '../../engine/types.ts';
import { ACCORDING, CUES, NEGATIONS, PHRASES, REFUSALS, SPEECH_NOUNS } from './cues.ts';
import type { Stretch } from '../../engine/marks.ts';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  INDEFINITES,
  OBJECTS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TIME,
  isAdverb,
  isAuxiliary,
  looksVerb,
  phraseAfter,
  sentenceSubject,
  spanOfTokens,
  subjectBefore,
  type Phrase,
} from './phrases.ts';
import { denies, tellingOf } from './unsaid.ts';
import { clauses, endsSentence, tokenize, type Clause, type Token } from './words.ts';

/** A speaker as printed, with what stands beside it. */
export interface Mention extends Span {
  kind: Phrase['kind'];
  /** A name put beside a description in commas. */
  apposed: Span | null;
  /** For "who": the words it stands for. */
  antecedent: Mention | null;
}

/** A claim before its speaker is known. */
export interface Draft {
  paragraph: number;
  type: ClaimType;
  parts: Span[];
  cue: Span | null;
  cueKind: CueKind;
  polarity: Polarity;
  mention: Mention | null;
  /** The draft whose speaker this one takes over. */
  inherits: Draft | null;
  /** Who may have spoken, where no cue says so. */
  hint?: Mention | null;
  /** Nobody is named here: the paragraphs around may tell. */
  open: boolean;
  via: Mention[];
  within: Draft | null;
  turn: number | null;
  rule: string;
  confidence: number;
  /** What decided and by how much, where the model had a say. */
  decision?: Decision;
  reasons: string[];
}

/** An introduction at the end of a paragraph, whose words come in the next. */
export interface Lead {
  cue: Span;
  cueKind: CueKind;
  polarity: Polarity;
  mention: Mention | null;
  inherits: Draft | null;
  /** Ends with a colon, as against a comma or nothing. */
  colon: boolean;
  according: boolean;
}

export interface ParagraphClaims {
  drafts: Draft[];
  lead: Lead | null;
  tokens: Token[];
  clauses: Clause[];
  /** First token after a dateline: nobody before it says anything. */
  body: number;
}

/** Confidence of each rule: how often it was right on news it was measured on. */
export const RULES = {
  'after-quotation': 0.97,
  'before-quotation': 0.96,
  interrupted: 0.96,
  colon: 0.95,
  'said-that': 0.9,
  said: 0.82,
  'said-after': 0.86,
  'according-to': 0.92,
  asked: 0.8,
  naming: 0.75,
  'weak-cue': 0.65,
  mixed: 0.85,
  continued: 0.92,
  adjacent: 0.85,
  'beside-quotation': 0.88,
  'next-paragraph': 0.93,
  'quotation-alone': 0.8,
  'long-quotation': 0.6,
  'block-quotation': 0.8,
  signature: 0.85,
  'quoted-as': 0.88,
  nested: 0.7,
  'turn-answer': 0.98,
  'turn-question': 0.98,
} as const;
export type Rule = keyof typeof RULES;

const INVERTING = new Set(
  'say add ask write explain note reply respond continue warn insist declare tweet recall claim argue admit announce observe report remark shout joke conclude state tell agree rejoice wonder comment suggest acknowledge predict boast quip post cry exclaim begin go reveal complain lament stress'.split(
    ' ',
  ),
);
const SAYING_NOUNS = new Set(
  'statement letter tweet memo report email post message note release speech interview ad article letters statements tweets emails posts complaint lawsuit op-ed column video resolution order petition editorial'.split(
    ' ',
  ),
);
const WH = new Set('if whether how why what where when who which'.split(' '));

interface Attribution {
  /** Tokens of the cue. */
  from: number;
  to: number;
  kind: CueKind;
  strength: 1 | 2 | 3;
  form: 'base' | 's' | 'past' | 'participle' | 'ing';
  bare: boolean;
  naming: boolean;
  addressee: boolean;
  infinitive: boolean;
  lemma: string;
  negative: boolean;
  inverted: boolean;
  according: boolean;
  quotedAs: boolean;
  subject: Phrase | null;
  /** Who passes the words on: the agency in "the agency quoted X as saying". */
  passer: Phrase | null;
  /** The attribution whose subject this one shares. */
  shares: Attribution | null;
  /** First and last token of subject and cue together, exclusive. */
  begin: number;
  end: number;
  /** Where the words begin after the cue, -1 if they do not. */
  forward: number;
  /** How they are joined: "that", a colon, a quotation at once, or nothing. */
  join: 'that' | 'colon' | 'quote' | 'bare' | 'wh' | 'np' | 'none';
}

const word = (t: Token | undefined): t is Token => t !== undefined && t.kind === 'word';
const is = (t: Token | undefined, mark: string) =>
  t !== undefined && t.kind !== 'quote' && t.lower === mark;
const wordCount = (text: string, span: Span) => {
  let n = 0;
  let inside = false;
  for (let i = span.start; i < span.end; i++) {
    const c = text.charCodeAt(i);
    const space = c === 32 || c === 10 || c === 9 || c === 160;
    if (!space && !inside) n++;
    inside = !space;
  }
  return n;
};

/** Everything a rule needs of one sentence. */
interface Frame {
  text: string;
  tokens: Token[];
  clause: Clause;
  /** First token after a dateline, if there is one. */
  from: number;
  /** One past the last token that is not closing punctuation. */
  last: number;
  /** What looks like an attribution of words that are not told as said. */
  unsaid: Attribution[];
}

function mentionOf(tokens: readonly Token[], phrase: Phrase): Mention {
  return {
    ...spanOfTokens(tokens, phrase.from, phrase.to),
    kind: phrase.kind,
    apposed: phrase.apposed && spanOfTokens(tokens, phrase.apposed.from, phrase.apposed.to),
    antecedent: phrase.antecedent && mentionOf(tokens, phrase.antecedent),
  };
}

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
function attributionAt(
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

/** "Ann Lee's claim that", "his warning that": a noun of speech, with whose it is. */
function speechNounAt(
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

/** Last token of a phrase's head: before "of", "for" and the like. */
function headEnd(tokens: readonly Token[], p: Phrase): number {
  let k = p.from;
  while (
    k + 1 < p.to &&
    !(tokens[k + 1]!.kind === 'word' && PREPOSITIONS.has(tokens[k + 1]!.lower)) &&
    tokens[k + 1]!.kind === 'word'
  )
    k++;
  return k;
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

/** Whether a time, place or occasion may begin at token `k`: one token past it, or `k` itself. */
function skipTime(tokens: readonly Token[], k: number, last: number): number {
  let j = k;
  const t = tokens[j];
  if (!word(t) || j >= last) return k;
  if (t.lower === 'may' && !t.cap) return k;
  if (/^(?:on|in|at|by|since|during|late|early|the|last|this|next|of|over|for)$/.test(t.lower)) {
    let m = j + 1;
    // "told the paper last fall": a season is a time after "last" and the like only.
    if (
      /^(?:last|this|next)$/.test(tokens[m - 1]!.lower) &&
      word(tokens[m]) &&
      m < last &&
      /^(?:spring|summer|fall|autumn|winter)$/.test(tokens[m]!.lower)
    )
      return m + 1;
    while (
      m < last &&
      word(tokens[m]) &&
      /^(?:the|last|this|next|early|late|a|same|previous|mid|\d{1,2}(?:st|nd|rd|th)?)$/.test(
        tokens[m]!.lower,
      )
    )
      m++;
    const n = tokens[m];
    if (
      word(n) &&
      m < last &&
      ((TIME.has(n.lower) &&
        (n.lower !== 'may' || n.cap) &&
        (n.cap ||
          /^(?:day|week|month|year|morning|afternoon|evening|night|time|weekend|days|weeks|months|years)$/.test(
            n.lower,
          ))) ||
        (/^(?:19|20)\d\d$/.test(n.lower) && t.lower === 'in'))
    )
      j = m + 1;
    else return k;
  } else if (TIME.has(t.lower)) j++;
  else return k;
  while (
    j < last &&
    word(tokens[j]) &&
    (TIME.has(tokens[j]!.lower) || /^\d{1,2}$|^(?:19|20)\d\d$/.test(tokens[j]!.lower))
  )
    j++;
  return j;
}

/** Finds where the words begin that the cue introduces, and how they are joined to it. */
function findForward(frame: Frame, att: Attribution, backward: boolean): void {
  const { tokens, last } = frame;
  let k = att.end;
  att.forward = -1;
  att.join = 'none';
  const take = (at: number, join: Attribution['join']) => {
    if (at < last) {
      att.forward = at;
      att.join = join;
    }
  };
  if (att.according || att.inverted) {
    if (is(tokens[k], ':')) return take(k + 1, 'colon');
    if (att.inverted) {
      for (let m = k; m < Math.min(last, k + 25); m++) {
        if (is(tokens[m], ':')) return take(m + 1, 'colon');
        if (is(tokens[m], ',') && tokens[m + 1]?.kind === 'quote') return take(m + 1, 'quote');
      }
      return;
    }
    for (let m = k; m < Math.min(last, k + 22); m++) {
      if (is(tokens[m], ',') || is(tokens[m], ':')) {
        // an apposition or a relative clause of the source
        const n = tokens[m + 1];
        const participle =
          word(n) &&
          /^[a-z]{3,}(?:ed|ing)$/.test(n.lower) &&
          !n.cap &&
          word(tokens[m + 2]) &&
          PREPOSITIONS.has(tokens[m + 2]!.lower);
        if (
          m + 1 < last &&
          word(n) &&
          (RELATIVES.has(n.lower) ||
            participle ||
            (/^(?:an?|the)$/.test(n.lower) && att.subject!.kind === 'name'))
        ) {
          let c = m + 1;
          while (c < last && c - m < 25 && !is(tokens[c], ',')) c++;
          if (is(tokens[c], ',') && c + 1 < last) return take(c + 1, 'bare');
          if (RELATIVES.has(n.lower)) return;
        }
        return take(
          m + 1,
          is(tokens[m], ':') ? 'colon' : tokens[m + 1]?.kind === 'quote' ? 'quote' : 'bare',
        );
      }
    }
    return;
  }
  if (att.addressee && word(tokens[k])) {
    const t = tokens[k]!;
    if (t.lower !== 'that' && !WH.has(t.lower) && !TIME.has(t.lower)) {
      if (
        /^(?:him|her|them|us|me|you|it|himself|herself)$/.test(t.lower) &&
        !(
          t.lower === 'her' &&
          word(tokens[k + 1]) &&
          !tokens[k + 1]!.cap &&
          !/^(?:that|to|on|in|about|he|she|they|it|the|during|at|if|how|why|what|not|of|by|when|after|a)$/.test(
            tokens[k + 1]!.lower,
          )
        )
      )
        k++;
      else if (!/^(?:about|of|to|on|in|for)$/.test(t.lower)) {
        const to = phraseAfter(tokens, k, last);
        if (to && to.to > k) {
          k = to.to;
          if (to.apposed && is(tokens[to.apposed.to], ',')) k = to.apposed.to + 1;
        }
      }
    }
  }
  // "summed up", "shot back": a particle is part of the verb.
  if (
    k === att.end &&
    word(tokens[k]) &&
    /^(?:up|back|out|off|down|away)$/.test(tokens[k]!.lower)
  ) {
    if (att.lemma === 'add') return;
    k++;
  }
  // "What Ann Lee said was that", "All she said was “no”"
  if (
    /^(?:what|all)$/.test(tokens[att.begin - 1]?.lower ?? '') &&
    /^(?:is|was)$/.test(tokens[k]?.lower ?? '')
  )
    k++;
  let guard = 0;
  while (k < last && guard++ < 12) {
    const t = tokens[k]!;
    const symbol = t.lower;
    if (t.kind === 'quote') return take(k, 'quote');
    if (is(t, ':')) return take(k + 1, 'colon');
    if (is(t, 'that')) return take(k + 1, 'that');
    if (is(t, ',') || is(t, '—') || is(t, '–')) {
      if (tokens[k + 1]?.kind === 'quote' && k + 1 < last) return take(k + 1, 'quote');
      if (is(tokens[k + 1], 'that')) return take(k + 2, 'that');
      if (
        !backward &&
        att.strength === 3 &&
        is(t, ',') &&
        is(tokens[att.begin - 1], ',') &&
        looksClause(tokens, k + 1, last)
      )
        return take(k + 1, 'bare');
      if (
        !backward &&
        att.strength >= 2 &&
        is(t, ',') &&
        is(tokens[att.begin - 1], 'as') &&
        att.begin - 1 <= frame.clause.from + 1
      )
        return take(k + 1, 'bare');
      // "said, in part, that", "said, adding"
      let c = k + 1;
      while (c < last && c - k < 18 && !is(tokens[c], t.lower)) c++;
      // "said, adding, “…”": what comes then is attributed by the second verb.
      if (word(tokens[k + 1]) && CUES.get(tokens[k + 1]!.lower)?.form === 'ing') return;
      if (is(tokens[c], t.lower) && c < last - 1) {
        if (is(tokens[c + 1], 'that')) return take(c + 2, 'that');
        if (tokens[c + 1]?.kind === 'quote') return take(c + 1, 'quote');
      }
      return;
    }
    if (is(t, ';')) return;
    if (word(t)) {
      const afterTime = skipTime(tokens, k, last);
      if (afterTime > k) {
        k = afterTime;
        continue;
      }
      if (isAdverb(t) && is(tokens[k + 1], ',') && tokens[k + 2]?.kind === 'quote' && k + 2 < last)
        return take(k + 2, 'quote');
      if (
        isAdverb(t) &&
        !backward &&
        k === att.end &&
        !(
          tokens[k + 1] &&
          word(tokens[k + 1]) &&
          tokens[k + 1]!.lower !== 'that' &&
          !tokens[k + 1]!.cap
        )
      ) {
        k++;
        continue;
      }
      if (
        WH.has(t.lower) &&
        !(backward && /^(?:when|who|which|where)$/.test(t.lower)) &&
        (att.strength > 1 ||
          t.lower === 'whether' ||
          t.lower === 'if' ||
          t.lower === 'how' ||
          t.lower === 'why' ||
          t.lower === 'what')
      ) {
        if (
          (t.lower !== 'when' && t.lower !== 'who' && t.lower !== 'which' && t.lower !== 'where') ||
          att.kind === 'asked'
        )
          return take(k, 'wh');
      }
      if (
        /^(?:about|over|around|under|nearly|like|up|more)$/.test(t.lower) &&
        word(tokens[k + 1]) &&
        /^(?:\d|half|two|three|four|five|six|seven|eight|nine|ten|a|one)/.test(
          tokens[k + 1]!.lower,
        ) &&
        att.lemma === 'say'
      )
        return take(k, 'bare');
      const occasion =
        PREPOSITIONS.has(t.lower) || t.lower === 'when' || t.lower === 'where' || t.lower === 'who';
      if (att.kind === 'asked' && att.strength === 3 && t.lower === 'to' && k > att.end)
        return take(att.end, 'np');
      if (
        (occasion && !att.naming && !att.infinitive) ||
        (occasion && t.lower !== 'to' && !att.naming)
      ) {
        // the words follow an occasion: "said in an interview with X that"
        for (let m = k + 1; m < Math.min(last, k + 32); m++) {
          const n = tokens[m]!;
          // "who wrote to her say they are “worried”": the next verb of saying has the words.
          if (
            word(n) &&
            m > k + 1 &&
            att.subject?.kind === 'relative' &&
            CUES.get(n.lower)?.lemma === 'say'
          )
            break;
          if (n.kind === 'quote') {
            if (
              !backward &&
              is(tokens[m - 1], ',') &&
              n.end - n.start < 60 &&
              word(tokens[m - 2]) &&
              !tokens[m - 2]!.cap &&
              isTitle(frame.text.slice(n.quote!.inner.start, n.quote!.inner.end))
            )
              break;
            if (is(tokens[m - 1], ',') || is(tokens[m - 1], ':'))
              return take(m, is(tokens[m - 1], ':') ? 'colon' : 'quote');
            if (
              !backward &&
              att.strength > 1 &&
              n.end - n.start > 20 &&
              !DETERMINERS.has(tokens[m - 1]!.lower)
            )
              return take(m, 'quote');
            continue;
          }
          if (is(n, ':')) return take(m + 1, 'colon');
          if (is(n, 'that') && m > k + 1 && !PREPOSITIONS.has(tokens[m - 1]!.lower))
            return take(m + 1, 'that');
          if (is(n, ';')) break;
        }
        if (!backward && att.strength === 3 && (att.bare || att.kind === 'asked')) {
          // "said in June he would", "said of the plan": take what follows a short occasion
          const object = phraseAfter(tokens, k + 1, last);
          const after = object ? object.to : k + 1;
          if (
            is(tokens[after], ',') &&
            after + 2 < last &&
            !(
              word(tokens[after + 1]) &&
              (/ing$/.test(tokens[after + 1]!.lower) || CONJUNCTIONS.has(tokens[after + 1]!.lower))
            )
          )
            return take(after + 1, 'bare');
          if (t.lower === 'about' || t.lower === 'for' || t.lower === 'of') return;
          for (let m = k + 1; m < Math.min(last, k + 16); m++) {
            const n = tokens[m]!;
            if (
              word(n) &&
              m > k + 1 &&
              (PRONOUNS.has(n.lower) ||
                (DETERMINERS.has(n.lower) &&
                  n.lower === 'the' &&
                  !PREPOSITIONS.has(tokens[m - 1]!.lower))) &&
              !PREPOSITIONS.has(tokens[m - 1]!.lower)
            )
              return take(m, 'bare');
          }
          if (t.lower === 'there') return take(k, 'bare');
        }
        return;
      }
      if (att.naming) return take(k, 'np');
      if (att.infinitive && (t.lower === 'to' || att.kind === 'ordered')) return take(k, 'np');
      if (att.kind === 'accused' || att.kind === 'denied' || att.kind === 'ordered')
        return take(k, 'np');
      if (att.kind === 'asked') {
        const q = findQuote(tokens, k, last, 14);
        if (q >= 0 && (is(tokens[q - 1], ',') || is(tokens[q - 1], ':'))) return take(q, 'quote');
        if (t.lower === 'for' || t.lower === 'about' || att.strength === 1) return;
        if (t.lower === 'to') return take(att.end, 'np');
        for (let m = k; m < Math.min(last, k + 5); m++)
          if (word(tokens[m]) && /^(?:if|whether|how|why|what)$/.test(tokens[m]!.lower))
            return take(m, 'wh');
        return;
      }
      if (
        t.lower === 'so' ||
        t.lower === 'yes' ||
        t.lower === 'no' ||
        t.lower === 'something' ||
        t.lower === 'nothing' ||
        t.lower === 'goodbye'
      ) {
        if (last - k < 3) return;
      }
      if (saysNothing(frame.text.slice(t.start, tokens[last - 1]!.end))) return;
      if (t.lower === 'not' && !att.bare) return;
      if (att.bare) return take(k, 'bare');
      return;
    }
    if (is(t, '(') || is(t, '[')) {
      return att.bare ? take(k, 'bare') : undefined;
    }
    if (att.bare && symbol === '$') take(k, 'bare');
    return;
  }
}

/** "said nothing", "said little about the plan": no words are told. */
export const saysNothing = (words: string): boolean =>
  /^(?:nothing|little|(?:not )?much|anything)(?:\s+(?:about|of|on|more|else|to|in|at|after|when|during)\b[^]*)?[.]?$/i.test(
    words,
  );

function findQuote(tokens: readonly Token[], from: number, to: number, reach: number): number {
  for (let m = from; m < Math.min(to, from + reach); m++) if (tokens[m]!.kind === 'quote') return m;
  return -1;
}

/** Whether bare words after a weak cue look like a clause: a subject, then a verb. */
function looksClause(tokens: readonly Token[], k: number, to: number): boolean {
  const t = tokens[k];
  if (!word(t) || t.lower === 'and' || t.lower === 'or') return false;
  if (isAuxiliary(t)) return true;
  const limit = Math.min(to, k + 12);
  for (let m = k + 1; m < limit; m++) {
    const n = tokens[m]!;
    if (n.kind === 'punct' && (n.lower === ',' || n.lower === ';')) return false;
    if (n.kind !== 'word') continue;
    if (isAuxiliary(n)) return true;
    if (PREPOSITIONS.has(n.lower) && n.lower !== 'of') {
      if (PRONOUNS.has(t.lower)) continue;
    }
    if (
      /^(?:said|went|made|took|got|came|knew|gave|saw|needs?|wants?|wanted|needed|makes?|takes?|gets?|goes|comes|knows?|should|let)$/.test(
        n.lower,
      )
    )
      return true;
    if (
      /ed$/.test(n.lower) &&
      !n.cap &&
      n.lower.length > 4 &&
      !PREPOSITIONS.has(tokens[m + 1]?.lower ?? '')
    )
      return true;
  }
  return PRONOUNS.has(t.lower) && t.lower !== 'you' && t.lower !== 'it';
}

/** Cues whose words may be no clause: "predict a resurgence", "declared the city liberated from the enemy". */
function takesPhrase(
  tokens: readonly Token[],
  att: Attribution,
  from: number,
  last: number,
): boolean {
  if (att.kind === 'predicted') return last - from > 1;
  if (att.lemma !== 'declare') return false;
  const object = phraseAfter(tokens, from, last);
  let k = object?.to ?? last;
  while (k < last && isAdverb(tokens[k])) k++;
  const next = tokens[k];
  return (
    object !== null &&
    k < last &&
    word(next) &&
    (/ed$/.test(next.lower) ||
      /^(?:free|dead|safe|open|closed|independent|void|winner|an?|unfit|guilty|innocent)$/.test(
        next.lower,
      ))
  );
}

/** Where the words before an attribution begin and end: `[from, to)`, or null. */
function backwardOf(
  frame: Frame,
  att: Attribution,
  floor: number,
): { from: number; to: number; quote: boolean } | null {
  const { tokens, clause } = frame;
  let end = att.begin;
  let comma = false;
  if (is(tokens[end - 1], ',') || is(tokens[end - 1], '—') || is(tokens[end - 1], '–')) {
    comma = true;
    end--;
  }
  if (is(tokens[end - 1], 'as') && is(tokens[end - 2], ',') && att.begin - 2 > clause.from) {
    end -= 2;
    comma = true;
  }
  const prior = tokens[end - 1];
  if (
    prior?.kind === 'quote' &&
    !comma &&
    !/[.,!?…—-]['’”"]?$/.test(
      frame.text.slice(
        Math.max(prior.quote!.inner.start, prior.quote!.inner.end - 2),
        prior.quote!.inner.end,
      ),
    ) &&
    prior.end - prior.start < 30
  )
    return null;
  if (prior?.kind === 'quote') {
    // also over the end of a sentence: "…?" Smith asked, "…." The diplomat said
    return { from: end - 1, to: end, quote: true };
  }
  const quoted = quoteBefore(frame, att, end, floor);
  if (quoted >= 0) return { from: quoted, to: quoted + 1, quote: true };
  // "Ann Lee leads by 271 votes according to a count"
  if (
    att.according &&
    !comma &&
    att.begin - Math.max(clause.from, floor) >= 5 &&
    word(tokens[end - 1])
  )
    comma = true;
  if (!comma || end <= Math.max(clause.from, floor)) return null;
  const from = Math.max(clause.from, floor, frame.from);
  return from < end ? { from, to: end, quote: false } : null;
}

/**
 * `“We lost,” Ann Lee, 40, of Rome, said`: the quotation that ends in a comma where nothing but the speaker stands between it
 * and the cue; -1 if there is none. The subject becomes the phrase right after the quotation.
 */
function quoteBefore(frame: Frame, att: Attribution, end: number, floor: number): number {
  const { text, tokens, clause } = frame;
  if (
    att.according ||
    att.inverted ||
    att.shares ||
    (att.form !== 'past' && att.form !== 's') ||
    end <= Math.max(clause.from, floor)
  )
    return -1;
  let q = end - 1;
  while (q > Math.max(clause.from, floor) && end - q < 40 && tokens[q]!.kind !== 'quote') q--;
  const stretch = tokens[q]!.quote;
  if (
    !stretch ||
    q + 1 >= end ||
    !/[,?!]['’”"]?$/.test(
      text.slice(Math.max(stretch.inner.start, stretch.inner.end - 2), stretch.inner.end),
    )
  )
    return -1;
  if (q > Math.max(clause.from, floor) && !is(tokens[q - 1], ',')) return -1;
  const subject = phraseAfter(tokens, q + 1, end);
  if (!subject || subject.kind === 'pronoun' || !is(tokens[subject.to], ',')) return -1;
  // A verb of the speaker's own would make this another clause, unless it stands after "who".
  let relative = false;
  for (let k = subject.to; k < end; k++) {
    const t = tokens[k]!;
    if (t.kind === 'punct' && !/^[,.()’'&-]$/.test(t.lower)) return -1;
    if (!word(t)) continue;
    if (RELATIVES.has(t.lower) || t.lower === 'whose') relative = true;
    if (
      !relative &&
      (looksVerb(t) ||
        ((PRONOUNS.has(t.lower) || CONJUNCTIONS.has(t.lower)) &&
          t.lower !== 'and' &&
          t.lower !== 'i'))
    )
      return -1;
  }
  if (subject.kind === 'name' && !DETERMINERS.has(tokens[subject.from]!.lower))
    att.subject = subject;
  else if (att.subject && att.subject.from > subject.from && att.subject.kind === 'description')
    att.subject = { ...att.subject, from: subject.from };
  return q;
}

/** First token after a dateline: "NEW YORK (AFP) – ", "MOSCOW, July 5 — ", "Springfield, Ill. — ". */
function afterDateline(text: string, tokens: readonly Token[], clause: Clause): number {
  for (let k = clause.from + 1; k < Math.min(clause.to, clause.from + 10); k++) {
    const t = tokens[k]!;
    if (t.kind === 'quote') break;
    if (t.kind !== 'punct' || !/^[—–-]$/.test(t.lower)) continue;
    const first = text.slice(tokens[clause.from]!.start, tokens[clause.from]!.end);
    // "NATO — the alliance of 32 states — said": a second dash makes of the first the opening of an aside.
    let dash = k + 1;
    while (
      dash < Math.min(clause.to, k + 20) &&
      !(tokens[dash]!.kind === 'punct' && /^[—–-]$/.test(tokens[dash]!.lower)) &&
      !looksVerb(tokens[dash]!)
    )
      dash++;
    if (dash + 1 < clause.to && tokens[dash]!.kind === 'punct' && looksVerb(tokens[dash + 1]!))
      break;
    const dated =
      (word(tokens[k - 1]) && /\.$|^\d+$/.test(tokens[k - 1]!.lower)) || is(tokens[k - 1], '.');
    if (is(tokens[k - 1], ')') || (first.length > 3 && first === first.toUpperCase())) return k + 1;
    if (
      dated &&
      clause.from === 0 &&
      is(tokens[1], ',') &&
      tokens.slice(0, k).every((t) => t.cap || t.kind === 'punct' || /^\d+$/.test(t.lower))
    )
      return k + 1;
    break;
  }
  return clause.from;
}

const clauseText = (tokens: readonly Token[], from: number, to: number): Span | null => {
  let a = from;
  while (a < to && tokens[a]!.kind === 'punct' && /^[,;:.\-—–…)\]"“”]$/.test(tokens[a]!.lower)) a++;
  let b = wordsEnd(tokens, a, to);
  while (b > a && tokens[b - 1]!.kind === 'punct' && /^[;\-—–(\[]$/.test(tokens[b - 1]!.lower)) b--;
  return a < b ? { start: tokens[a]!.start, end: tokens[b - 1]!.end } : null;
};

/** One past the last token that is not closing punctuation or a mark left over; a bracket that was opened inside stays. */
function wordsEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from && tokens[end - 1]!.kind === 'punct') {
    const mark = tokens[end - 1]!.lower;
    if (/^[.!?…:,"“”’‘'«»]$/.test(mark)) {
      end--;
      continue;
    }
    if (mark !== ')' && mark !== ']') break;
    let open = end - 2;
    while (
      open >= from &&
      end - open < 80 &&
      !(tokens[open]!.kind === 'punct' && tokens[open]!.lower === (mark === ')' ? '(' : '['))
    )
      open--;
    if (open > from && end - open < 80) break;
    end--;
  }
  return end;
}

/** What a name before "of mark" is not: titles and nicknames in marks. */
const NAMED_BY = new Set(
  'called known titled entitled named dubbed nicknamed headlined labeled labelled so-called term word phrase slogan movie film book song album show series novel article essay documentary titled hashtag album'.split(
    ' ',
  ),
);

/** Every claim the rules find in one paragraph (or inside one quotation), and what they leave open. */
export function paragraphClaims(
  text: string,
  span: Span,
  stretches: readonly Stretch[],
  paragraph: number,
): ParagraphClaims {
  // Marks with nothing between them quote nothing.
  const tokens = tokenize(
    text,
    span.start,
    span.end,
    stretches.filter(({ inner }) => inner.end > inner.start),
  );
  const sentences = clauses(text, tokens);
  const drafts: Draft[] = [];
  const used = new Set<Stretch>();
  let lead = null as Lead | null;

  const make = (
    type: ClaimType,
    parts: Span[],
    att: Attribution | null,
    rule: Rule,
    reasons: string[],
  ): Draft => {
    const draft: Draft = {
      paragraph,
      type,
      parts,
      cue: att && spanOfTokens(tokens, att.from, att.to),
      cueKind: att?.kind ?? 'none',
      polarity: att?.negative ? 'negative' : att?.kind === 'asked' ? 'open' : 'positive',
      mention: att?.subject ? mentionOf(tokens, att.subject) : null,
      inherits: null,
      open: false,
      via: [],
      within: null,
      turn: null,
      rule,
      confidence: RULES[rule],
      reasons,
    };
    const passer = att && (att.passer ?? outletOf(tokens, att));
    if (passer) draft.via.push(mentionOf(tokens, passer));
    drafts.push(draft);
    return draft;
  };
  const cueWords = (att: Attribution) =>
    text.slice(tokens[att.from]!.start, tokens[att.to - 1]!.end).replace(/\s+/g, ' ');

  for (let s = 0; s < sentences.length; s++) {
    const clause = sentences[s]!;
    const last = wordsEnd(tokens, clause.from, clause.to);
    const closing = tokens[clause.to - 1]!;
    const frame: Frame = {
      text,
      tokens,
      clause,
      from: afterDateline(text, tokens, clause),
      last,
      unsaid: [],
    };
    const atts: Attribution[] = [];
    for (let i = clause.from; i < last; i++) {
      if (tokens[i]!.kind !== 'word') continue;
      const found = attributionAt(frame, i, atts.length > 12 ? atts.slice(-12) : atts);
      if (!found) continue;
      const prior = atts.at(-1);
      if (prior && found.from < prior.to) continue;
      atts.push(found);
      i = Math.max(i, found.to - 1);
    }
    for (const att of frame.unsaid) {
      // What stands in marks there is nobody's claim.
      findForward(frame, att, false);
      for (
        let k = att.forward;
        k >= 0 && k < Math.min(last, att.forward + 40) && !is(tokens[k], ',');
        k++
      )
        if (tokens[k]!.quote) used.add(tokens[k]!.quote!);
      for (let k = att.begin - 1; k >= Math.max(clause.from, att.begin - 2); k--)
        if (tokens[k]!.quote) used.add(tokens[k]!.quote!);
    }
    const quoting = hasQuote(tokens, clause.from, last);
    let floor = clause.from;
    const nested = new Set<Attribution>();
    const passed = new Set<Attribution>();
    for (let n = 0; n < atts.length; n++) {
      const att = atts[n]!;
      if (nested.has(att)) continue;
      // "Bob Ray said the bridge was safe, Ann Lee told the paper": the last attribution has it all.
      if (n < atts.length - 1 && !quoting && hasItAll(frame, atts.at(-1)!, att)) {
        nested.add(att);
        continue;
      }
      const back = backwardOf(frame, att, floor);
      findForward(frame, att, back !== null);
      const around = aroundOf(frame, atts, n, floor);
      if (around) {
        const { first, rest } = around;
        for (let m = n + 1; m < atts.length && atts[m]!.from < rest.to; m++) nested.add(atts[m]!);
        markUsed(tokens, rest.from, rest.to, used);
        make(
          hasQuote(tokens, rest.from, rest.to) ? 'mixed' : 'indirect',
          [first, rest.span],
          att,
          att.according ? 'according-to' : 'said-after',
          [`The words stand on both sides of “${cueWords(att)}”.`],
        );
        floor = Math.max(floor, rest.to);
        continue;
      }
      // An introductory adverbial before the subject is no claim: "In June, he said X".
      let forward = att.forward;
      let join = att.join;
      const backQuote = back?.quote ? tokens[back.from]!.quote! : null;
      // "Citing “bad weather,” the mayor said that …": what stands before belongs to the sentence, not to what is told.
      const opening = tokens[clause.from]!;
      const participial =
        backQuote !== null &&
        forward >= 0 &&
        back!.from > clause.from &&
        opening.kind === 'word' &&
        /^[a-z]{3,}ing$/.test(opening.lower) &&
        !/thing$|^during$/.test(opening.lower);
      let backUsable =
        back !== null &&
        !participial &&
        (backQuote ? !used.has(backQuote) : backwardClause(frame, back.from, back.to, att, join));
      if (backUsable && join === 'bare' && !backQuote) {
        // "The plan, he said, would fail" continues after a comma only.
        forward = -1;
      }
      // "Asked about the “old days,” Ann Lee said they were over": the quotation belongs to what leads up to it.
      if (
        backUsable &&
        backQuote &&
        join === 'bare' &&
        back!.from > clause.from &&
        forward >= 0 &&
        leadsUp(tokens[clause.from]!) &&
        (looksClause(tokens, forward, last) || hasQuote(tokens, forward, last))
      )
        backUsable = false;
      if (backUsable && backQuote && (join === 'bare' || join === 'np')) forward = -1;
      if (
        att.strength === 1 &&
        !backQuote &&
        join !== 'that' &&
        join !== 'quote' &&
        join !== 'colon'
      ) {
        const quoted =
          forward >= 0 && findQuote(tokens, forward, contentEnd(frame, atts, n, forward), 14) >= 0;
        if (!(
          quoted ||
          (join === 'wh' && att.kind === 'asked') ||
          (join === 'np' &&
            (att.lemma === 'for' ||
              att.lemma === 'on' ||
              (att.infinitive && att.lemma !== 'threaten' && att.lemma !== 'guarantee')))
        ))
          continue;
        if (att.naming && !quoted && !att.infinitive) continue;
      }
      if (att.naming && join === 'quote') {
        // "a phenomenon called “X”" names; "which he called “X”" says
        const before = tokens[att.begin - 1];
        if (
          !(att.form === 'past' || att.form === 's') ||
          !(is(before, 'which') || is(before, 'what') || is(before, 'that') || is(before, ','))
        )
          continue;
      }
      if (att.naming && join === 'np' && forward >= 0) {
        const end = contentEnd(frame, atts, n, forward);
        if (
          findQuote(tokens, forward, end, 16) < 0 &&
          !(att.strength >= 2 && namesSomething(tokens, forward, end)) &&
          att.lemma !== 'responsibility for'
        )
          continue;
      }
      if (
        join === 'bare' &&
        !att.according &&
        (att.strength === 2 || att.lemma !== 'say') &&
        !backUsable &&
        forward >= 0 &&
        !looksClause(tokens, forward, last) &&
        !takesPhrase(tokens, att, forward, last)
      ) {
        const q = findQuote(tokens, forward, contentEnd(frame, atts, n, forward), 12);
        if (q < 0) continue;
      }
      if (
        join === 'bare' &&
        att.strength === 3 &&
        att.form === 'past' &&
        forward >= 0 &&
        forward >= last
      )
        continue;

      if (backUsable && backQuote && !used.has(backQuote) && (!att.shares || att.form !== 'ing')) {
        if (!isQuotation(backQuote, tokens, back!.from)) {
          if (forward < 0) continue;
        } else {
          used.add(backQuote);
          const parts = [innerSpan(backQuote)];
          let type: ClaimType = 'direct';
          // words before the quotation in its own sentence belong to the claim: `It was "a mess," he said`
          const home = back!.from >= clause.from ? s : s - 1;
          const homeClause = sentences[home]!;
          const start = Math.max(homeClause.from, home === s ? floor : homeClause.from);
          const before = clauseText(tokens, start, back!.from);
          // What a colon or a dash leads up to stands by itself.
          const isLedTo =
            back!.from > start && /^(?::|—|–|--?)$/.test(tokens[back!.from - 1]!.lower);
          if (
            before &&
            back!.from > start &&
            !isLedTo &&
            !atts
              .slice(Math.max(0, n - 6), n)
              .some((o) => o.from < back!.from && o.from >= start && !passed.has(o))
          ) {
            type = 'mixed';
            parts[0] = { start: before.start, end: backQuote.outer.end };
            markUsed(tokens, start, back!.from, used);
          }
          let rule: Rule = type === 'mixed' ? 'mixed' : 'after-quotation';
          if (
            (join === 'quote' || join === 'colon') &&
            forward >= 0 &&
            tokens[forward]!.kind === 'quote' &&
            is(tokens[forward - 1], ',') &&
            !endsSentenceBefore(text, backQuote)
          ) {
            const q = tokens[forward]!.quote!;
            if (!used.has(q)) {
              used.add(q);
              parts.push(innerSpan(q));
              rule = 'interrupted';
            }
          }
          make(type, parts, att, rule, [
            `The words stand in quotation marks directly before “${cueWords(att)}”.`,
          ]);
          floor = Math.max(floor, att.end);
          continue;
        }
      }
      if (backUsable && !backQuote && (forward < 0 || join === 'none' || att.according)) {
        // "Still, the shop is open, he said": the link to the sentence before is the writer's.
        const start =
          word(tokens[back!.from]) &&
          /^(?:still|also|however|instead|meanwhile|moreover|besides|nevertheless|nonetheless|indeed)$/.test(
            tokens[back!.from]!.lower,
          ) &&
          is(tokens[back!.from + 1], ',')
            ? back!.from + 2
            : back!.from;
        const content = clauseText(tokens, start, back!.to);
        if (!content) continue;
        const parts = [content];
        const quoted = hasQuote(tokens, start, back!.to);
        // the sentence goes on: "The plan, he said, would fail."
        const rest = att.inverted || att.according ? att.end : att.to;
        if (
          !att.inverted &&
          (is(tokens[rest], ',') || is(tokens[rest], '—') || is(tokens[rest], '–'))
        ) {
          const restEnd = contentEnd(frame, atts, n, rest + 1);
          const after = tokens[rest + 1];
          if (
            restEnd > rest + 2 &&
            !(
              word(after) &&
              (RELATIVES.has(after.lower) ||
                (!att.according &&
                  (/ing$/.test(after.lower) ||
                    /^(?:and|but|while|although|though|as|when|after|before|because|citing|an?|the|in|on|at)$/.test(
                      after.lower,
                    ))))
            )
          ) {
            const more = clauseText(tokens, rest + 1, restEnd);
            const adverbial =
              word(tokens[start]) &&
              (PREPOSITIONS.has(tokens[start]!.lower) ||
                CONJUNCTIONS.has(tokens[start]!.lower) ||
                TIME.has(tokens[start]!.lower));
            if (more && (looksClause(tokens, rest + 1, restEnd) || !is(tokens[rest], ','))) {
              // "During his years in office, he said, few noticed": the adverbial alone is nothing said
              if (adverbial && is(tokens[rest], ',') && !att.according) parts.length = 0;
              parts.push(more);
            }
          }
        }
        for (let m = n - 1; m >= 0 && m > n - 12; m--)
          if (atts[m]!.from >= start && atts[m]!.from < back!.to) nested.add(atts[m]!);
        markUsed(tokens, start, back!.to, used);
        const type: ClaimType = quoted ? 'mixed' : 'indirect';
        make(type, parts, att, att.according ? 'according-to' : 'said-after', [
          `The sentence is attributed by “${cueWords(att)}” after it.`,
        ]);
        floor = Math.max(floor, att.end);
        continue;
      }
      if (forward >= 0) {
        let end = contentEnd(frame, atts, n, forward);
        // "explained it this way: “…”": words too few for a claim only lead up to one.
        let colon = forward;
        while (colon < end && colon - forward < 4 && !is(tokens[colon], ':')) colon++;
        if (
          colon > forward &&
          is(tokens[colon], ':') &&
          tokens[colon + 1]?.kind === 'quote' &&
          !hasQuote(tokens, forward, colon) &&
          !looksClause(tokens, forward, colon)
        ) {
          forward = colon + 1;
          join = 'colon';
          end = contentEnd(frame, atts, n, forward);
        }
        const q = tokens[forward]!.kind === 'quote' ? tokens[forward]!.quote! : null;
        const restAfterQuote = q ? quoteRest(text, tokens, forward, end, q) : false;
        // "Nothing the mayor said “will calm them,” the clerk said": the quotation has an attribution of its own.
        const next = atts[n + 1];
        if (
          q &&
          join === 'quote' &&
          !is(tokens[forward - 1], ',') &&
          next &&
          (next.begin === forward + 1 || next.from === forward + 1) &&
          next.form !== 'ing' &&
          !next.shares &&
          !next.according &&
          next.subject &&
          next.subject.from > forward &&
          text.slice(q.inner.end - 1, q.inner.end) === ',' &&
          /^\p{Ll}/u.test(text.slice(q.inner.start, q.inner.start + 2))
        ) {
          passed.add(att);
          continue;
        }
        if (q && !used.has(q) && !restAfterQuote) {
          if (!isQuotation(q, tokens, forward) && att.strength < 2) continue;
          used.add(q);
          make(
            'direct',
            [innerSpan(q)],
            att,
            join === 'colon' ? 'colon' : join === 'that' ? 'said-that' : 'before-quotation',
            [`The words stand in quotation marks directly after “${cueWords(att)}”.`],
          );
          floor = Math.max(floor, forward + 1);
        } else {
          if (end <= forward) continue;
          const content = clauseText(tokens, forward, end);
          if (!content) continue;
          const quoted = hasQuote(tokens, forward, end);
          const words = end - forward;
          if (words < 2 && !quoted && join !== 'np') continue;
          if (!quoted && join === 'colon' && att.strength < 2) continue;
          markUsed(tokens, forward, end, used);
          for (let m = n + 1; m < atts.length && atts[m]!.from < end; m++) nested.add(atts[m]!);
          const rule: Rule = att.according
            ? 'according-to'
            : att.quotedAs
              ? 'quoted-as'
              : att.naming
                ? 'naming'
                : quoted
                  ? 'mixed'
                  : join === 'that'
                    ? 'said-that'
                    : att.kind === 'asked'
                      ? 'asked'
                      : join === 'np'
                        ? 'naming'
                        : att.strength === 1
                          ? 'weak-cue'
                          : join === 'colon'
                            ? 'colon'
                            : 'said';
          make(quoted ? 'mixed' : 'indirect', [content], att, rule, [
            join === 'that'
              ? `The words follow “${cueWords(att)} … that”.`
              : `The words follow “${cueWords(att)}”.`,
            ...(quoted ? ['Some of them stand in quotation marks.'] : []),
          ]);
          floor = Math.max(floor, end);
        }
        continue;
      }
      // Nothing before and nothing after: the words may come in the next paragraph.
      if (
        s === sentences.length - 1 &&
        (att.strength >= 2 || closing.lower === ':') &&
        att.kind !== 'accused'
      ) {
        const open =
          closing.lower === ':' ||
          (closing.kind === 'word' && closing === tokens[att.end - 1]) ||
          (closing.lower === ',' && att.end >= last - 1);
        if (open) {
          lead = {
            cue: spanOfTokens(tokens, att.from, att.to),
            cueKind: att.kind,
            polarity: att.negative ? 'negative' : att.kind === 'asked' ? 'open' : 'positive',
            mention: att.subject && mentionOf(tokens, att.subject),
            inherits: null,
            colon: closing.lower === ':',
            according: att.according,
          };
        }
      }
    }
    if (s === sentences.length - 1 && lead === null && is(closing, ':')) {
      const subject = sentenceSubject(tokens, clause.from, last);
      const at = atts.at(-1);
      if (at)
        lead = {
          cue: spanOfTokens(tokens, at.from, at.to),
          cueKind: at.kind,
          polarity: 'positive',
          mention: at.subject && mentionOf(tokens, at.subject),
          inherits: null,
          colon: true,
          according: at.according,
        };
      else if (subject)
        lead = {
          cue: { start: closing.start, end: closing.end },
          cueKind: 'said',
          polarity: 'positive',
          mention: mentionOf(tokens, subject),
          inherits: null,
          colon: true,
          according: false,
        };
    }
  }
  openQuotations(text, tokens, sentences, drafts, used, make);
  drafts.sort(
    (a, b) => a.parts[0]!.start - b.parts[0]!.start || b.parts.at(-1)!.end - a.parts.at(-1)!.end,
  );
  return {
    drafts,
    lead,
    tokens,
    clauses: sentences,
    body: sentences[0] ? afterDateline(text, tokens, sentences[0]) : 0,
  };
}

/** Without the marks, and with the punctuation inside them. */
const innerSpan = (q: Stretch): Span => ({ start: q.inner.start, end: q.inner.end });

const hasQuote = (tokens: readonly Token[], from: number, to: number) => {
  for (let k = from; k < to; k++) if (tokens[k]!.kind === 'quote') return true;
  return false;
};

function markUsed(tokens: readonly Token[], from: number, to: number, used: Set<Stretch>): void {
  for (let k = from; k < to; k++) if (tokens[k]!.quote) used.add(tokens[k]!.quote!);
}

const endsSentenceBefore = (text: string, q: Stretch) =>
  /[.!?]['’”"]?$/.test(text.slice(Math.max(q.inner.start, q.inner.end - 2), q.inner.end));

/** A stretch that is words somebody said, not a title or a nickname: it is long enough or the cue is at its side. */
function isQuotation(q: Stretch, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (word(before) && NAMED_BY.has(before.lower)) return false;
  if (q.inner.end - q.inner.start < 2) return false;
  return true;
}

/** "him a liar", "the plan reckless": an object and what it is called. */
function namesSomething(tokens: readonly Token[], from: number, to: number): boolean {
  const object = phraseAfter(tokens, from, to) ?? null;
  const first = tokens[from]!;
  const after = /^(?:him|her|them|it|himself|herself|me|us|you)$/.test(first.lower)
    ? from + 1
    : object
      ? object.to
      : -1;
  if (after < 0) return false;
  for (let m = after; m < Math.min(to, after + 12); m++) if (is(tokens[m], 'as')) return true;
  for (let m = from + 1; m < Math.min(to, from + 8); m++)
    if (/^(?:an?)$/.test(tokens[m]!.lower) && m >= after) return true;
  return false;
}

/** A clause before ", he said" that can be the words said: it has a verb, and is no mere adverbial. */
function backwardClause(
  frame: Frame,
  from: number,
  to: number,
  att: Attribution,
  join: Attribution['join'],
): boolean {
  const { tokens } = frame;
  // "The bridge, she said, would be safe": a subject is enough where its verb follows.
  const verbFollows = is(tokens[att.to], ',') && isAuxiliary(tokens[att.to + 1]);
  if (to - from < 3 && !hasQuote(tokens, from, to) && !verbFollows) return false;
  if (join === 'that' || join === 'quote' || join === 'colon' || join === 'wh' || join === 'np')
    return false;
  if (att.form === 'ing' && !att.according) return false;
  if (att.shares) return false;
  if (att.subject?.kind === 'relative') return false;
  let k = from;
  while (k < to && tokens[k]!.kind === 'punct') k++;
  const first = tokens[k]!;
  if (join === 'bare' && !att.inverted && !att.according) {
    // "In June, he said X": words follow, so what stands before is an adverbial or another clause
    return false;
  }
  if (
    att.strength === 1 ||
    (att.strength === 2 && !INVERTING.has(att.lemma) && att.lemma !== 'out')
  )
    return false;
  if (
    first.kind === 'word' &&
    (PREPOSITIONS.has(first.lower) || TIME.has(first.lower)) &&
    to - from < 6
  )
    return false;
  // "Asked whether she would go, Ann Lee said no": what somebody was asked, she did not say.
  if (
    word(first) &&
    !att.according &&
    /^(?:asked|pressed|questioned|quizzed|challenged|told|reminded)$/.test(first.lower) &&
    !tokens.slice(from, to).some((t) => is(t, ','))
  )
    return false;
  return true;
}

/** "Ann Lee, who said she was tired, left": where what is told in a clause between commas ends. */
function relativeEnd(frame: Frame, att: Attribution, from: number): number {
  const { tokens, last } = frame;
  const { subject } = att;
  if (!subject) return last;
  // "The bridge, which Ann Lee said was safe, fell": the relative is what is told of.
  const object =
    subject.kind !== 'relative' &&
    /^(?:which|who|whom)$/.test(tokens[subject.from - 1]?.lower ?? '') &&
    is(tokens[subject.from - 2], ',');
  if (!object && (subject.kind !== 'relative' || !is(tokens[subject.from - 1], ','))) return last;
  for (let k = from + (object ? 0 : 2); k < last - 1; k++) {
    const next = tokens[k + 1]!;
    if (
      (is(tokens[k], ',') ||
        (tokens[k]!.kind === 'quote' &&
          /,['’”"]*$/.test(frame.text.slice(tokens[k]!.end - 3, tokens[k]!.end)))) &&
      word(next) &&
      !next.cap &&
      (looksVerb(next) || /^[a-z]{3,}ed$/.test(next.lower))
    )
      return tokens[k]!.kind === 'quote' ? k + 1 : k;
  }
  return last;
}

/** "Ann Lee's claim that the bridge was safe was false": where words end that are the subject of another verb. */
function nounEnd(frame: Frame, att: Attribution, from: number): number {
  const { tokens, last, clause } = frame;
  if (!SPEECH_NOUNS.has(att.lemma)) return last;
  for (let k = clause.from; k < att.begin && att.begin - k < 40; k++)
    if (looksVerb(tokens[k]!)) return last;
  // "In answer to", "Contrary to": the subject of the sentence comes after the words.
  const leads = tokens
    .slice(Math.max(clause.from, att.begin - 40), att.begin)
    .some((t) => word(t) && PREPOSITIONS.has(t.lower));
  let verbs = 0;
  for (let k = from; k < Math.min(last, from + 60); k++) {
    const before = tokens[k - 1];
    // "In answer to Ann Lee's claim that the bridge was safe, Bob Kerr laughed"
    const comma = is(before, ',')
      ? k - 1
      : before?.kind === 'quote' && /,['’”"]*$/.test(frame.text.slice(before.end - 3, before.end))
        ? k
        : -1;
    if (
      verbs > 0 &&
      leads &&
      comma > from &&
      word(tokens[k]) &&
      (tokens[k]!.cap ||
        PRONOUNS.has(tokens[k]!.lower) ||
        DETERMINERS.has(tokens[k]!.lower) ||
        tokens[k]!.lower === 'there')
    )
      return comma;
    if (!looksVerb(tokens[k]!) || (k > from && (looksVerb(before!) || isAdverb(before)))) continue;
    if (
      word(before) &&
      (CONJUNCTIONS.has(before.lower) ||
        RELATIVES.has(before.lower) ||
        PRONOUNS.has(before.lower) ||
        before.lower === 'that')
    )
      continue;
    if (++verbs === 2) return is(before, ',') ? k - 1 : k;
  }
  return last;
}

/** "Now, she said, the shops are shut": words told on both sides of their attribution, neither enough without the other. */
function aroundOf(
  frame: Frame,
  atts: readonly Attribution[],
  n: number,
  floor: number,
): { first: Span; rest: { from: number; to: number; span: Span } } | null {
  const { tokens, clause } = frame;
  const att = atts[n]!;
  if (
    (att.inverted && att.lemma !== 'say') ||
    att.shares ||
    att.negative ||
    att.subject?.kind === 'relative' ||
    (att.form === 'ing' && !att.according)
  )
    return null;
  if (att.strength === 1) return null;
  const from = Math.max(clause.from, floor, frame.from);
  const to = att.begin - 1;
  if (!is(tokens[to], ',') || from >= to || to - from > 25 || hasQuote(tokens, from, to))
    return null;
  // Only an addressee, a time or a place may stand between the cue and the comma.
  let comma = att.end;
  while (
    comma < frame.last &&
    comma - att.end < 9 &&
    word(tokens[comma]) &&
    !isAuxiliary(tokens[comma]) &&
    !/^(?:that|if|whether|to)$/.test(tokens[comma]!.lower) &&
    !RELATIVES.has(tokens[comma]!.lower) &&
    !PRONOUNS.has(tokens[comma]!.lower)
  )
    comma++;
  if (!is(tokens[comma], ',')) return null;
  if (
    comma > att.end &&
    !att.addressee &&
    !PREPOSITIONS.has(tokens[att.end]!.lower) &&
    !TIME.has(tokens[att.end]!.lower)
  )
    return null;
  const start = comma + 1;
  const next = tokens[start];
  if (!word(next) || start >= frame.last) return null;
  if (
    RELATIVES.has(next.lower) ||
    /ing$/.test(next.lower) ||
    /^(?:and|but|or|while|although|though|as|when|after|before|because|citing|so|yet|if|since|that|with|in|on|at|for|to|of)$/.test(
      next.lower,
    )
  )
    return null;
  const end = contentEnd(frame, atts, n, start);
  if (end - start < 2) return null;
  const opening = tokens[from]!;
  const adverbial = isAdverbial(opening);
  if (!adverbial && looksClause(tokens, from, to)) return null;
  if (
    adverbial
      ? !(
          looksClause(tokens, start, end) ||
          (att.strength === 3 &&
            end - start >= 4 &&
            /^(?:the|this|that|these|those|an?|his|her|its|their|our|my|he|she|it|they|we|i|there)$/.test(
              next.lower,
            ))
        )
      : next.cap ||
        DETERMINERS.has(next.lower) ||
        PREPOSITIONS.has(next.lower) ||
        INDEFINITES.has(next.lower)
  )
    return null;
  // "The senator, Ann Lee said, …" is told; "The mayor, Ann Lee, said" is not: there no comma stands before the cue.
  const first = clauseText(tokens, from, to);
  const span = clauseText(tokens, start, end);
  return first && span ? { first, rest: { from: start, to: end, span } } : null;
}

/** Whether an attribution behind a comma, with nothing after it that it could tell, has the sentence up to it. */
function hasItAll(frame: Frame, closing: Attribution, before: Attribution): boolean {
  const { tokens, last } = frame;
  // "Ann Lee told the paper that the bridge was safe, according to two people who heard her"
  if (closing.according)
    return (
      is(tokens[closing.begin - 1], ',') &&
      closing.subject !== null &&
      last - closing.subject.to < 12 &&
      tokens.slice(closing.subject.to, last).every(word) &&
      !before.according &&
      !before.shares &&
      before.begin < closing.begin &&
      (before.form === 'past' || before.form === 's')
    );
  if (
    closing.shares ||
    closing.negative ||
    closing.strength < 2 ||
    (closing.form !== 'past' && closing.form !== 's') ||
    closing.subject === null ||
    !(closing.subject.kind === 'name' || DETERMINERS.has(tokens[closing.subject.from]!.lower))
  )
    return false;
  if (
    !is(tokens[closing.begin - 1], ',') ||
    before.according ||
    before.begin >= closing.begin ||
    before.shares
  )
    return false;
  let k = closing.end;
  const to = closing.addressee ? phraseAfter(tokens, k, last) : null;
  if (to) k = to.to;
  return skipTime(tokens, k, last) >= last;
}

/** Words that open an adverbial or a participle: "After", "Asked", "Commenting". */
const leadsUp = (t: Token) =>
  isAdverbial(t) || (word(t) && t.lower.length > 4 && /(?:ed|ing)$/.test(t.lower));

/** Words that open a sentence without being its subject. */
const isAdverbial = (t: Token) =>
  word(t) &&
  (PREPOSITIONS.has(t.lower) ||
    CONJUNCTIONS.has(t.lower) ||
    (TIME.has(t.lower) && !/^(?:this|last|next)$/.test(t.lower)) ||
    isAdverb(t) ||
    /^(?:as|when|if|after|before|because|since|while|although|though|so|yet|but|and|instead|perhaps|now|then|still|too|maybe|otherwise|meanwhile|however|also|even|once|here|there|ultimately|eventually)$/.test(
      t.lower,
    ));

/** Where the words end that begin at token `from`: the sentence's end, or the next attribution of its own. */
function contentEnd(
  frame: Frame,
  atts: readonly Attribution[],
  index: number,
  from: number,
): number {
  const { tokens } = frame;
  const last = Math.min(relativeEnd(frame, atts[index]!, from), nounEnd(frame, atts[index]!, from));
  for (let m = index + 1; m < Math.min(atts.length, index + 12); m++) {
    const other = atts[m]!;
    if (other.begin <= from) continue;
    if (other.begin >= last) break;
    const at = other.begin;
    const before = tokens[at - 1];
    // "said he was too busy: “I have a lot going on,” he wrote": the quotation has an attribution of its own.
    if (before?.kind === 'quote' && is(tokens[at - 2], ':') && at - 2 > from) return at - 2;
    const comma = is(before, ',') || is(before, ';') || is(before, '—') || is(before, '–');
    const conjunction =
      word(before) && /^(?:and|but|while|though|although|whereas|as|yet)$/.test(before.lower);
    const commaBefore =
      conjunction &&
      (is(tokens[at - 2], ',') ||
        is(tokens[at - 2], ';') ||
        tokens[at - 2]?.kind === 'quote' ||
        is(tokens[at - 2], '—'));
    if (
      other.form === 'ing' &&
      !other.according &&
      (comma || before?.kind === 'quote' || (word(before) && before.lower === 'and'))
    )
      return comma ? at - 1 : before!.lower === 'and' ? at - 1 : at;
    if (other.according && (comma || before?.kind === 'quote')) return comma ? at - 1 : at;
    if (
      other.shares &&
      before?.kind === 'quote' &&
      /,['’”"]*$/.test(frame.text.slice(before.end - 3, before.end))
    )
      return at;
    const own =
      other.to < last &&
      (is(tokens[other.to], ':') || is(tokens[other.to], ',')) &&
      tokens[other.to + 1]?.kind === 'quote';
    if (own && !other.according && comma) {
      for (let k = at - 2; k > from + 1 && at - k < 24; k--)
        if (
          word(tokens[k]) &&
          /^(?:and|but)$/.test(tokens[k]!.lower) &&
          word(tokens[k + 1]) &&
          /^(?:when|if|as|after|before|while|in|on|at|asked|pressed)$/.test(tokens[k + 1]!.lower)
        )
          return is(tokens[k - 1], ',') ? k - 1 : k;
    }
    if (other.shares && (conjunction || comma))
      return commaBefore && tokens[at - 2]!.kind !== 'quote' ? at - 2 : at - 1;
    if (other.shares && word(before) && /^(?:and|but)$/.test(before.lower)) return at - 1;
    if (other.inverted && (comma || before?.kind === 'quote')) return comma ? at - 1 : at;
    if (commaBefore) return at - 2 + (tokens[at - 2]!.kind === 'quote' ? 1 : 0);
    if (is(before, ';')) return at - 1;
    if (
      is(before, ',') &&
      word(tokens[frame.clause.from]) &&
      /^(?:while|although|though|when|as|after|if|since|because)$/.test(
        tokens[frame.clause.from]!.lower,
      )
    )
      return at - 1;
    if (before?.kind === 'quote' && other.subject && at > from + 1) return at;
  }
  return tailOf(frame, atts[index]!, from, last);
}

/** What the writer adds behind the words told, up to `last`: asides, a verb of the speaker's own, the place of the saying, the main clause. */
function tailOf(frame: Frame, att: Attribution, from: number, last: number): number {
  const { tokens, clause, text } = frame;
  if (last - from > 250) return last;
  const isDash = (t: Token | undefined) =>
    t !== undefined && t.kind === 'punct' && /^(?:—|–|--|-)$/.test(t.lower);
  const closes = (k: number, marks: RegExp) =>
    tokens[k]!.kind === 'quote' &&
    marks.test(text.slice(Math.max(tokens[k]!.start, tokens[k]!.end - 3), tokens[k]!.end));
  let head = clause.from;
  while (
    head < clause.from + 4 &&
    ((word(tokens[head]) && /^(?:and|but|yet|so|however|even)$/.test(tokens[head]!.lower)) ||
      is(tokens[head], ','))
  )
    head++;
  const subordinate =
    word(tokens[head]) &&
    /^(?:while|although|though|when|as|after|before|once|if|since|because)$/.test(
      tokens[head]!.lower,
    ) &&
    att.begin - head <= 2 &&
    !att.inverted;
  let quoted = false;
  for (let k = from; k < last - 1; k++) {
    const t = tokens[k]!;
    const next = tokens[k + 1]!;
    if (t.kind === 'quote') quoted = true;
    const inMarks = closes(k, /,['’”"]*$/);
    if (k > from && (is(t, ',') || inMarks) && word(next)) {
      const at = inMarks ? k + 1 : k;
      // "While he said the shop would open, it stayed shut"
      if (
        subordinate &&
        k - from >= 2 &&
        (PRONOUNS.has(next.lower) ||
          next.cap ||
          (DETERMINERS.has(next.lower) &&
            !/^(?:most|some|many|several|few|all|both|one|each)$/.test(next.lower)))
      )
        return at;
      // "said the shop would open, but declined to name a day"
      if (att.form === 'past' && /^(?:and|but)$/.test(next.lower) && ownVerb(tokens, k + 2))
        return at;
    }
    // "said it was “a mess” and urged them to leave"
    if (
      quoted &&
      k > from &&
      att.form === 'past' &&
      word(t) &&
      /^(?:and|but)$/.test(t.lower) &&
      !is(tokens[k - 1], ',') &&
      !isAuxiliary(next) &&
      (looksVerb(next) || (word(next) && /^[a-z]{3,}ed$/.test(next.lower)))
    )
      return k;
    // "called it “a mess” on Monday"
    if (
      t.kind === 'quote' &&
      (att.naming || att.kind === 'accused') &&
      skipTime(tokens, k + 1, last) > k + 1 &&
      !hasQuote(tokens, k + 1, last)
    )
      return k + 1;
    // A new sentence in brackets.
    if (is(next, '(') && closes(k, /[.!?]['’”"]*$/)) return k + 1;
    if (isDash(t) && k > from && word(next)) {
      // "said it had closed — a step nobody had asked for", "called it “a mess” — even though …"
      const behind =
        tokens[k - 1]!.kind === 'quote' &&
        (/^(?:with|which|who|even|although|though|but|and)$/.test(next.lower) ||
          /ing$/.test(next.lower));
      if (!behind && !/^(?:an?|the)$/.test(next.lower)) continue;
      let m = k + 1;
      while (m < last && !isDash(tokens[m]) && !(behind && tokens[m]!.kind === 'quote')) m++;
      if (m >= last) return isDash(tokens[k - 1]) ? k - 1 : k;
      k = m - 1;
    }
    if (
      k > from &&
      word(t) &&
      /^(?:in|on|via)$/.test(t.lower) &&
      last - k <= 7 &&
      isChannel(tokens, k + 1, last)
    )
      return k;
  }
  return last;
}

/** A verb without a subject of its own: "declined to", "urged him", "accused the board". */
function ownVerb(tokens: readonly Token[], at: number): boolean {
  const t = tokens[at];
  const after = tokens[at + 1];
  if (!word(t) || t.cap || !word(after) || (isAuxiliary(t) && t.lower !== 'did')) return false;
  if (!looksVerb(t) && !/^[a-z]{3,}ed$/.test(t.lower)) return false;
  return (
    after.cap ||
    isAdverb(after) ||
    PREPOSITIONS.has(after.lower) ||
    DETERMINERS.has(after.lower) ||
    PRONOUNS.has(after.lower) ||
    /^(?:him|her|them|us|me|himself|herself|themselves|not|short|that|no)$/.test(after.lower)
  );
}

/** "in a letter", "on Twitter", "in a statement Monday", up to the end. */
function isChannel(tokens: readonly Token[], from: number, last: number): boolean {
  let m = from;
  while (
    m < last &&
    word(tokens[m]) &&
    (/^(?:an?|his|her|their|its|the)$/.test(tokens[m]!.lower) || tokens[m]!.cap)
  )
    m++;
  if (m === last)
    return last - from === 1 && /^(?:twitter|facebook|instagram)$/.test(tokens[from]!.lower);
  return (
    m > from &&
    word(tokens[m]) &&
    SAYING_NOUNS.has(tokens[m]!.lower) &&
    skipTime(tokens, m + 1, last) >= last
  );
}

/** Whether more of the clause follows a quotation that begins the words: `"remaining pockets" are gone`. */
function quoteRest(
  text: string,
  tokens: readonly Token[],
  at: number,
  end: number,
  q: Stretch,
): boolean {
  if (at + 1 >= end) return false;
  if (/[.!?,]['’”"]?$/.test(text.slice(Math.max(q.inner.start, q.inner.end - 2), q.inner.end)))
    return false;
  const next = tokens[at + 1]!;
  // "said “No way” and left the room"
  if (
    word(next) &&
    /^(?:and|but)$/.test(next.lower) &&
    tokens[at + 2] &&
    (looksVerb(tokens[at + 2]!) ||
      (word(tokens[at + 2]) && CUES.get(tokens[at + 2]!.lower)?.form === 's'))
  )
    return false;
  if (next.kind === 'punct' && /^[—–(;,]$/.test(next.lower)) return wordCount(text, q.inner) < 4;
  // "tweeted “Thank you Indiana!” on Friday"
  if (
    word(next) &&
    /^(?:on|in|at|during|last|this|earlier|later)$/.test(next.lower) &&
    word(tokens[at + 2]) &&
    TIME.has(tokens[at + 2]!.lower) &&
    !/['’]s$/.test(tokens[at - 1]?.lower ?? '')
  )
    return false;
  if (
    word(next) &&
    wordCount(text, q.inner) >= 8 &&
    /^(?:in|during|on|at|when|after|as|while|to|before|and|but)$/.test(next.lower)
  )
    return false;
  return true;
}

/** Quotations no cue took: continuations, quotations that are a sentence or a paragraph of their own. */
function openQuotations(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Clause[],
  drafts: Draft[],
  used: Set<Stretch>,
  make: (type: ClaimType, parts: Span[], att: null, rule: Rule, reasons: string[]) => Draft,
): void {
  const made: Draft[] = [...drafts].sort((a, b) => a.parts[0]!.start - b.parts[0]!.start);
  const attributed = made.slice();
  let next = 0;
  let before: Draft | null = null;
  for (const clause of sentences) {
    let outside = 0;
    let quotes = 0;
    for (let k = clause.from; k < clause.to; k++) {
      if (tokens[k]!.kind === 'word') outside++;
      if (tokens[k]!.kind === 'quote') quotes++;
    }
    for (let k = clause.from; k < clause.to && quotes > 0; k++) {
      const token = tokens[k]!;
      const q = token.quote;
      if (!q || used.has(q)) continue;
      while (next < attributed.length && attributed[next]!.parts[0]!.start < token.start)
        before = attributed[next++]!;
      const words = wordCount(text, q.inner);
      const first = k === clause.from;
      if (tokens.length <= 2 && ((words <= 8 && isSubhead(text, q)) || isSignedName(text, q))) {
        used.add(q);
        continue;
      }
      const shout =
        words <= 8 &&
        q.inner.end - q.inner.start > 3 &&
        text.slice(q.inner.start, q.inner.end) ===
          text.slice(q.inner.start, q.inner.end).toUpperCase() &&
        /\p{Lu}{3}/u.test(text.slice(q.inner.start, q.inner.end));
      if ((shout && tokens.length <= 3) || (words <= 3 && text[q.inner.end - 1] === ':')) continue;
      const alone = first && restIsEmpty(tokens, k + 1, clause.to);
      const after = attributed[next] ?? null;
      if ((alone && words >= 2) || (alone && made.length > 0) || (alone && tokens.length <= 2)) {
        used.add(q);
        if (before) {
          const d = make('direct', [innerSpan(q)], null, 'continued', [
            'The quotation goes on after its attribution, with none of its own.',
          ]);
          d.inherits = before;
          before = d;
        } else if (after && after.mention) {
          const d = make('direct', [innerSpan(q)], null, 'adjacent', [
            'The next quotation of the paragraph names the speaker.',
          ]);
          d.inherits = after;
        } else {
          const d = make('direct', [innerSpan(q)], null, 'quotation-alone', [
            'The quotation is a sentence of its own.',
          ]);
          d.open = true;
          before = d;
        }
        continue;
      }
      // Words put into a mouth: "the group's way to say: …" reports nothing that was said.
      const lead = is(tokens[k - 1], ':') || is(tokens[k - 1], ',') ? k - 2 : k - 1;
      if (is(tokens[lead], 'say') && is(tokens[lead - 1], 'to')) continue;
      // A noun phrase in marks: "about the “challenge it will face”".
      if (
        word(tokens[k - 1]) &&
        DETERMINERS.has(tokens[k - 1]!.lower) &&
        !/^\p{Lu}/u.test(text.slice(q.inner.start, q.inner.start + 2))
      )
        continue;
      const named = word(tokens[k - 1]) && NAMED_BY.has(tokens[k - 1]!.lower);
      if (named || words < 5) continue;
      if (outside <= 3 && quotes === 1) {
        used.add(q);
        const content = clauseText(tokens, clause.from, clause.to)!;
        const spoken = verbBeside(text, tokens, k, clause);
        if (spoken) {
          const d = make('direct', [innerSpan(q)], null, 'beside-quotation', [
            'A name and a verb stand beside the quotation.',
          ]);
          d.mention = mentionOf(tokens, spoken.subject);
          d.cue = spanOfTokens(tokens, spoken.verb, spoken.verb + 1);
          before = d;
          continue;
        }
        const whole =
          (!/^[\p{Lu}(\[…]/u.test(text.slice(q.inner.start, q.inner.start + 2)) &&
            !first &&
            PRONOUNS.has(tokens[clause.from]!.lower)) ||
          (k > clause.from &&
            k - clause.from <= 2 &&
            isAdverbial(tokens[clause.from]!) &&
            !is(tokens[k - 1], ':'));
        const d = !whole
          ? make('direct', [innerSpan(q)], null, 'quotation-alone', [
              'Hardly a word of the sentence stands outside the quotation marks.',
            ])
          : make('mixed', [content], null, 'quotation-alone', [
              'All but a few words of the sentence stand in quotation marks.',
            ]);
        if (before) d.inherits = before;
        else d.open = true;
        before = d;
        continue;
      }
      const spoken = verbBeside(text, tokens, k, clause);
      if (spoken) {
        used.add(q);
        const d = make('direct', [innerSpan(q)], null, 'beside-quotation', [
          'A name and a verb stand beside the quotation.',
        ]);
        d.mention = mentionOf(tokens, spoken.subject);
        d.cue = spanOfTokens(tokens, spoken.verb, spoken.verb + 1);
        before = d;
        continue;
      }
      if (isTitle(text.slice(q.inner.start, Math.min(q.inner.end, q.inner.start + 160)))) continue;
      if (words >= 8 || (words >= 5 && endsSentence(text, q))) {
        used.add(q);
        const subject = sentenceSubject(tokens, clause.from, k);
        const d = make('direct', [innerSpan(q)], null, 'long-quotation', [
          'A long stretch in quotation marks, with no word of saying beside it.',
        ]);
        d.open = true;
        // The subject of the sentence is a guess that is right only every other time.
        d.hint = subject ? mentionOf(tokens, subject) : null;
      }
    }
  }
}

/** A paragraph of a few words in single marks, where the text around it quotes in double ones: a heading. */
function isSubhead(text: string, q: Stretch): boolean {
  if (q.family !== 'single' || q.open.end === q.open.start || q.repair) return false;
  return /["“”„]|''/.test(
    text.slice(Math.max(0, q.outer.start - 1500), q.outer.start) +
      '\n' +
      text.slice(q.outer.end, q.outer.end + 1500),
  );
}

/** The last paragraph of words set in marks, with who said them: `Ann Lee, mayor.”` */
function isSignedName(text: string, q: Stretch): boolean {
  if (q.open.end > q.open.start || !q.close) return false;
  const inside = text.slice(q.inner.start, q.inner.end);
  if (inside.length > 120 || !/^\p{Lu}[\p{L}.'’-]* \p{Lu}[^!?;:]*\.?$/u.test(inside)) return false;
  const name = inside.split(',')[0]!.split(/\s+/);
  if (name.length > 5 || !name.every((w) => /^\p{Lu}/u.test(w))) return false;
  return !inside
    .toLowerCase()
    .split(/[^\p{L}'’]+/u)
    .some((w) => PRONOUNS.has(w) || AUXILIARIES.has(w));
}

/** Nearly every longer word begins with a capital: a headline, a book, a film. */
function isTitle(words: string): boolean {
  const long = words.split(/\s+/).filter((w) => w.length > 3);
  return (
    long.length > 1 && long.filter((w) => /^[^\p{L}]*\p{Lu}/u.test(w)).length >= long.length * 0.8
  );
}

/** After a quotation that ends in a comma, `?` or `!`: a subject and any verb, in either order. */
function verbBeside(
  text: string,
  tokens: readonly Token[],
  at: number,
  clause: Clause,
): { subject: Phrase; verb: number } | null {
  const q = tokens[at]!.quote!;
  if (!/[,?!]['’”"]?$/.test(text.slice(Math.max(q.inner.start, q.inner.end - 2), q.inner.end)))
    return null;
  const first = tokens[at + 1];
  if (!word(first) || at + 1 >= clause.to) return null;
  const verb = (t: Token | undefined) =>
    word(t) &&
    !t.cap &&
    (/(?:ed|[^s]s)$/.test(t.lower) ||
      /^(?:shot|went|began|sang|thought|ran|spoke|wept|spat|put|read)$/.test(t.lower)) &&
    !DETERMINERS.has(t.lower) &&
    !PREPOSITIONS.has(t.lower);
  if (verb(first)) {
    const subject = phraseAfter(tokens, at + 2, clause.to);
    if (
      subject &&
      (subject.kind === 'name' ||
        subject.kind === 'pronoun' ||
        DETERMINERS.has(tokens[subject.from]!.lower))
    )
      return { subject, verb: at + 1 };
    return null;
  }
  const subject = phraseAfter(tokens, at + 1, clause.to);
  if (!subject) return null;
  for (let k = subject.to; k > subject.from && k > subject.to - 3; k--) {
    if (!verb(tokens[k]) || k >= clause.to) continue;
    const left = k < subject.to ? { ...subject, to: k } : subject;
    return { subject: left, verb: k };
  }
  return null;
}

/** The outlet the words were given to: "told the Evening Post", "said in an interview with Reuters". */
function outletOf(tokens: readonly Token[], att: Attribution): Phrase | null {
  if (att.addressee) {
    const to = phraseAfter(tokens, att.to, Math.min(tokens.length, att.to + 8));
    if (to?.kind === 'name' && isOutlet(tokens, to)) return to;
  }
  const limit = att.forward >= 0 ? att.forward : Math.min(tokens.length, att.end + 14);
  for (
    let k =
      att.subject && att.subject.to <= att.from ? Math.max(att.subject.to, att.from - 14) : att.end;
    k < limit - 2;
    k++
  ) {
    if (isStop(tokens[k]!)) return null;
    if (!is(tokens[k], 'interview') || !is(tokens[k + 1], 'with')) continue;
    const to = phraseAfter(tokens, k + 2, limit);
    return to?.kind === 'name' && (isOutlet(tokens, to) || to.to - to.from === 1) ? to : null;
  }
  return null;
}

const isStop = (t: Token) =>
  t.kind === 'quote' || (t.kind === 'punct' && /^[.!?;:]$/.test(t.lower));
const OUTLETS = new Set(
  'reuters afp ap tass interfax xinhua bbc cnn nbc abc cbs msnbc npr pbs cnbc fox rt politico bloomberg axios buzzfeed huffpost vox vice slate telegraph guardian jazeera euronews sputnik aljazeera newsmax breitbart itv'.split(
    ' ',
  ),
);
const isOutlet = (tokens: readonly Token[], p: Phrase) => {
  const last = tokens[p.to - 1]!.lower;
  return (
    OUTLETS.has(last) ||
    /^(?:.*(?:times|news)|post|journal|tribune|herald|gazette|agency|radio|television|tv|magazine|press|daily|chronicle|observer|mirror|independent|weekly|globe|inquirer)$/.test(
      last,
    )
  );
};

/** Nothing but punctuation, or an introduction to what comes next: `“…,” adding:`. */
function restIsEmpty(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let k = from; k < to; k++) {
    const t = tokens[k]!;
    if (t.kind === 'quote' || (t.kind === 'word' && CUES.get(t.lower)?.form !== 'ing'))
      return false;
  }
  return true;
}

/** The word "that" directly before a claim, which some conventions count as part of it. */
export function withThat(text: string, part: Span): Span {
  const head = text.slice(Math.max(0, part.start - 8), part.start);
  const match = /(?:^|\W)(that\s+["“‘'«„`]{0,2})$/i.exec(head);
  return match ? { start: part.start - match[1]!.length, end: part.end } : part;
}
