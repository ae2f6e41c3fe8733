/**
 * A normal text without the commas, points and semicolons beside its quotation marks: on which side of a mark they
 * stand is a custom of typography (`lake,” said`, `lake”, said`).
 */
import { countBefore } from '../text/bisect.ts';
import { at } from '../text/certain.ts';
import type { Span } from '../model/records.ts';
import { hull } from '../text/spans.ts';
import type { Indexed, Place } from './indexed.ts';

export interface Loose {
  readonly text: string;
  /** From a place of the normal text to one of this, and back. */
  into(place: Place): Place;
  back(place: Place): Place;
}

/** One that stands alone beside a quotation mark: `…` and `."..` are others. */
const BESIDE_MARK = /(?<![.,;])[.,;](?=")|(?<=")[.,;](?![.,;])/g;

const forms = new WeakMap<Indexed, Loose>();

/** The text of a version in this form. */
export function looseOf(side: Indexed): Loose {
  const form = forms.get(side) ?? loosened(side.normal.text);
  forms.set(side, form);
  return form;
}

function loosened(text: string): Loose {
  const left = [...text.matchAll(BESIDE_MARK)].map(({ index }) => index);
  const into = (offset: number) => offset - countBefore(left.length, (k) => at(left, k) < offset);
  // The k-th sign that is left out stood before what is now at its offset less k, or farther on.
  const back = (offset: number) =>
    offset + countBefore(left.length, (k) => at(left, k) - k <= offset);
  return {
    text: text.replace(BESIDE_MARK, ''),
    into: mapped(({ start, end }) => ({ start: into(start), end: into(end) })),
    back: mapped(({ start, end }) => ({ start: back(start), end: back(end - 1) + 1 })),
  };
}

const mapped =
  (move: (span: Span) => Span) =>
  ({ parts }: Place): Place => {
    const moved = parts.map(move);
    return { parts: moved, ...hull(moved) };
  };
