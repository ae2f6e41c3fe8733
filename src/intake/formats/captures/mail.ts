import { textKind, type CaptureKind } from './kind.ts';

/** Names of the header fields at the head of a text, in small letters; empty where it begins otherwise. */
function headerOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of text.slice(0, 20_000).split(/\r\n|\r|\n/)) {
    if (line.trim() === '') break;
    const [, name, value] = /^([!-9;-~\p{L}]{1,76}):[ \t]*(.*)$/u.exec(withoutMarks(line)) ?? [];
    if (name !== undefined) {
      last = name.toLowerCase();
      if (!fields.has(last)) fields.set(last, value ?? '');
    } else if (last !== null && /^[ \t]/.test(line))
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
    else return new Map();
  }
  return fields;
}

/** Bold marks about a name, and the blank that French sets before a colon. */
const withoutMarks = (line: string): string =>
  line
    .replace(/^\*{1,2}([^*:\s]{1,40})\s?(?::\*{1,2}|\*{1,2}:)/, '$1:')
    .replace(/^(\S{1,40})[ \u00A0]:/, '$1:');

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
/** What Outlook calls its fields: from, sent, to, subject. */
const OUTLOOK = [
  ['from', 'sent', 'to', 'subject'],
  ['von', 'gesendet', 'an', 'betreff'],
  ['de', 'envoyé', 'à', 'objet'],
  ['de', 'enviado', 'para', 'asunto'],
  ['da', 'inviato', 'a', 'oggetto'],
  ['van', 'verzonden', 'aan', 'onderwerp'],
] as const;

/** The line by which a program parts what it forwards from the words above it. */
const FORWARDED = /^(?:-{5,}[ \t]?[^\r\n-]{3,60}-{5,}|_{20,})\s+/;

function isMail(text: string): boolean {
  const header = headerOf(text.replace(FORWARDED, ''));
  const has = (name: string) => header.has(name);
  const known = ['from', 'to', 'subject', 'date', 'cc', 'reply-to', 'sender'].filter(has).length;
  if (TECHNICAL.some(has)) return known >= 1 || has('content-type');
  if (OUTLOOK.some(([from, sent, to, about]) => has(from) && has(sent) && (has(to) || has(about))))
    return true;
  if (!has('from') || !has('date') || !(has('subject') || has('to'))) return false;
  const isAddressed = ['from', 'to'].some((name) => /\S@\S/.test(header.get(name) ?? ''));
  return isAddressed || DAY.test(header.get('date') ?? '');
}

/** What stands before the first part of a page: the boundary, and a line for programs that know no parts. */
const BOUNDARY = /^(?:[^\r\n]{0,200}\bMIME\b[^\r\n]{0,200}\s+)?--\S{3,200}\s+(?=Content-)/i;

function isSavedPage(text: string): boolean {
  const header = headerOf(text.replace(BOUNDARY, ''));
  const type = header.get('content-type') ?? '';
  if (/multipart\/related/i.test(type) || header.has('snapshot-content-location')) return true;
  return header.has('content-location') || (BOUNDARY.test(text) && type !== '');
}

/** A kind that is told by its header, whatever the encoding of what stands below. */
const headedKind = (...kind: Parameters<typeof textKind>): CaptureKind => {
  const [, , matches] = kind;
  return {
    ...textKind(...kind),
    matches: ({ text, head }) => matches((text ?? head).replace(/^\s+/, '')),
  };
};

export const mailKinds: readonly CaptureKind[] = [
  headedKind(
    'mht',
    'a saved web page (MHTML)',
    isSavedPage,
    'Open it in a browser, and save the text of the article as a `.txt` file.',
  ),
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
  headedKind(
    'eml',
    'a mail with its header (EML)',
    isMail,
    'Save the text of the article in it as a `.txt` file.',
  ),
];
