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
  return LIKE_A_PAGE.test(headOf(bytes)) ? (encodingStated(bytes, null) ?? 'windows-1252') : null;
}

/**
 * The encoding that a server or a page states, by the name that programs know: what the server says (`label`) comes
 * before what the page does. Null where neither is known.
 */
export function encodingStated(bytes: Uint8Array, label: string | null): string | null {
  const head = headOf(bytes);
  const [, meta, xml] = LIKE_A_PAGE.test(head) ? (DECLARED.exec(head) ?? []) : [];
  for (const one of [label, meta ?? xml]) {
    const encoding = one ? nameOf(one) : null;
    if (encoding !== null) return encoding;
  }
  return null;
}

const headOf = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252').decode(bytes.subarray(0, FIRST));

function nameOf(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label);
    // a page that could be read so far is in no encoding of two bytes a letter, whatever it says
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}

/** Encodings whose bytes are those of other characters in UTF-8 too, told by the sequences that switch them. */
export const isSwitched = (text: string, encoding: string | null): boolean =>
  encoding === 'iso-2022-jp' && text.includes('\u001b');
