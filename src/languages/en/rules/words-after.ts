/** Where the words begin that a cue introduces. */
import { CUES } from '../cues.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TIME,
  isAdverb,
  phraseAfter,
} from '../phrases.ts';
import { looksClause, saysNothing, skipTime } from './clause-shape.ts';
import { WH, findQuote, is, isTitle, word, type Attribution, type Frame } from './frame.ts';

/** Finds where the words begin that the cue introduces, and how they are joined to it. */
export function findForward(frame: Frame, att: Attribution, backward: boolean): void {
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
