/** The picture that a site card names: what it is by its bytes, and whether a site may show it. */
import { decoded } from '../text/decoding.ts';
import type { SiteCard } from '../model/records.ts';

/** In bytes: the picture stands in the head of every page. */
const LARGEST_LOGO = 200_000;

const startsWith = (bytes: Uint8Array, at: number, signature: string): boolean =>
  [...signature].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));

/** The media type and the usual ending of a picture; null for what is none of the known kinds. */
function kindOf(bytes: Uint8Array): { type: string; ending: string } | null {
  if (startsWith(bytes, 0, '\x89PNG\r\n\x1a\n')) return { type: 'image/png', ending: 'png' };
  if (startsWith(bytes, 0, '\xff\xd8\xff')) return { type: 'image/jpeg', ending: 'jpg' };
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP'))
    return { type: 'image/webp', ending: 'webp' };
  const text = decoded(bytes);
  return text !== null &&
    /^\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s/>]/.test(text)
    ? { type: 'image/svg+xml', ending: 'svg' }
    : null;
}

/** What an SVG could run or fetch when it is opened by itself. */
const ACTIVE: readonly RegExp[] = [
  /<(?:[\w-]+:)?(?:script|foreignObject|iframe|handler|listener|set|animate\w*)\b/i,
  /<!DOCTYPE[^>]*\[|<!ENTITY|<\?xml-stylesheet/i,
  /\son[a-z]+\s*=/i,
  /\b(?:href|src)\s*=\s*(?!["']?\s*(?:#|data:image\/(?:png|jpeg|webp);))["']?[^"'\s>]*/i,
  /@import|\burl\(\s*(?!["']?\s*#)["']?[^"')]*/i,
];
const activeIn = (svg: string): string | null => {
  for (const pattern of ACTIVE) {
    const found = pattern.exec(svg)?.[0].trim();
    if (found) return found;
  }
  return null;
};

/** The logo as records hold it, or why it cannot be one: what was found, and what was expected. */
export function logoOf(
  bytes: Uint8Array,
): { logo: NonNullable<SiteCard['logo']> } | { found: string; expected: string } {
  if (bytes.length > LARGEST_LOGO)
    return {
      found: `picture of ${bytes.length.toLocaleString('en')} bytes`,
      expected: `at most ${LARGEST_LOGO.toLocaleString('en')}, since it stands on every page`,
    };
  const kind = kindOf(bytes);
  if (!kind) return { found: 'content', expected: 'an SVG, PNG, WebP or JPEG picture' };
  const active = kind.ending === 'svg' ? activeIn(decoded(bytes) ?? '') : null;
  if (active !== null)
    return {
      found: `\`${active}\` in the SVG`,
      expected: 'a drawing that runs nothing and loads nothing; save it as “plain SVG” or as PNG',
    };
  const { type, ending } = kind;
  return { logo: { file: `logo.${ending}`, type, base64: Buffer.from(bytes).toString('base64') } };
}
