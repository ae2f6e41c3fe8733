/** Pages that were saved from a web archive: what is the archive's in what they state, and what the page's own. */
import type { StatedFact } from '../format.ts';

/** A copy in a web archive, by its address. */
interface ArchivedCopy {
  /** The address of the copy. */
  copy: string;
  /** The address that was captured, and the day. */
  original: string;
  day: string;
  /** The digits of the time of the capture. */
  time: string;
  host: string;
}

/**
 * `https://web.archive.org/web/20230501123456/https://a.example/ferry`,
 * `https://archive.ph/2023.05.01-123456/https://a.example/ferry`: an address within an address, under a time.
 */
const COPY =
  /^https?:\/\/([^/]+)(?:\/[\w-]+){0,3}?\/((?:19|20)\d\d)[.-]?([01]\d)[.-]?([0-3]\d)(?:[.-]?(\d{2,6}))?(?:[a-z]{2}_)?\/(https?:\/{1,2}[^/].*)$/i;

function archivedCopy(address: string): ArchivedCopy | null {
  const [, host, year, month, day, clock = '', inner] = COPY.exec(address.trim()) ?? [];
  if (host === undefined || inner === undefined) return null;
  const original = inner.replace(/^(https?:)\/+/i, '$1//');
  return URL.canParse(original)
    ? {
        copy: address.trim(),
        original,
        day: `${year}-${month}-${day}`,
        time: `${year}${month}${day}${clock}`,
        host,
      }
    : null;
}

/**
 * What a page states, with the addresses of copies taken apart: the address of the page, the day of the capture, the
 * copy. What the archive says of itself (its name, the capture as day of publication) is left out.
 */
export function withoutArchive(facts: readonly StatedFact[]): StatedFact[] {
  const found = facts.flatMap(({ fact, value }) =>
    fact === 'address' ? [archivedCopy(value)].filter((one) => one !== null) : [],
  );
  const [copy] = found;
  if (!copy) return [...facts];
  const others = facts.flatMap((one): StatedFact[] => {
    const { fact, value, where } = one;
    const isCapture = copy.time.length >= 12 && value.replace(/\D/g, '').startsWith(copy.time);
    if (fact === 'address') {
      const inner = archivedCopy(value);
      if (inner) return [{ fact, value: inner.original, where }];
      // `https://archive.ph/Ab3dE`: another address of the copy
      return hostOf(value) === copy.host ? [] : [one];
    }
    if (fact === 'outlet' && isHost(value, copy.host)) return [];
    if (fact === 'published' && isCapture) return [];
    if (fact === 'description' && /^archived\b/i.test(value)) return [];
    return [one];
  });
  return [
    ...others,
    { fact: 'captured', value: copy.day, where: 'the address of the archived copy' },
  ];
}

const hostOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).host : null;
const isHost = (name: string, host: string): boolean =>
  name.toLowerCase().replace(/^www\./, '') === host.toLowerCase().replace(/^www\./, '');
