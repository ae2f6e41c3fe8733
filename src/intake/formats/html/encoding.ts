/** The encoding of a web page by what stands in its first bytes, as the Encoding and HTML Standards have it. */

/** Bytes among which a browser looks for a declaration. */
const FIRST = 1024;
const DECLARED =
  /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.+-]+)|<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.+-]+)["']/i;
const LIKE_A_PAGE = /<(?:!doctype\s+html|html|head|body|meta|title|div|p)[\s>]/i;

/**
 * The encoding that a page declares, by the name that programs know; `windows-1252` where it declares none, as in
 * browsers. Null for what does not begin like a page.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, FIRST));
  if (!LIKE_A_PAGE.test(head)) return null;
  const [, meta, xml] = DECLARED.exec(head) ?? [];
  const label = meta ?? xml;
  if (label === undefined) return 'windows-1252';
  try {
    const { encoding } = new TextDecoder(label);
    // a page that could be read so far is in no encoding of two bytes a letter, whatever it says
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return 'windows-1252';
  }
}

/** Encodings whose bytes are those of other characters in UTF-8 too, told by the sequences that switch them. */
export const isSwitched = (text: string, encoding: string | null): boolean =>
  encoding === 'iso-2022-jp' && text.includes('\u001b');
