/** Shares of an archive: which articles belong to which, so that several machines can read it at once. */
import { sha256 } from '../../text/digest.ts';
import { Refusal } from '../terminal/errors.ts';

/** Share `part` (from 1) of `of`. */
export interface Share {
  part: number;
  of: number;
}

/** More would have no articles left for most of them. */
const MOST = 10_000;

/** `3/16`; a `Refusal` for what names no share. */
export function readShare(value: string): Share {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(value) ?? [];
  const share = { part: Number(part), of: Number(of) };
  if (!part || !of || share.part < 1 || share.part > share.of || share.of > MOST)
    throw new Refusal(
      `\`--shard ${value}\` names no share, expected a number of all, such as \`3/16\`, from 1 to ${MOST.toLocaleString('en')}.`,
    );
  return share;
}

/** An article stays in its share whatever other articles come or go. */
export const isIn = ({ part, of }: Share, article: string): boolean =>
  Number.parseInt(sha256(article).slice(0, 8), 16) % of === part - 1;

export const inWords = ({ part, of }: Share): string => `${part} of ${of}`;
