/** Links to authority files: typed or pasted, checked for their form, written as addresses. */

/** An address, or what is wrong with what was typed. */
export type Link = { address: string } | { wrong: string };

const ok = (address: string): Link => ({ address });
const wrong = (why: string): Link => ({ wrong: why });

interface Authority {
  name: string;
  hosts: RegExp;
  /** The identifier as a whole path below the host, or alone. */
  inPath: RegExp;
  alone: RegExp;
  /** The address of an identifier that has this form, or why it is none. */
  read(identifier: string): Link;
  example: string;
}

const AUTHORITIES: readonly Authority[] = [
  {
    name: 'Wikidata',
    hosts: /^(?:www\.|m\.)?wikidata\.org$/,
    inPath: /^\/(?:wiki|entity)\/(?:Special:EntityData\/)?([^/]+?)(?:\.\w+)?\/?$/,
    alone: /^(?:wikidata:\s*)?(Q\S*)$/i,
    read: (id) =>
      /^Q[1-9]\d{0,9}$/i.test(id)
        ? ok(`https://www.wikidata.org/wiki/${id.toUpperCase()}`)
        : wrong(`\`${id}\` is no item of Wikidata, expected Q and a number`),
    example: 'Q42',
  },
  {
    name: 'VIAF',
    hosts: /^(?:www\.)?viaf\.org$/,
    inPath: /^\/(?:[a-z]{2}\/)?viaf\/([^/]+)\/?/,
    alone: /^viaf[:\s]\s*(\S+)$/i,
    read: (id) =>
      /^[1-9]\d{1,21}$/.test(id)
        ? ok(`https://viaf.org/viaf/${id}`)
        : wrong(`\`${id}\` is no number of VIAF, expected 2 to 22 digits`),
    example: 'VIAF 113230702',
  },
  {
    name: 'ORCID',
    hosts: /^(?:www\.)?orcid\.org$/,
    inPath: /^\/([^/]+)\/?$/,
    alone: /^(?:orcid[:\s]\s*)?((?:\d{4}-?){3}\d{3}[\dX])$/i,
    read: readOrcid,
    example: '0000-0002-1825-0097',
  },
];

function readOrcid(typed: string): Link {
  const id = typed.toUpperCase().replaceAll('-', '');
  if (!/^\d{15}[\dX]$/.test(id))
    return wrong(`\`${typed}\` is no ORCID, expected four groups of four digits`);
  const expected = orcidCheck(id.slice(0, 15));
  if (!id.endsWith(expected))
    return wrong(
      `\`${typed}\` is no ORCID: its last sign would be ${expected}; a digit is mistyped`,
    );
  return ok(`https://orcid.org/${id.replace(/(.{4})(?=.)/g, '$1-')}`);
}

/** The check sign of the first 15 digits, by ISO/IEC 7064, MOD 11-2. */
function orcidCheck(digits: string): string {
  const total = [...digits].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  const check = (12 - total) % 11;
  return check === 10 ? 'X' : String(check);
}

/** What was typed as a link of a speaker or a place. */
export function linkOf(typed: string): Link {
  const text = typed.trim();
  for (const { alone, read } of AUTHORITIES) {
    const id = alone.exec(text)?.[1];
    if (id) return read(id);
  }
  const address = /^(?:www\.)?(?:wikidata|viaf|orcid)\.org\//i.test(text)
    ? `https://${text}`
    : text;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
    return wrong(
      `\`${text}\` is no address and no identifier, expected such as ${AUTHORITIES.map(({ example }) => example).join(', ')} or https://…`,
    );
  const { hostname, pathname } = new URL(address);
  const authority = AUTHORITIES.find(({ hosts }) => hosts.test(hostname.toLowerCase()));
  if (!authority) return ok(address);
  const id = authority.inPath.exec(pathname)?.[1];
  return id
    ? authority.read(decodeURIComponent(id))
    : wrong(
        `\`${text}\` names no entry of ${authority.name}, expected such as ${authority.example}`,
      );
}
