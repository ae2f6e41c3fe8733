/** A file within a link: what a page can hand out without another file and without a script. */

/** As far as characters of ASCII do not stand in an address, or would have to be escaped in HTML. */
const ESCAPED: readonly (string | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[\0-\x20"#%&<>[\\\]^`{|}\x7f]/.test(sign)
    ? `%${code.toString(16).toUpperCase().padStart(2, '0')}`
    : undefined;
});

/** Text as an address holds it: letters of any script stand as they are, which is shortest. */
function inAddress(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const escaped = ESCAPED[text.charCodeAt(i)];
    if (escaped === undefined) continue;
    out += text.slice(from, i) + escaped;
    from = i + 1;
  }
  return out + text.slice(from);
}

/** The address that is a file of UTF-8 with the given media type and text; well formed, whatever the text. */
export const dataLink = (mediaType: string, text: string): string =>
  `data:${mediaType};charset=utf-8,${inAddress(text.toWellFormed())}`;

/** The text that a link of a page holds, by the name under which it is saved; null where no link holds it. */
export function heldInPage(html: string, name: string): string | null {
  const link = html.match(/<a\s[^>]*>/g)?.find((tag) => tag.includes(`download="${name}"`));
  const text = /\shref="data:[^",]*,([^"]*)"/.exec(link ?? '')?.[1];
  return text === undefined ? null : decodeURIComponent(text);
}
