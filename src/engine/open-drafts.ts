/** Quotations that nobody in their paragraph is named for: a signature under them tells, or the paragraph before. */
import type { Span } from '../model/records.ts';
import { trimmed } from '../text/spans.ts';
import { endOf, nameAt, startOf } from './drafts.ts';
import type { Draft } from './draft.ts';
import type { Stretch } from './marks.ts';
import type { LanguagePack } from './pack.ts';
import type { Doubt, EngineParagraph } from './types.ts';

/** A signature under a pull quote: "― Ann Lee". */
const SIGNATURE = /^\s?[—–―-]{1,2}\s?([A-Z][\p{L}’'.-]+(?:\s[\p{L}’'.-]+){0,5})/u;
/** Under a block quotation: "— Ann Lee, harbour master", or as posts are embedded: "— Ann Lee (@annlee) May 6, 2021". */
const SIGNATURE_OF_BLOCK =
  /^[—–―-]{1,2}\s?(\p{L}[^()@,\n]{0,60}?)\s*(?:\(@[\w.@-]{1,80}\)[^\n]{0,60}|, [^.!?\n]{1,80})?$/u;
/** Characters behind a quotation, or at the head of the next paragraph, that may hold a signature. */
const SIGNATURE_WITHIN = 60;
/** Characters from the head of a paragraph within which a quotation opens it. */
const HEAD = 12;

/** A paragraph with an open draft, and what stands before it. */
export interface OpenPlace {
  pack: LanguagePack;
  text: string;
  paragraph: EngineParagraph;
  next: EngineParagraph | undefined;
  stretches: readonly Stretch[];
  /** The last claim before the paragraph, in this or the one before. */
  previous: Draft | null;
  /** Whether the paragraph before left its quotation open. */
  previousOpen: boolean;
}

/** Who says an open draft, if anything around its paragraph tells; a doubt where nothing does. */
export function closeOpen(draft: Draft, place: OpenPlace): Doubt | null {
  const signature = signatureOf(draft, place);
  if (signature)
    Object.assign(
      draft,
      signedBy(signature, place.pack, 'A dash and a name stand under the quotation.'),
    );
  else if (goesOn(draft, place))
    Object.assign(draft, {
      inherits: place.previous,
      mention: null,
      open: false,
      reasons: [
        ...draft.reasons,
        place.previousOpen
          ? 'The paragraph before left its quotation open.'
          : 'It stands directly after a quotation of the paragraph before.',
      ],
    });
  return draft.open && !draft.mention
    ? { kind: 'quote-without-speaker', start: startOf(draft), end: endOf(draft), detail: '' }
    : null;
}

/** The name behind a quotation, or under it in a paragraph of its own. */
function signatureOf(draft: Draft, { text, paragraph, next }: OpenPlace): Span | null {
  const end = endOf(draft);
  const nameIn = (start: number, to: number): Span | null => {
    const [whole = '', name] = SIGNATURE.exec(text.slice(start, to)) ?? [];
    if (name === undefined) return null;
    const from = start + whole.length - name.length;
    return { start: from, end: from + name.replace(/(?<=\p{Ll}{3})\.$/u, '').length };
  };
  return (
    nameIn(end + 1, Math.min(end + SIGNATURE_WITHIN, paragraph.end)) ??
    (next && end > paragraph.end - 3
      ? nameIn(next.start, Math.min(next.end, next.start + SIGNATURE_WITHIN))
      : null)
  );
}

/** What a signature tells of the words above it. */
export const signedBy = (name: Span, { claims }: LanguagePack, reason: string): Partial<Draft> => ({
  mention: nameAt(name),
  rule: 'signature',
  confidence: claims.confidence.signature,
  reasons: [reason],
  open: false,
});

/** Where the words of a block quotation end, and who signs them; `name` is null where nobody does. */
export interface BlockEnd {
  /** The paragraph of the signature, or the last that was looked at. */
  paragraph: number;
  name: Span | null;
}

/**
 * The end of the block quotation that the paragraph at `index` belongs to. It is signed by a name after a dash, alone
 * in its last paragraph or in the one behind it.
 */
export function endOfBlock(
  text: string,
  paragraphs: readonly EngineParagraph[],
  index: number,
): BlockEnd {
  let k = index;
  for (; k === index || paragraphs[k - 1]?.kind === 'quote'; k++) {
    const paragraph = paragraphs[k];
    const line = paragraph && trimmed(text, paragraph);
    if (!line) break;
    const [, name] = SIGNATURE_OF_BLOCK.exec(text.slice(line.start, line.end)) ?? [];
    if (name === undefined || !/\p{Lu}|\d/u.test(name)) continue;
    const start = text.indexOf(name, line.start);
    return { paragraph: k, name: { start, end: start + name.length } };
  }
  return { paragraph: Math.max(index, k - 1), name: null };
}

const isQuestion = (text: string, draft: Draft): boolean =>
  draft.type === 'direct' && text.slice(startOf(draft), endOf(draft)).trimEnd().endsWith('?');

/** Whether a draft goes on with the words of the one before. */
function goesOn(
  draft: Draft,
  { text, paragraph, stretches, previous, previousOpen }: OpenPlace,
): boolean {
  if (!previous || /^(?:long|beside)-quotation$/.test(draft.rule)) return false;
  if (previous.paragraph < draft.paragraph - 1) return false;
  const [start, end] = [startOf(draft), endOf(draft)];
  // Question and answer are two people's.
  const isExchange = isQuestion(text, draft) || isQuestion(text, previous);
  if (isExchange && !previousOpen) return false;
  const marks = stretches.find(
    ({ inner, outer }) => inner.start === start || (outer.start >= start && outer.end <= end),
  );
  const isAtHead =
    start - paragraph.start < HEAD ||
    (marks !== undefined && marks.outer.start - paragraph.start < HEAD);
  return previousOpen || (isAtHead && !(marks && isHeading(text, paragraph, marks)));
}

/** "3. ": the number of a heading. */
const NUMBERED = /^\d{1,2}[.)] $/;
/** Characters of the longest heading. */
const LONGEST_HEADING = 100;

/** Whether a paragraph is nothing but words in marks that no stop ends: a heading, of whoever the text below it quotes. */
function isHeading(
  text: string,
  { start, end }: EngineParagraph,
  { inner, outer }: Stretch,
): boolean {
  const before = text.slice(start, outer.start);
  return (
    end - start <= LONGEST_HEADING &&
    (before === '' || NUMBERED.test(before)) &&
    text.slice(outer.end, end).trim() === '' &&
    !/[.!?…,;:—–-]$/.test(text.slice(inner.start, inner.end).trimEnd())
  );
}
