/**
 * Marks whose byte was read in another encoding of single bytes, so that a letter stands for each: `ÒWe stay,Ó said`
 * for `“We stay,” said`. A letter counts only where a mark would stand and no word has it.
 */
import { byPosition } from '../../text/spans.ts';
import { tokensOf, type LayoutUndoing } from './undo-layout.ts';

/** The letter that stands for each mark. */
interface Letters {
  opens: string;
  closes: string;
  opensSingle: string;
  apostrophe: string;
  shortDash: string;
  dash: string;
  ellipsis: string;
  /** What stands for a small letter with an accent behind another letter, each before what it is. */
  accented: string;
}

const CAPITAL = /^\p{Lu}$/u;

function misreadMarks(of: Letters): LayoutUndoing {
  const { opens, closes, opensSingle, apostrophe, shortDash, dash, ellipsis, accented } = of;
  const before = `(?<=^|[\\s([—–-]|[${opens}${opensSingle}${dash}])`;
  const after = `(?=$|[\\s.,;:?!)\\]—–-]|[${closes}${apostrophe}${dash}](?!\\p{L}))`;
  const closed = `(?<=[\\p{Ll}\\d][${apostrophe}${ellipsis}]?[,.!?…)\\]%]*|[,.!?…])`;
  // a capital within small letters is no letter of a word
  const isCapital = CAPITAL.test(dash);
  const within = isCapital ? '|(?<=\\p{Ll})D(?=\\p{Ll})' : '';
  const dashOf = (letter: string) => `(?<=\\s)D(?=\\s)${within}`.replaceAll('D', letter);
  const marks: [pattern: string, stands: string][] = [
    [`${before}${opens}(?=[\\p{L}\\d$€£#@(\\[…${opensSingle}])`, '“'],
    [`${closed}${closes}${after}`, '”'],
    [`${before}${opensSingle}(?=[\\p{Lu}\\d])`, '‘'],
    [`(?<=\\p{L}|\\d)${apostrophe}(?=(?:s|t|re|ve|ll|d|m)(?!\\p{L}))`, '’'],
    [`(?<=(?<!\\p{L})[OD])${apostrophe}(?=\\p{Lu}\\p{Ll})`, '’'],
    [`(?<=s|[,.!?])${apostrophe}(?=\\s|${closes})`, '’'],
    [dashOf(dash), '—'],
    [dashOf(shortDash), '–'],
    [`(?<=\\d)${shortDash}(?=\\d)`, '–'],
  ];
  if (ellipsis) marks.push([`(?<=\\p{Ll})${ellipsis}(?=\\s|${closes}|$)`, '…']);
  for (const [pair = ''] of accented.matchAll(/../gu))
    marks.push([
      `(?<=\\p{Ll})${pair.charAt(0)}|(?<=\\p{Lu})${pair.charAt(0)}(?=\\p{Ll})`,
      pair.charAt(1),
    ]);
  const patterns = marks.map(([pattern, stands]) => [new RegExp(pattern, 'gmu'), stands] as const);
  const closing = `(?<=\\p{Ll}{2}[,.!?…])${closes}(?=$|\\s)`;
  const pair = `${before}${opens}\\p{Lu}[^${closes}\\r\\n]{1,600}\\p{Ll}{2}${closes}(?=$|[\\s,.;:)])`;
  const told = new RegExp(`${closing}|${pair}`, 'mu');
  const apostrophes = new RegExp(`(?<=\\p{Ll})${apostrophe}(?=(?:s|t|re|ve|ll)(?!\\p{L}))`, 'gu');
  return {
    mayHold: new RegExp(`[${closes}${apostrophe}]`),
    tokens: (text) =>
      patterns
        .flatMap(([pattern, stands]) => tokensOf(text, pattern, stands))
        .sort(byPosition)
        .filter(({ start }, i, all) => start !== all[i - 1]?.start),
    isDecided: (text) =>
      told.test(text) || (isCapital && (text.match(apostrophes)?.length ?? 0) >= 2),
  };
}

/** What each encoding's marks are read as: Mac Roman as Windows-1252, and Windows-1252 as Mac Roman and as that of DOS. */
export const MISREAD_MARKS = {
  'macintosh-marks': misreadMarks({
    opens: 'Ò',
    closes: 'Ó',
    opensSingle: 'Ô',
    apostrophe: 'Õ',
    shortDash: 'Ð',
    dash: 'Ñ',
    ellipsis: 'É',
    accented: 'ŽéŠäšöŸü‡áˆà‰âŒåœú\u008dç\u008fè\u0090ê',
  }),
  'windows-marks': misreadMarks({
    opens: 'ì',
    closes: 'î',
    opensSingle: 'ë',
    apostrophe: 'í',
    shortDash: 'ñ',
    dash: 'ó',
    ellipsis: 'Ö',
    accented: 'Èé‰äˆö¸ü·áÛóÒñÁçËèÍê',
  }),
  'dos-marks': misreadMarks({
    opens: 'ô',
    closes: 'ö',
    opensSingle: 'æ',
    apostrophe: 'Æ',
    shortDash: 'û',
    dash: 'ù',
    ellipsis: '',
    accented: 'ÚéÞèÓàßá±ñþç',
  }),
} satisfies Record<string, LayoutUndoing>;
