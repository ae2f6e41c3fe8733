import type { CaptureKind } from './kind.ts';

const ADVICE =
  'Open it with a viewer of web archives, and save the text of each article as a `.txt` file.';

// Records hold what was sent, which need not be UTF-8.
const archive = (id: string, name: string, first: RegExp): CaptureKind => ({
  id,
  name,
  isText: false,
  matches: ({ head }) => first.test(head),
  advice: ADVICE,
});

export const archiveKinds: readonly CaptureKind[] = [
  archive('warc', 'a web archive (WARC)', /^\s{0,8}WARC\/\d\.\d\r?\n/),
  // An address, an IP number, a time, a type and a length.
  archive(
    'arc',
    'a web archive (ARC)',
    /^\s{0,8}[a-z]{2,10}:\S{1,2000} \d{1,3}(?:\.\d{1,3}){3} \d{12,17} \S+ (?:\S+ ){0,5}\d+\r?\n/,
  ),
  // Its fields, or an address with its parts turned about (`org,example)/`) and a time.
  archive(
    'cdx',
    'an index of a web archive (CDX)',
    /^\s{0,8}(?:CDX(?: [A-Za-z]){3,}[ \r\n]|!\S{0,40}CDXJ|[^\s)]{1,500}\)\S{0,2000} \d{14} (?:\{|\S+ \S))/,
  ),
];
