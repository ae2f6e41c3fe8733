/**
 * Reads two of Pagefind's files, whose form is that of the pinned version: a gzip of a mark and what it
 * marks. The build checks with these same functions that what it wrote can be read.
 */
/** The language under which all records are indexed begins each id. */
export const LANGUAGE = 'en';
const MARK = 'pagefind_dcd';

/** The content of a file; some servers have already unpacked it. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const marked = (data: Uint8Array) =>
    new TextDecoder().decode(data.subarray(0, MARK.length)) === MARK;
  if (marked(bytes)) return bytes.subarray(MARK.length);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const data = new Uint8Array(await new Response(stream).arrayBuffer());
  if (!marked(data)) throw new Error('not a file of Pagefind');
  return data.subarray(MARK.length);
}

/** Ids of the records, in the order in which they were added: they stand first in the list of records. */
export async function recordIds(bytes: Uint8Array<ArrayBuffer>, size: number): Promise<string[]> {
  const text = new TextDecoder('latin1').decode(await unpacked(bytes));
  const ids: string[] = [];
  for (const match of text.matchAll(new RegExp(`${LANGUAGE}_[0-9a-f]{7,}`, 'g'))) {
    if (ids.length === size) break;
    ids.push(match[0]);
  }
  return ids;
}

/** A record: the words that are indexed and its address. */
export const recordOf = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ content: string; url: string }> =>
  JSON.parse(new TextDecoder().decode(await unpacked(bytes))) as { content: string; url: string };
