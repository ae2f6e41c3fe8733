import type { CaptureKind, Sample } from './kind.ts';

const COPY = 'Copy the text of the article out of it into a `.txt` file in UTF-8.';
const PROGRAM = (program: string) =>
  `Open it in ${program}, and save the text of the article as a \`.txt\` file in UTF-8.`;
const UNPACK = 'Unpack it, and take in the texts that it holds.';

const kind = (
  id: string,
  name: string,
  matches: (sample: Sample) => boolean,
  advice: string,
): CaptureKind => ({ id, name, matches, advice, isText: false });
const begins =
  (...signatures: string[]) =>
  ({ head }: Sample) =>
    signatures.some((signature) => head.startsWith(signature));

/** Text, but in bytes that are not UTF-8. Longer marks of byte order first: UTF-32's begins with UTF-16's. */
export const encodedKinds: readonly CaptureKind[] = (
  [
    ['utf-32', 'UTF-32', ['\xff\xfe\0\0', '\0\0\xfe\xff']],
    ['utf-16', 'UTF-16', ['\xff\xfe', '\xfe\xff']],
    ['utf-7', 'UTF-7', ['+/v8', '+/v9', '+/v+', '+/v/']],
  ] as const
).map(([id, name, marks]) =>
  kind(
    id,
    `text in ${name}`,
    begins(...marks),
    `Save it as UTF-8, for example with \`iconv -f ${name} -t UTF-8\`.`,
  ),
);

/** Names of files within a ZIP archive, which stand in the list at its end. */
const holds = (name: RegExp) => (sample: Sample) =>
  isZip(sample) && (name.test(sample.head) || name.test(sample.tail));
const isZip = begins('PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08');

/** What a server or a mail put before a PDF file may stand above its first line. */
const isPdf = ({ head }: Sample): boolean =>
  /^\s{0,16}%PDF-\d/.test(head) ||
  (/^%PDF-\d\.\d/m.test(head.slice(0, 1024)) && /^\d+ \d+ obj\b/m.test(head));

/** By the bytes that all files of a kind begin with. */
export const binaryKinds: readonly CaptureKind[] = [
  kind(
    'pdf',
    'a PDF file',
    isPdf,
    'Copy the text out of it, or run `pdftotext -layout file.pdf`, and take in that `.txt` file.',
  ),
  kind('postscript', 'a PostScript file', begins('%!PS'), COPY),
  kind(
    'rtf',
    'a text of a word processor (RTF)',
    ({ head }) => /^\s{0,64}\{\\rtf/.test(head),
    PROGRAM('a word processor'),
  ),
  kind('docx', 'a text of Word (DOCX)', holds(/word\/document\.xml/), PROGRAM('a word processor')),
  kind(
    'odt',
    'a text of a word processor (ODT)',
    ({ head }) => head.startsWith('PK') && head.includes('application/vnd.oasis.opendocument.text'),
    PROGRAM('a word processor'),
  ),
  kind('epub', 'a book (EPUB)', holds(/application\/epub\+zip|META-INF\/container\.xml/), COPY),
  kind(
    'spreadsheet',
    'a spreadsheet',
    holds(/xl\/workbook\.xml|application\/vnd\.oasis\.opendocument\.spreadsheet/),
    'Save the text of each article as a `.txt` file of its own.',
  ),
  kind(
    'presentation',
    'a presentation',
    holds(/ppt\/presentation\.xml|application\/vnd\.oasis\.opendocument\.presentation/),
    COPY,
  ),
  kind(
    'wacz',
    'a web archive (WACZ)',
    holds(/\.warc(?:\.gz)?\b|archive\/data\.warc/),
    'Open it with a viewer of web archives, and save the text of each article as a `.txt` file.',
  ),
  kind(
    'iwork',
    'a document of Pages, Numbers or Keynote',
    holds(/Index\/[\w/-]+\.iwa|\bIndex\.zip\b/),
    'Export it as Word (DOCX) or PDF, and take that file in.',
  ),
  kind('zip', 'a packed archive (ZIP)', isZip, UNPACK),
  kind('gzip', 'a compressed file (gzip)', begins('\x1f\x8b'), 'Unpack it with `gunzip` first.'),
  kind(
    'packed',
    'a packed archive',
    (sample) =>
      begins(
        'BZh',
        '\xfd7zXZ\0',
        '7z\xbc\xaf\x27\x1c',
        'Rar!\x1a\x07',
        '\x28\xb5\x2f\xfd',
      )(sample) || sample.head.slice(257, 262) === 'ustar',
    UNPACK,
  ),
  kind(
    'office',
    'a file of an older office program (DOC, XLS, PPT or MSG)',
    begins('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    PROGRAM('an office program'),
  ),
  kind('webarchive', 'a web archive of Safari, or a property list', begins('bplist'), COPY),
  kind('database', 'a database (SQLite)', begins('SQLite format 3\0'), COPY),
  kind(
    'columns',
    'a table of a data tool (Parquet, Arrow or Avro)',
    begins('PAR1', 'ARROW1', 'Obj\x01'),
    'Write it as CSV or JSON Lines, and take that file in.',
  ),
  kind(
    'pickle',
    'an object of Python (pickle)',
    ({ head }) => /^\x80[\x02-\x05](?:\x95|[\]}cq(])/.test(head),
    'Write its rows as CSV or JSON Lines, and take that file in.',
  ),
  kind(
    'mobi',
    'a book (MOBI, DjVu)',
    ({ head }) => head.slice(60, 68) === 'BOOKMOBI' || head.startsWith('AT&TFORM'),
    COPY,
  ),
  kind(
    'picture',
    'a picture',
    (sample) =>
      begins(
        '\x89PNG',
        '\xff\xd8\xff',
        'GIF87a',
        'GIF89a',
        'II*\0',
        'MM\0*',
        '\0\0\x01\0',
        '8BPS',
        '\0\0\0\x0cjP  ',
      )(sample) ||
      /^RIFF[\s\S]{4}WEBP|^[\s\S]{4}ftyp(?:heic|heix|hevc|mif1|msf1|avif|avis)|^BM[\s\S]{4}\0\0\0\0/.test(
        sample.head,
      ),
    'A picture has no text to take in: type or recognise (OCR) its text into a `.txt` file.',
  ),
  kind(
    'recording',
    'a sound or video file',
    ({ head }) =>
      /^(?:ID3[\x02-\x04]|\xff[\xfb\xf3\xf2]|fLaC|OggS|\x1a\x45\xdf\xa3|RIFF[\s\S]{4}(?:WAVE|AVI )|[\s\S]{4}ftyp)/.test(
        head,
      ),
    'A recording has no text to take in: transcribe it into a `.txt` file.',
  ),
  kind('font', 'a font', begins('wOFF', 'wOF2', 'OTTO', '\0\x01\0\0\0'), 'Leave it out.'),
  kind('program', 'a program', begins('\x7fELF', 'MZ\x90\0', '\xcf\xfa\xed\xfe'), 'Leave it out.'),
];
