/** Claims of one paragraph by rule: what marks, cues and word order decide. No look at other paragraphs. */
import type { Draft, Lead, ParagraphClaims } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import type { ClaimType, Span } from '../../../model/records.ts';
import {
  CONJUNCTIONS,
  PREPOSITIONS,
  RELATIVES,
  TIME,
  sentenceSubject,
  spanOfTokens,
} from '../phrases.ts';
import { clauses, tokenize } from '../words.ts';
import { attributionAt } from './attribution.ts';
import { RULES, type Rule } from './catalogue.ts';
import { afterDateline, looksClause, namesSomething, takesPhrase } from './clause-shape.ts';
import {
  clauseText,
  endsSentenceBefore,
  findQuote,
  hasQuote,
  innerSpan,
  is,
  markUsed,
  mentionOf,
  word,
  wordsEnd,
  type Attribution,
  type Frame,
} from './frame.ts';
import { isQuotation, openQuotations } from './open-quotations.ts';
import { outletOf } from './outlets.ts';
import { findForward } from './words-after.ts';
import { aroundOf } from './words-around.ts';
import { backwardClause, backwardOf, hasItAll, leadsUp } from './words-before.ts';
import { contentEnd, quoteRest } from './words-end.ts';

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
