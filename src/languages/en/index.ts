/**
 * English. In: clean text and offsets. Out: words, claims by rule, and readings of cues, mentions, names and
 * offices, as `engine/pack.ts` asks for them, and of pages and dates, as `language.ts` does. May import text, model
 * and engine.
 */
import type { Language } from '../language.ts';
import { runningCase } from './capitals.ts';
import { conversations } from './conversations.ts';
import { cueReader } from './cue-reading.ts';
import { dateReader } from './dates.ts';
import { isCommon } from './descriptions.ts';
import { frameReader } from './frames.ts';
import { PARTICLE } from './lexicon/person-names.ts';
import { markReader } from './marks.ts';
import { mentionReader } from './mentions.ts';
import { pageReader } from './page.ts';
import { shippedTagger } from './model/index.ts';
import { isBody, isFirstName, kindOfName, nameKey } from './name-kinds.ts';
import { isHeadWord } from './head-words.ts';
import { isKnownWord } from './known-words.ts';
import { isShortFor } from './lexicon/short-names.ts';
import { namesIn, properCase, readName } from './names.ts';
import { mayNest } from './nested.ts';
import { fits, officesOf, rolesFor, saysAll } from './offices.ts';
import { paragraphClaims, RULES, rulesInWords, saysNothing, withThat } from './rules/index.ts';
import { tagged } from './tagged.ts';
import { sentences, tokenize } from './words.ts';

export const english: Language = {
  code: 'en',
  text: { tokenize, sentences, runningCase, tagged },
  marks: markReader,
  conversations,
  claims: {
    confidence: RULES,
    inParagraph: paragraphClaims,
    mayNest,
    // Further on in a sentence a writer says “we” as well.
    isOfSpeaker: (words) => /^[^.!?]{0,40}?\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b/.test(words),
    saysNothing,
    withConjunction: withThat,
    withoutConjunction: (text, { start, end }) => {
      const that = /^that\s+/i.exec(text.slice(start, Math.min(end, start + 8)));
      return { start: start + (that?.[0].length ?? 0), end };
    },
  },
  cues: cueReader,
  mentions: mentionReader,
  names: {
    read: (text, tokens, paragraph) => readName(text, tokens, 0, tokens.length, paragraph),
    all: namesIn,
    key: nameKey,
    kindOf: kindOfName,
    isBody,
    isCommon,
    properCase,
    isFirstName,
    isWord: (key) => key.split('-').some(isKnownWord),
    isHeadWord,
    isShortFor,
    isParticle: (word) => PARTICLE.has(word),
    isHonorific: (title) => /^(?:mr|mrs|ms|dr|sir|miss)\.?$/i.test(title),
  },
  page: pageReader,
  dates: dateReader,
  frames: frameReader,
  offices: { read: officesOf, rolesFor, fits, saysAll },
  rulesInWords,
  tagger: shippedTagger,
};
