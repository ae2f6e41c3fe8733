/** Kinds of noise that capture leaves in a text, each as it is met in saved pages, mails, PDFs and exports. */
import { encodeNonAsciiHTML } from 'entities';
import { rewrite, type Noise } from './text.ts';

const each =
  (pattern: RegExp, put: string | ((words: string, index: number) => string)): Noise =>
  (text) =>
    rewrite(text, pattern, ({ 0: words, index }) =>
      typeof put === 'string' ? put : put(words, index),
    );

/** Puts something else for a share of the matches. */
const some =
  (share: number, pattern: RegExp, put: string): Noise =>
  (text, chance) =>
    rewrite(text, pattern, ([words]) => (chance() < share ? put : words));

const then =
  (...noises: Noise[]): Noise =>
  (text, chance) =>
    noises.reduce((sofar, noise) => noise(sofar, chance), text);

const hexadecimal = (char: string) => `&#x${(char.codePointAt(0) ?? 0).toString(16)};`;
const decimal = (char: string) => `&#${char.codePointAt(0) ?? 0};`;

/** UTF-8 read as if each byte were a character. */
function misread(encoding: 'windows-1252' | 'macintosh' | 'latin-1'): Noise {
  const decoder = new TextDecoder(encoding === 'latin-1' ? 'windows-1252' : encoding);
  const encoder = new TextEncoder();
  return each(/[\u0080-\uffff]/gu, (char) => {
    const bytes = encoder.encode(char);
    return encoding === 'latin-1' ? String.fromCharCode(...bytes) : decoder.decode(bytes);
  });
}

const curly: Noise = then(
  each(/''/g, '"'),
  each(/(?<=^|[\s([—–-])"/gm, '“'),
  each(/"/g, '”'),
  each(/(?<=^|[\s(["“—–-])'(?!\d\d)/gm, '‘'),
  each(/'/g, '’'),
);
const straight: Noise = then(each(/[“”„‟]/g, '"'), each(/[‘’]/g, "'"));
const dense: Noise = each(/\n\n+/g, '\n');

/** Lines of so many characters at most, each broken at a blank. */
const wrapped =
  (width: number): Noise =>
  (text) => {
    let line = 0;
    return rewrite(text, /[ \n]/g, ({ 0: gap, index }) => {
      const word = /\S*/.exec(text.text.slice(index + 1, index + 100))?.[0].length ?? 0;
      if (gap === '\n' || index + 1 + word - line > width) {
        line = index + 1;
        return '\n';
      }
      return gap;
    });
  };
const hyphenated: Noise = each(
  /(?<!\n)\n\p{Ll}{4}(?=\p{Ll}{4})/gu,
  (words) => ` ${words.slice(1)}-\n`,
);

/** A running head and the number of the page after so many characters, between paragraphs or within one. */
const pages =
  (length: number, within: boolean): Noise =>
  (text) => {
    let page = 1;
    let next = length;
    return rewrite(text, within ? / (?=\p{Ll})/gu : /\n\n/g, ({ 0: gap, index }) => {
      if (index < next) return gap;
      next += length;
      page++;
      return `\n\nThe Harbour Post Weekly Edition\n\n${page}\n\n`;
    });
  };

const numbered: Noise = (text) => {
  let line = 0;
  return rewrite(text, /^/gm, () => `${String(++line).padStart(3)}  `);
};
/** The whole as one rewriting of its own: something at the head of each line. */
const prefixed = (prefix: string): Noise => each(/^/gm, prefix);

const LIGATURES: Record<string, string> = { ffi: 'ﬃ', ffl: 'ﬄ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ' };

export type Kind = readonly [name: string, noise: Noise];

/** Every kind that is measured. */
export const KINDS: readonly Kind[] = [
  ['named references', each(/["&<>\u0080-\uffff]/gu, encodeNonAsciiHTML)],
  ['decimal references', each(/["'&<>\u0080-\uffff]/gu, decimal)],
  ['hexadecimal references', each(/["'&<>\u0080-\uffff]/gu, hexadecimal)],
  [
    'references twice',
    each(/["&<>\u0080-\uffff]/gu, (char) => encodeNonAsciiHTML(char).replace('&', '&amp;')),
  ],
  ['UTF-8 as windows-1252', then(curly, misread('windows-1252'))],
  ['UTF-8 as latin-1', then(curly, misread('latin-1'))],
  ['UTF-8 as windows-1252, twice', then(curly, misread('windows-1252'), misread('windows-1252'))],
  ['UTF-8 as Mac Roman', then(curly, misread('macintosh'))],
  [
    'mojibake in references',
    then(curly, misread('windows-1252'), each(/[\u0080-\uffff]/gu, decimal)),
  ],
  ['"?" for marks', then(curly, each(/[“”‘’—–…]/g, '?'))],
  ['"\ufffd" for marks', then(curly, each(/[“”‘’—–…]/g, '\ufffd'))],
  ['marks lost', each(/["“”]/g, '')],
  ['a third of closing marks lost', then(curly, some(1 / 3, /”/g, ''))],
  ['a third of opening marks lost', then(curly, some(1 / 3, /“/g, ''))],
  ['straight marks', straight],
  ['curly marks', curly],
  [
    'straight and curly marks mixed',
    then(curly, some(1 / 2, /[“”]/g, '"'), some(1 / 2, /’/g, "'")),
  ],
  ['two single marks for a double one', then(straight, each(/"/g, "''"))],
  ["`` and ''", then(curly, each(/“/g, '``'), each(/”/g, "''"))],
  ['blanks inside marks', then(curly, each(/“/g, '“ '), each(/”/g, ' ”'))],
  ['single marks for double ones', then(curly, each(/“/g, '‘'), each(/”/g, '’'))],
  ['angled marks', then(curly, each(/“/g, '«'), each(/”/g, '»'))],
  ['low and high marks', then(curly, each(/“/g, '„'), each(/”/g, '“'))],
  ['no blank lines', dense],
  ['wrapped at 72', wrapped(72)],
  ['wrapped at 72, no blank lines', then(dense, wrapped(72))],
  ['wrapped at 60, words hyphenated', then(wrapped(60), hyphenated)],
  ['wrapped at 40, no blank lines', then(dense, wrapped(40))],
  ['wrapped at 72, each line after ">"', then(wrapped(72), prefixed('> '))],
  ['each paragraph after ">"', prefixed('> ')],
  ['each paragraph after ">>"', prefixed('>> ')],
  ['one long line', each(/\s*\n\s*/g, ' ')],
  ['running heads between paragraphs', pages(1500, false)],
  ['running heads within paragraphs', pages(1500, true)],
  ['soft hyphens', each(/(?<=\p{Ll}{3})(?=\p{Ll}{3})/gu, '\u00ad')],
  ['blanks that do not break', each(/ /g, '\u00a0')],
  ['some blanks that do not break', some(1 / 3, / /g, '\u00a0')],
  ['ligatures', each(/ffi|ffl|ff|fi|fl/g, (letters) => LIGATURES[letters] ?? letters)],
  ['double blanks', each(/ /g, '  ')],
  ['thin blanks', each(/ /g, '\u2009')],
  ['line breaks of Windows', each(/\n/g, '\r\n')],
  ['line breaks of old', each(/\n/g, '\r')],
  ['zero-width blanks', some(1 / 5, /(?<=\S) |(?<=\w)(?=["”])/g, '\u200b ')],
  ['marks of direction', each(/(?=[“"])|(?<=[”"])/g, '\u200e')],
  ['decomposed letters', each(/[\u00c0-\u017f]/g, (char) => char.normalize('NFD'))],
  [
    'remains of Markdown',
    then(
      each(
        /(?<=\. )(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)/gu,
        (words) => `[${words}](https://a.example/b)`,
      ),
      (text, chance) =>
        rewrite(text, /(?<= )\p{Ll}{6,}(?= )/gu, ([word]) =>
          chance() < 0.1 ? `**${word}**` : word,
        ),
      each(/\$/g, '\\$'),
    ),
  ],
  ['numbered lines', numbered],
  ['numbered lines of a wrapped text', then(wrapped(72), numbered)],
  ['tabs', then(prefixed('\t'), some(1 / 4, / /g, '\t'))],
  ['indented', prefixed('    ')],
  ['tags', then(each(/\n\n/g, '</p>\n<p>'), some(1 / 20, / /g, ' <br> '))],
  ['bullets', prefixed('• ')],
  ['no blank after a full stop', each(/(?<=[a-z]\.) (?=[A-Z])/g, '')],
];
