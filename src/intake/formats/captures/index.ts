/**
 * Kinds of files that hold an article but are not its text. Each is known by its content, never by its
 * name. Where `reading/` has a reader, `npm run add` takes the texts out of it; a source is plain
 * text, Markdown or a web page, and what else stands among the sources is named with what to do.
 */
import { archiveKinds } from './archives.ts';
import { binaryKinds, encodedKinds } from './binary.ts';
import type { CaptureKind, Sample } from './kind.ts';
import { citationKinds } from './citations.ts';
import { dataKinds } from './data.ts';
import { databaseKinds } from './databases.ts';
import { keptKinds } from './kept.ts';
import { listKinds } from './lists.ts';
import { mailKinds } from './mail.ts';
import { markupKinds } from './markup.ts';
import { timedKinds } from './timed.ts';
import { lastAsked } from '../../../text/last-asked.ts';

export type { CaptureKind } from './kind.ts';

/** In the order they are asked: what is certain comes first. */
const CAPTURE_KINDS: readonly CaptureKind[] = [
  ...encodedKinds,
  ...binaryKinds,
  ...archiveKinds,
  ...mailKinds,
  ...keptKinds,
  ...markupKinds,
  ...timedKinds,
  ...dataKinds,
  ...databaseKinds,
  ...citationKinds,
  ...listKinds,
];

const ENDS = 65_536;

/**
 * What kind of file this is, if it is not plain text, Markdown or a web page; null where it may be one.
 * `text` is the decoded source, null where it is not UTF-8.
 */
export function recogniseCapture(bytes: Uint8Array, text: string | null): CaptureKind | null {
  const kind = recognised(bytes, text);
  return kind?.id === 'html' ? null : kind;
}

/** Asked where a file is opened, and again where its text is read. */
const recognised = lastAsked((bytes: Uint8Array, text: string | null): CaptureKind | null => {
  const sample: Sample = {
    bytes,
    head: asCharacters(bytes.subarray(0, ENDS)).replace(/^\xef\xbb\xbf/, ''),
    tail: asCharacters(bytes.subarray(Math.max(0, bytes.length - ENDS))),
    text: text === null ? null : text.replace(/^\uFEFF/, ''),
  };
  return CAPTURE_KINDS.find((kind) => kind.matches(sample)) ?? null;
});

const AT_ONCE = 8192;

/** Each byte as the character of its number; the decoder that is called `latin1` is Windows-1252's. */
function asCharacters(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    characters += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return characters;
}
