/**
 * Identifiers of people and places in the files of libraries and of Wikidata, checked for their form while they are
 * typed: an address is taken as it is, a bare identifier is shown with the address that it stands for.
 */

/** The check character of an ORCID iD: ISO 7064, MOD 11-2, as ORCID's own page on its structure gives it. */
function orcidCheck(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const rest = (12 - (total % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}

const ORCID = /^(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/i;
const WIKIDATA = /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d*)\/?$/i;
const VIAF = /^(?:viaf:?\s*|https?:\/\/(?:www\.)?viaf\.org\/viaf\/)?([1-9]\d{1,21})\/?$/i;

/** What an identifier is, in words, or why it is none that is taken. */
export function authority(value: string): { words: string; isTaken: boolean } {
  const typed = value.trim();
  const orcid = ORCID.exec(typed)?.[1]?.toUpperCase();
  if (orcid) {
    const digits = orcid.replaceAll('-', '');
    return orcidCheck(digits.slice(0, 15)) === digits.charAt(15)
      ? { words: `ORCID: https://orcid.org/${orcid}`, isTaken: true }
      : {
          words: `ORCID ${orcid}: its last character does not fit the others; one of them is mistyped`,
          isTaken: false,
        };
  }
  const wikidata = WIKIDATA.exec(typed)?.[1]?.toUpperCase();
  if (wikidata)
    return { words: `Wikidata: https://www.wikidata.org/wiki/${wikidata}`, isTaken: true };
  const viaf = VIAF.exec(typed)?.[1];
  if (viaf) return { words: `VIAF: https://viaf.org/viaf/${viaf}`, isTaken: true };
  if (URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol))
    return { words: `Address at ${new URL(typed).hostname}`, isTaken: true };
  return {
    words:
      'expected an address that begins with https://, or Q42, 0000-0002-1825-0097, or a VIAF number',
    isTaken: false,
  };
}
