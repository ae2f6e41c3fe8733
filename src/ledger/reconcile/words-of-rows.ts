/**
 * The words of a row and their places: from UTF-16 units, in which the program counts, to code points of the
 * ledger and back.
 */
import type { Span } from '../../model/records.ts';
import { first, last } from '../../text/certain.ts';
import type { CodePoints } from '../../text/offsets.ts';
import type { Anchor, LedgerPart, LedgerRow } from '../schema.ts';
import type { DraftClaim, SourceText } from './contract.ts';

/** How many characters beside a claim its row keeps. */
export const CONTEXT = 32;

/** Words at a place of a text, as the ledger has them; the place in UTF-16 units. */
export const partOf = ({ start, end }: Span, text: string, points: CodePoints): LedgerPart => ({
  start: points.at(start),
  end: points.at(end),
  exact: text.slice(start, end),
});

/** The place of a part of a row; UTF-16 units. */
export const spanOf = ({ start, end }: Span, points: CodePoints): Span => ({
  start: points.utf16(start),
  end: points.utf16(end),
});

/** The places of the parts of a row; UTF-16 units. */
export const spansOf = ({ parts }: Pick<Anchor, 'parts'>, points: CodePoints): Span[] =>
  parts.map((part) => spanOf(part, points));

/** Where words stand in a version, with what stands beside them; `parts` in UTF-16 units. */
export function anchorOf(parts: readonly Span[], source: SourceText, points: CodePoints): Anchor {
  const from = first(parts).start;
  const to = last(parts).end;
  // As many characters take up to twice as many UTF-16 units.
  const before = [...source.text.slice(Math.max(0, from - 2 * CONTEXT), from)];
  const after = [...source.text.slice(to, to + 2 * CONTEXT)];
  return {
    version: source.version,
    source: source.sha256,
    parts: parts.map((part) => partOf(part, source.text, points)),
    prefix: before.slice(-CONTEXT).join('').toWellFormed(),
    suffix: after.slice(0, CONTEXT).join('').toWellFormed(),
  };
}

/** The anchor of a row alone, as `was` keeps it. */
export const anchorAlone = ({ version, source, parts, prefix, suffix }: Anchor): Anchor => ({
  version,
  source,
  parts,
  prefix,
  suffix,
});

/** Type, speaker and all else that is said of a draft's words, as a row keeps it. */
export function attributionOf(draft: DraftClaim, text: string, points: CodePoints) {
  const part = (span: Span | null) => (span ? partOf(span, text, points) : null);
  const { type, speaker, via, cue, cueKind, polarity, said } = draft;
  return {
    type,
    speaker: speaker && {
      id: speaker.id,
      name: speaker.name,
      kind: speaker.kind,
      basis: speaker.basis,
      role: speaker.role,
      mention: part(speaker.mention),
    },
    via: via.map(({ id, name, mention }) => ({ id, name, mention: part(mention) })),
    cue: part(cue),
    cueKind,
    polarity,
    said,
  };
}

/** Words of record with all that is said of them, as one row may take them over from another. */
export const wordsAndAttribution = (row: LedgerRow) => {
  const { type, speaker, held, via, cue, cueKind, polarity, said } = row;
  return { ...anchorAlone(row), type, speaker, held, via, cue, cueKind, polarity, said };
};

/** The words of a row as one text. */
export const textOf = (row: Pick<Anchor, 'parts'>) => row.parts.map((p) => p.exact).join(' ');

/** The same for equal places. */
export const keyOf = (parts: readonly Span[]) =>
  parts.map(({ start, end }) => `${start}-${end}`).join(',');

/** What begins earlier comes first, and of two that begin together what ends later. */
export const inReadingOrder = (a: readonly Span[], b: readonly Span[]): number =>
  first(a).start - first(b).start || last(b).end - last(a).end;
