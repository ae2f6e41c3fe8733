import { textKind, type CaptureKind } from './kind.ts';

/** Names of the header fields at the head of a text, in small letters; empty where it begins otherwise. */
function headerOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of text.slice(0, 20_000).split(/\r\n|\r|\n/)) {
    if (line.trim() === '') break;
    const [, name, value] = /^([!-9;-~]{1,76}):[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      last = name.toLowerCase();
      if (!fields.has(last)) fields.set(last, value ?? '');
    } else if (last !== null && /^[ \t]/.test(line))
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
    else return new Map();
  }
  return fields;
}

/** Fields that programs write and no person does. */
const TECHNICAL = [
  'message-id',
  'mime-version',
  'received',
  'return-path',
  'delivered-to',
  'dkim-signature',
  'content-transfer-encoding',
  'x-mailer',
  'authentication-results',
];
const DAY = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d/;

function isMail(text: string): boolean {
  const header = headerOf(text);
  const has = (name: string) => header.has(name);
  const known = ['from', 'to', 'subject', 'date', 'cc', 'reply-to', 'sender'].filter(has).length;
  if (TECHNICAL.some(has)) return known >= 1 || has('content-type');
  return has('subject') && /@/.test(header.get('from') ?? '') && DAY.test(header.get('date') ?? '');
}

const isSavedPage = (text: string): boolean =>
  /multipart\/related/i.test(headerOf(text).get('content-type') ?? '');

export const mailKinds: readonly CaptureKind[] = [
  textKind(
    'mht',
    'a saved web page (MHTML)',
    isSavedPage,
    'Open it in a browser, and save the text of the article as a `.txt` file.',
  ),
  // Records hold what was sent, which need not be UTF-8.
  {
    id: 'warc',
    name: 'a web archive (WARC)',
    isText: false,
    matches: ({ head }) => /^\s{0,8}WARC\/\d\.\d\r?\n/.test(head),
    advice:
      'Open it with a viewer of web archives, and save the text of each article as a `.txt` file.',
  },
  {
    id: 'http',
    name: 'an answer of a web server with its header',
    isText: false,
    matches: ({ head }) => /^\s{0,8}HTTP\/\d(?:\.\d)? \d{3}\b/.test(head),
    advice: 'Open the page in a browser, and save the text of the article as a `.txt` file.',
  },
  {
    id: 'mbox',
    name: 'a mailbox (MBOX)',
    isText: false,
    matches: ({ head }) =>
      /^\s{0,8}From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} .{5,40}\r?\n[A-Za-z-]+:/.test(
        head,
      ),
    advice: 'Save the text of each article as a `.txt` file of its own.',
  },
  textKind(
    'eml',
    'a mail with its header (EML)',
    isMail,
    'Save the text of the article in it as a `.txt` file.',
  ),
];
