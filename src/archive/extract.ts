/**
 * Quotations of a loose text: cleaned and read by the same engine as an article of the archive, except that
 * every line is read, since a loose text need not have a head or boilerplate.
 */
import { findClaims, type EngineText } from '../engine/index.ts';
import { quotesOf, type QuoteEntry } from '../engine/quotes.ts';
import { detectLanguage } from '../languages/detect.ts';
import { packFor } from '../languages/index.ts';
import { LANGUAGE_OF_RULES } from '../languages/known.ts';
import { first, last } from '../text/certain.ts';
import { codePoints } from '../text/offsets.ts';
import { clean } from '../intake/clean.ts';
import { withPrintedNames, withUnreadBlank, withWords } from '../intake/unread.ts';
import { readingOf } from '../intake/read.ts';
import type { Extracted, ExtractedQuote } from '../model/extracted.ts';
import type { Span, Undoing } from '../model/records.ts';

const PATH = 'text.txt';
const LONGEST_ARTICLE = 1_000_000;

export interface ExtractOptions {
  /** `Name: text` lines are turns of a conversation; without it only those that the text marks for sure. */
  turns?: boolean;
  /** False for rules alone. */
  model?: boolean;
  /** BCP 47; told by the text's words where it is left out. */
  language?: string;
}

/** Finds the quotations of a text. */
export function extractQuotes(
  text: string,
  { turns = false, model = true, language: known }: ExtractOptions = {},
): Extracted {
  const { input, printed, undone, toSource } = inputOf(text, turns);
  const said = undone.length > 0 ? { undone } : {};
  const language = known ?? detectLanguage(input.text);
  const pack = packFor(language ?? LANGUAGE_OF_RULES);
  if (!pack) return { ...(language && { language }), ...said, quotes: [] };
  const found = findClaims(input, model ? { pack, explain: false } : { pack, model: null });
  const { quotes, nested } = quotesOf(
    input.text,
    withPrintedNames(found, input.text, printed),
    pack,
  );
  const points = codePoints(text);
  const place = (span: Span) => {
    const { start, end } = toSource(span);
    return { start: points.at(start), end: points.at(end), text: text.slice(start, end) };
  };
  const entry = (quote: QuoteEntry): ExtractedQuote => {
    const { start, end } = place(quote);
    return {
      start,
      end,
      type: quote.type,
      speaker: quote.speaker && place(quote.speaker),
      cue: quote.cue && place(quote.cue),
      name: quote.name,
      rule: quote.rule,
      confidence: inThreePlaces(quote.confidence),
      wordsConfidence: inThreePlaces(quote.wordsConfidence),
      speakerConfidence:
        quote.speakerConfidence === null ? null : inThreePlaces(quote.speakerConfidence),
      claim: quote.claim,
      ...(quote.cueKind !== 'said' && quote.cueKind !== 'none' && { cueKind: quote.cueKind }),
      ...(quote.polarity !== 'positive' && { polarity: quote.polarity }),
      ...(quote.via.length > 0 && { via: quote.via }),
      ...(quote.turn !== null && { turn: quote.turn }),
      ...(quote.within !== null && { within: quote.within }),
    };
  };
  return {
    ...said,
    quotes: quotes.map(entry),
    ...(nested.length > 0 && { nested: nested.map(entry) }),
  };
}

const inThreePlaces = (share: number): number => Math.round(share * 1000) / 1000;

/** The sign of an item of a list, or of words that a mail quotes. */
const BULLET = /^(?:[•·▪◦‣] ?|(?:> ?){1,3})(?=\S)/;

/** The text as the engine reads it, and the way back. */
function inputOf(
  text: string,
  turns: boolean,
): { input: EngineText; printed: string; undone: readonly Undoing[]; toSource(span: Span): Span } {
  // A text too long or too odd to be an article is read line by line.
  const plain = text.length > LONGEST_ARTICLE || !text.isWellFormed() || !/\S/.test(text);
  if (plain)
    return {
      input: { text, paragraphs: lines(text), turns: turns ? 'always' : 'marked' },
      printed: text,
      undone: [],
      toSource: (span) => span,
    };
  const reading = readingOf(PATH, text);
  const cleaned = clean({ path: PATH, text, sha256: '', bytes: 0, ...reading });
  const read = withUnreadBlank(cleaned);
  const blocks = withWords(cleaned.blocks, read, cleaned.text);
  const paragraphs = blocks.map(({ start, end, bold, kind }) => ({
    start: start + (BULLET.exec(cleaned.text.slice(start, start + 9))?.[0].length ?? 0),
    end,
    bold,
    kind: kind === 'heading' || kind === 'quote' ? kind : ('paragraph' as const),
  }));
  return {
    input: {
      text: read,
      paragraphs: paragraphs.flatMap((one) =>
        paragraphs.length <= 2 && one.end - one.start >= LONGEST_PARAGRAPH
          ? atQuotations(cleaned.text, one)
          : [one],
      ),
      turns: turns ? 'always' : 'marked',
    },
    printed: cleaned.text,
    undone: reading.undone,
    toSource: (span) => {
      const parts = cleaned.toSource(span);
      return { start: first(parts).start, end: last(parts).end };
    },
  };
}

/** Characters; a longer paragraph is a text whose paragraphs were joined. */
const LONGEST_PARAGRAPH = 1500;
/** Behind a sentence that ends with its quotation, as paragraphs do. */
const BEHIND_QUOTATION = /(?<=[.!?][”"] )(?=[“"]?[\p{Lu}\d]|[“"]\p{L})/gu;

/** A label behind the end of a sentence: `… it does. Q: And then?` */
const LABEL = /(?<=[.!?…)\]”"’] )((?:\p{Lu}[\p{L}\p{N}.’'-]* ?){1,4}):(?= \S)/gu;
/** So many labels that come again make a text an interview. */
const FEWEST_TURNS = 4;

/** Where the turns of an interview begin whose lines were joined; none where no labels come again. */
function turnsIn(words: string): number[] {
  const labels = [...words.matchAll(LABEL)];
  const counts = new Map<string, number>();
  for (const [, label = ''] of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const again = labels.filter(([, label = '']) => (counts.get(label) ?? 0) > 1);
  return again.length < FEWEST_TURNS ? [] : again.map(({ index }) => index);
}

/** A text whose paragraphs were joined, cut before turns, else behind the sentences that end with somebody’s words. */
function atQuotations<T extends Span>(text: string, paragraph: T): T[] {
  const words = text.slice(paragraph.start, paragraph.end);
  const turns = turnsIn(words);
  const cuts =
    turns.length > 0 ? turns : [...words.matchAll(BEHIND_QUOTATION)].map(({ index }) => index);
  const bounds = [0, ...cuts, words.length];
  return bounds
    .slice(1)
    .map((end, i) => ({ start: bounds[i] ?? 0, end }))
    .map(({ start, end }) => ({
      ...paragraph,
      start: paragraph.start + start,
      end: paragraph.start + end - (end < words.length ? 1 : 0),
    }));
}

function lines(text: string): EngineText['paragraphs'] {
  return [...text.matchAll(/[^\r\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map((match) => {
      const lead = match[0].length - match[0].trimStart().length;
      return {
        start: match.index + lead,
        end: match.index + match[0].trimEnd().length,
        kind: 'paragraph' as const,
      };
    });
}
