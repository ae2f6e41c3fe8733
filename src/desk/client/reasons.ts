/** Why a claim is rejected or corrected: the usual reasons, and those that the person typed last. */
import { z } from 'zod';

/** Of a rejection; kept in the card as they stand here. */
const USUAL: readonly string[] = [
  'These are words of the article itself.',
  'Nobody is said to have said this.',
  'The marks set off a term or a name.',
  'The title of a work.',
  'An example, not something that was said.',
  'Found twice: another claim has these words.',
];

/** Of a correction, until the person types another. */
export const READ_AT_THE_DESK = 'Read in the article at the desk.';

const KEY = 'desk.reasons';
const KEPT = 5;
const Kept = z.array(z.string().min(1));

type Store = Pick<Storage, 'getItem' | 'setItem'>;

function typed(storage: Store): string[] {
  try {
    return Kept.parse(JSON.parse(storage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

/** Reasons to choose from: the usual ones, always under the same digits, then those typed last. */
export function reasons(storage: Store = localStorage): string[] {
  return [...new Set([...USUAL, ...typed(storage)])];
}

/** Remembers a reason of one's own that was given. */
export function remember(reason: string, storage: Store = localStorage): void {
  if (USUAL.includes(reason)) return;
  const list = [reason, ...typed(storage).filter((one) => one !== reason)].slice(0, KEPT);
  storage.setItem(KEY, JSON.stringify(list));
}
