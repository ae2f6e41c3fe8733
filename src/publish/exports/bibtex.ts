/**
 * BibTeX and BibLaTeX in UTF-8. Letters stay as they are; only TeX's own signs are escaped, and
 * titles stand in double braces so that no reader changes their capitals. What prints them may still shape a straight
 * mark, as LuaTeX's fonts make `"` a curly one: the command that hinders it is unknown to most other readers.
 */

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // bare, some readers take these two for the signs that TeX's oldest encoding has in their place; others know no
  // `\\textless`
  '<': '$<$',
  '>': '$>$',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  // TeX makes one sign of two of these; a group of its own keeps each what it is
  '`': '{`}',
};

const isBalanced = (text: string): boolean => {
  let open = 0;
  for (const sign of text) {
    if (sign === '{') open++;
    if (sign === '}' && --open < 0) return false;
  }
  return open === 0;
};

/** What does not stand in TeX as it is; the rules are those of `texWords`. */
const TOLD_OTHERWISE = /[\p{Cc}\u2028\u2029\\~^<>&%$#_`{}]|([-',])\1/u;

/** Words as TeX prints them, the same signs in the same order; line breaks become blanks. */
export function texWords(text: string): string {
  if (!TOLD_OTHERWISE.test(text)) return text.trim();
  // BibTeX counts braces, escaped ones too
  const braces: Readonly<Record<string, string>> = isBalanced(text)
    ? { '{': '\\{', '}': '\\}' }
    : { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\\~^<>&%$#_`{}]/g, (sign) => braces[sign] ?? TEX[sign] ?? sign)
    .replace(/([-',])(?=\1)/g, '$1{}')
    .trim();
}

export interface BibName {
  literal?: string;
  family?: string;
  given?: string;
  suffix?: string;
}

/** `Obi, Mara`, `King, Jr., Martin Luther`; a name that is not in two parts, and parts that BibTeX would split, in braces. */
function texName({ literal, family, given, suffix }: BibName): string {
  if (!family) return `{${texWords(literal ?? given ?? '')}}`;
  const part = (text: string) =>
    /,|(?:^|\s)and(?:\s|$)|^\p{Ll}/iu.test(text) && !/^\p{Lu}[^\s,]*$/u.test(text)
      ? `{${texWords(text)}}`
      : texWords(text);
  return [family, suffix, given].flatMap((one) => (one ? [part(one)] : [])).join(', ');
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What an entry holds; what is undefined is left out. */
export interface BibEntry {
  type: 'article' | 'online';
  /** For BibLaTeX: what kind of article. */
  subtype?: 'newspaper' | undefined;
  key: string;
  author?: readonly BibName[] | undefined;
  journal?: string | undefined;
  pages?: string | undefined;
  /** Year, month and day, as far as known: for BibTeX. */
  parts: readonly number[] | null;
  /** EDTF, for BibLaTeX. */
  date: string | null;
  note?: string | undefined;
  title: string;
  kind?: string | undefined;
  url: string;
}

/** One entry. */
export function bibEntry(entry: BibEntry): string {
  const [year, month] = entry.parts ?? [];
  const words = (text: string | undefined) => text && `{${texWords(text)}}`;
  const fields: [name: string, value: string | null | undefined][] = [
    ['author', entry.author?.length ? `{${entry.author.map(texName).join(' and ')}}` : null],
    ['title', `{{${texWords(entry.title)}}}`],
    ['journal', entry.journal && `{{${texWords(entry.journal)}}}`],
    ['entrysubtype', entry.subtype && `{${entry.subtype}}`],
    ['pages', entry.pages && `{${entry.pages}}`],
    ['date', entry.date && `{${entry.date}}`],
    ['year', year === undefined ? null : `{${String(year).padStart(4, '0')}}`],
    ['month', month === undefined ? null : MONTHS[month - 1]],
    ['type', words(entry.kind)],
    ['url', `{${encodedUrl(entry.url)}}`],
    ['note', words(entry.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`\t${name} = ${value},`] : []));
  return [`@${entry.type}{${entry.key},`, ...lines, '}', ''].join('\n');
}

/** An address is read as it stands, so what would end it or the field is written as `%` and figures. */
const encodedUrl = (url: string): string =>
  url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
