/**
 * A language that nobody speaks: `mol` is its one verb of saying, `zo` its one pronoun (for a person), names begin
 * with a capital, a stop ends a sentence. What a claim needs is here and nothing else.
 *
 *     Tana Vor mol «rikku pel sota».     Tana Vor says …
 *     Zo mol «nim».                      She or he says …
 */
import type { Draft, Mention, Token } from '../../../src/engine/draft.ts';
import { TokenColumns } from '../../../src/engine/tokens.ts';
import type { LanguagePack, NameAt } from '../../../src/engine/pack.ts';
import type { Stretch } from '../../../src/engine/marks.ts';
import type { Span } from '../../../src/model/records.ts';

const VERB = 'mol';
const PRONOUN = 'zo';

function tokenize(
  text: string,
  start: number,
  end: number,
  stretches: readonly Stretch[],
): Token[] {
  const tokens: Token[] = [];
  let from = start;
  const words = (to: number): void => {
    for (const match of text.slice(from, to).matchAll(/\p{L}+|[^\p{L}\s]/gu)) {
      const [printed] = match;
      const at = from + match.index;
      tokens.push({
        start: at,
        end: at + printed.length,
        kind: /\p{L}/u.test(printed) ? 'word' : 'punct',
        lower: printed.toLowerCase(),
        cap: /^\p{Lu}/u.test(printed),
        quote: null,
      });
    }
  };
  for (const quote of stretches) {
    if (quote.outer.start < start || quote.outer.end > end) continue;
    words(quote.outer.start);
    tokens.push({ ...quote.outer, kind: 'quote', lower: '', cap: false, quote });
    from = quote.outer.end;
  }
  words(end);
  return tokens;
}

const sentences = (text: string, start: number, end: number): Span[] =>
  [...text.slice(start, end).matchAll(/[^.\s][^.]*\.?/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));

function nameOf(tokens: readonly Token[], text: string, paragraph: number): NameAt | null {
  const named = tokens.filter(({ cap, lower }) => cap && lower !== PRONOUN);
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last) return null;
  const words = named.map(({ start, end }) => text.slice(start, end));
  return { start: first.start, end: last.end, words, title: null, gender: null, paragraph };
}

function namesIn(text: string, tokens: readonly Token[], paragraph: number): NameAt[] {
  const runs: Token[][] = [[]];
  for (const token of tokens)
    if (token.cap) runs.at(-1)?.push(token);
    else runs.push([]);
  return runs.flatMap((run) => nameOf(run, text, paragraph) ?? []);
}

/** `Name mol «words»`: the verb, its subject before it and a quotation after it. */
function claimAt(tokens: readonly Token[], at: number, paragraph: number): Draft | null {
  const cue = tokens[at];
  const inner = tokens[at + 1]?.quote?.inner;
  if (cue?.lower !== VERB || !inner) return null;
  let from = at;
  while (tokens[from - 1]?.cap) from--;
  const first = tokens[from];
  const last = tokens[at - 1];
  const kind = last?.lower === PRONOUN ? 'pronoun' : 'name';
  const mention: Mention | null =
    first && last && from < at
      ? { start: first.start, end: last.end, kind, apposed: null, antecedent: null }
      : null;
  return {
    paragraph,
    type: 'direct',
    parts: [{ start: inner.start, end: inner.end }],
    cue: { start: cue.start, end: cue.end },
    cueKind: 'said',
    polarity: 'positive',
    mention,
    inherits: null,
    open: mention === null,
    via: [],
    within: null,
    turn: null,
    rule: 'mol',
    confidence: 0.9,
    reasons: [],
  };
}

export const toy: LanguagePack = {
  code: 'qtx',
  text: {
    tokenize,
    sentences,
    runningCase: (text) => text.toLowerCase(),
    tagged: (text) => new TokenColumns(1).table(text),
  },
  marks: {
    isClipped: () => false,
    beginsLost: () => -1,
    endsLost: (words: string) => words.length,
    lostIn: () => [],
    breaksOff: () => -1,
    beginsName: () => false,
    beginsQuotation: () => false,
  },
  conversations: {
    sideLabel: () => null,
    sideOf: () => null,
    isOfMeeting: () => false,
    isRoleAlone: () => false,
    isGap: () => false,
    isByOne: () => false,
    meetsOther: () => false,
    ownName: () => null,
    isProceedings: () => false,
    examiner: () => null,
    leadsIn: () => false,
    asksYou: () => false,
    isSaidTo: () => false,
    isGuest: () => false,
    guestIn: () => null,
    isOfSpeaker: () => false,
    tells: () => false,
    isArticle: () => false,
    isStageNote: () => false,
    mayBePut: () => false,
    namesNobody: () => false,
    isSalutation: () => false,
    isInsideName: () => false,
    withoutAbbreviations: (name) => name,
    isCaption: () => false,
    isClosingNote: () => false,
    isAttributed: () => false,
  },
  claims: {
    confidence: {
      'turn-answer': 1,
      'turn-question': 1,
      'block-quotation': 1,
      'next-paragraph': 1,
      signature: 1,
      nested: 1,
    },
    inParagraph: (text, { start, end }, stretches, paragraph) => {
      const tokens = tokenize(text, start, end, stretches);
      const drafts = tokens.flatMap((_, at) => claimAt(tokens, at, paragraph) ?? []);
      return { drafts, lead: null, tokens, clauses: [{ from: 0, to: tokens.length }], body: 0 };
    },
    mayNest: () => false,
    isOfSpeaker: () => false,
    saysNothing: () => false,
    withConjunction: (_text, part) => part,
    withoutConjunction: (_text, part) => part,
  },
  cues: {
    read: () => ({ kind: 'said', polarity: 'positive' }),
    telling: () => 'said',
    tellsNothing: () => false,
    isPutTo: () => false,
    passesOn: () => false,
    isPassive: () => false,
    isOfOtherClause: () => false,
    addressee: () => null,
    isAnswer: () => false,
    isReport: () => false,
    isNoun: () => false,
    strength: (cue) => (cue.toLowerCase() === VERB ? 3 : 0),
  },
  mentions: {
    inWords: () => null,
    subject: () => null,
    read: (text, { start, end }, paragraph) => {
      const at = nameOf(tokenize(text, start, end, []), text, paragraph);
      return {
        words: text.slice(start, end),
        nobody: false,
        several: false,
        named: at && { at, role: null },
        headed: null,
        office: null,
        isOrigin: false,
        kind: 'unnamed',
      };
    },
    roleBeside: (words) => words,
    pronoun: (words) => ({
      word: words.toLowerCase(),
      meaning: words.toLowerCase() === PRONOUN ? { means: 'person', gender: 'she' } : null,
    }),
    lastClause: () => null,
    subjectOf: () => null,
    age: () => null,
    ageBehind: () => null,
    isNew: () => false,
    ownedBy: () => undefined,
    isCalledSo: () => false,
    isPerson: () => false,
    isPeople: () => false,
    leavesNoChoice: () => false,
    bringsIn: () => false,
    isAddress: () => false,
    gender: () => null,
    isOwner: () => false,
    isLedTo: () => false,
    withoutOccasion: (_text, { start, end }) => ({ start, end }),
    key: (words) => words.toLowerCase(),
  },
  names: {
    read: (text, tokens, paragraph) => nameOf(tokens, text, paragraph),
    all: namesIn,
    key: (word) => word.toLowerCase(),
    kindOf: () => 'person',
    isBody: () => false,
    isCommon: () => false,
    properCase: (word) => word,
    isFirstName: () => false,
    isShortFor: () => false,
    isWord: () => false,
    isHeadWord: () => false,
    isParticle: () => false,
    isHonorific: () => false,
  },
  offices: { read: () => [], rolesFor: () => [], fits: () => false, saysAll: () => false },
  tagger: () => null,
};
