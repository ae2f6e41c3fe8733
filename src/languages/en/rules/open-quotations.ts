/** Quotations that no cue took. */
import type { Clause, Draft, Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import type { ClaimType, Span } from '../../../model/records.ts';
import { CUES } from '../cues.ts';
import {
  AUXILIARIES,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  phraseAfter,
  sentenceSubject,
  spanOfTokens,
  type Phrase,
} from '../phrases.ts';
import { endsSentence } from '../words.ts';
import type { Rule } from './catalogue.ts';
import {
  NAMED_BY,
  clauseText,
  innerSpan,
  is,
  isAdverbial,
  isTitle,
  mentionOf,
  word,
  wordCount,
} from './frame.ts';

/** Quotations no cue took: continuations, quotations that are a sentence or a paragraph of their own. */
export function openQuotations(
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

/** A stretch that is words somebody said, not a title or a nickname: it is long enough or the cue is at its side. */
export function isQuotation(q: Stretch, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (word(before) && NAMED_BY.has(before.lower)) return false;
  if (q.inner.end - q.inner.start < 2) return false;
  return true;
}
