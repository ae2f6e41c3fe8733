/** The formats, in the order in which a file is asked whether it is one of them. */
import { brat } from './brat.ts';
import { Malformed, shown, type GivenFile, type ReadFile } from './foreign.ts';
import type { ExchangeFormat } from './format.ts';
import { hypothesis } from './hypothesis.ts';
import { readJson } from './json.ts';
import { recogito } from './recogito.ts';
import { webAnnotation } from './web-annotation.ts';
import { webannoTsv } from './webanno-tsv.ts';
import { xmi } from './xmi.ts';

export const EXCHANGE_FORMATS: readonly ExchangeFormat[] = [
  xmi,
  webannoTsv,
  hypothesis,
  recogito,
  webAnnotation,
  brat,
];

/** The format of a file, by what it holds; throws `Malformed` where it is none of them. */
function formatOf(file: GivenFile): ExchangeFormat {
  const found = EXCHANGE_FORMATS.find((format) => format.recognises(file));
  if (found) return found;
  // Of JSON that is cut short no format knows its own: it says where it breaks off.
  if (/^\s*[[{]/.test(file.text)) readJson(file);
  throw new Malformed([
    {
      path: file.path,
      place: null,
      found: file.text.trim() === '' ? 'an empty file' : shown(file.text.slice(0, 200)),
      expected: `one of ${EXCHANGE_FORMATS.map(({ name }) => name).join(', ')}`,
      remedy: file.text.startsWith('PK')
        ? 'It is an archive of files: unpack it, and give the files in it.'
        : 'Export the annotations as one of these; what a file is is told by what it holds.',
    },
  ]);
}

/** What a file holds, whatever its format. */
export function readExchange(file: GivenFile): ReadFile & { format: ExchangeFormat } {
  const format = formatOf(file);
  return { format, ...format.read(file) };
}
