/** ZIP archives of saved pages, texts and captures: each file in them as if it were given by itself. */
import { decoded } from '../../../../text/decoding.ts';
import { sha256 } from '../../../../text/digest.ts';
import { isWebPage } from '../markup.ts';
import { Damaged, type Given, type Reading, type Taken, type TakenText } from '../reader.ts';
import { counted, named, stemOf, taken } from './taken.ts';
import { filesInZip } from './zip.ts';

/** What belongs to a page and is no text of its own: pictures, styles, scripts, frames beside it. */
const BESIDE =
  /(?:^|\/)(?:__MACOSX|\.[^/]*|[^/]*_files)(?:\/|$)|\/$|\.(?:css|m?js|map|json5|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|ogg|wav)$/i;

/** Reads an archive; archives within it are refused. Time and memory are bounded as those of `filesInZip`. */
export async function readZip(given: Given): Promise<Reading> {
  if (!given.open)
    throw new Damaged('and lies within another file', 'Unpack it, and take it in by itself.');
  let beside = 0;
  const files = await filesInZip(given.bytes, (name) => {
    const isBeside = BESIDE.test(name);
    if (isBeside && !name.endsWith('/')) beside++;
    return !isBeside;
  });
  const texts: TakenText[] = [];
  const left: { part: string; why: string }[] = [];
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = await textsOf(given, name, bytes);
    if (typeof found === 'string') left.push({ part: name, why: found });
    else {
      texts.push(...found.texts);
      left.push(...found.left.map(({ part, why }) => ({ part: `${name}, ${part}`, why })));
    }
  }
  if (texts.length === 0)
    return {
      refused: 'and holds no text, page or capture that can be taken in',
      remedy: 'Unpack it, and take in the texts that it holds.',
      holds: left.slice(0, 20).map(({ part, why }) => `${part}: ${why}`),
    };
  const notes =
    beside > 0
      ? [`Left out: ${counted(beside, 'file')} that pages load (pictures, styles and the like).`]
      : [];
  return named(given, texts, left, notes);
}

/** The texts in one file of an archive, or why it has none. */
async function textsOf(
  given: Given,
  name: string,
  bytes: Uint8Array,
): Promise<Pick<Taken, 'texts' | 'left'> | string> {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';
  const part = { name, bytes, extension };
  const reading = (await given.open?.(name, bytes)) ?? null;
  if (reading && 'refused' in reading)
    return `it is one ${reading.refused}`.replace(/^it is one (?:and|which|but) /, 'it ');
  if (reading)
    return {
      left: reading.left,
      texts: reading.texts.map((text): TakenText => {
        const inner = text.capture.part;
        const own = { name, sha256: sha256(bytes), bytes: bytes.byteLength };
        return {
          ...text,
          capture: {
            ...given.file,
            part: inner ? { ...inner, name: `${name}, ${inner.name}` } : own,
          },
          keep: inner ? text.keep : { bytes, extension },
        };
      }),
    };
  const text = decoded(bytes);
  if (text === null) return 'it is no text in UTF-8';
  const isPage = isWebPage(text);
  if (!isPage && !/\.(?:txt|md|markdown)$/i.test(name))
    return 'it is no text, page or capture that is known';
  const plain = extension === 'txt' ? 'txt' : 'md';
  return {
    left: [],
    texts: [taken(given, { text, stem: stemOf(name), extension: isPage ? 'html' : plain, part })],
  };
}
