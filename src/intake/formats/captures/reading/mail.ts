/** Mails, mailboxes, and pages that browsers save in the form of a mail. The one file that knows postal-mime. */
import PostalMime, { type Email } from 'postal-mime';
import { Damaged, LIMITS, type Given, type Reading, type TakenText } from '../reader.ts';
import { dayOf, webAddress } from '../stamps.ts';
import { ANSWER, factsOfPassedOn, passedOnIn, PREFIX, type PassedOn } from './passed-on.ts';
import { counted, named, stemOf, taken, tidy, within } from './taken.ts';
import type { Facts } from '../facts.ts';

const MIME_DEPTH = 50;

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MIME_DEPTH });
  } catch (error) {
    const isDeep = /nesting|depth/i.test((error as Error).message);
    throw new Damaged(
      isDeep ? 'and its parts stand too deep within one another' : 'and is damaged',
    );
  }
}

const headerOf = ({ headers }: Email, name: string): string =>
  headers.find(({ key }) => key === name)?.value ?? '';

/** What the header states. Who sent it may be an outlet as well as an author, which only a person can tell. */
function factsOf(mail: Email): Facts {
  const title = tidy(mail.subject ?? '').replace(PREFIX, '');
  const sender = tidy(mail.from?.name ?? '') || (mail.from?.address ?? '');
  const day = dayOf(headerOf(mail, 'date'));
  const address = webAddress(headerOf(mail, 'archived-at').replace(/^<|>$/g, ''));
  return {
    ...(title !== '' && { title: { value: title, by: 'the subject of the mail' } }),
    ...(sender !== '' && {
      authors: { value: [sender], by: 'the sender of the mail', isDoubtful: true },
      outlet: { value: sender, by: 'the sender of the mail', isDoubtful: true },
    }),
    ...(day && { published: { value: day, by: 'the date of the mail' } }),
    ...(address && { original: { value: address, by: 'the field Archived-At of the mail' } }),
  };
}

/** `On Monday Ann Lee wrote:` over a quoted reply, in the languages of the most common programs. */
const WROTE =
  /^(?:on|am|le|el|il|op|den) .{5,200}(?:wrote|schrieb|écrit|escribió|scritto|schreef|skrev)[^:]{0,80}:\s*$/i;
const ORIGINAL =
  /^(?:-{3,}\s?(?:original message|ursprüngliche nachricht|message d’origine|mensaje original)\s?-{3,}|_{20,})\s*$/i;

/** The words of a mail without what it quotes of the mail it answers: those are another's, and no quotations. */
function withoutReplies(text: string): { text: string; left: number } {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((line) => ORIGINAL.test(line));
  const before = end < 0 ? lines : lines.slice(0, end);
  const kept = before.filter((line, i) => {
    if (/^ ?>/.test(line)) return false;
    const next = before.slice(i + 1).find((one) => one.trim() !== '');
    return !(WROTE.test(line) && next !== undefined && /^ ?>/.test(next));
  });
  return {
    text: kept
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    left: lines.length - kept.length,
  };
}

const CITE =
  /<blockquote\b[^>]{0,500}(?:type\s*=\s*["']?cite|class\s*=\s*["'][^"']*gmail_quote)[^>]{0,500}>/i;

/** The same of an HTML part. */
function withoutCitations(html: string): { text: string; left: number } {
  let text = html;
  for (let left = 0; ; left++) {
    const begin = CITE.exec(text);
    if (!begin || left === 1000) return { text, left };
    let depth = 0;
    let end = text.length;
    const tags = /<(\/?)blockquote\b[^>]{0,1000}>/gi;
    tags.lastIndex = begin.index;
    for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
      depth += tag[1] === '/' ? -1 : 1;
      if (depth > 0) continue;
      end = tags.lastIndex;
      break;
    }
    text = text.slice(0, begin.index) + text.slice(end);
  }
}

/** Files that are read where they are attached to a mail: what has the words of an article, and no pictures. */
const READ = /\.(?:pdf|docx|odt)$/i;

/** What of a mail is left out. */
function notesOf(
  mail: Email,
  { passedOn, left, isHtml }: { passedOn: PassedOn | null; left: number; isHtml: boolean },
): string[] {
  const files = mail.attachments.filter(
    ({ filename, disposition }) => disposition === 'attachment' && !READ.test(filename ?? ''),
  ).length;
  return [
    ...(passedOn
      ? [
          `It passes on a mail of ${passedOn.from}, which is taken in; ${counted(passedOn.above, 'line')} above it left out.`,
        ]
      : []),
    ...(left > 0
      ? [
          `Left out: ${counted(left, isHtml ? 'passage' : 'line')} quoted of the mail that it answers.`,
        ]
      : []),
    ...(files > 0 ? [`Left out: ${counted(files, 'attached file')}.`] : []),
  ];
}

/** The article in a mail; null for one without words. */
function articleIn(
  given: Given,
  mail: Email,
  part?: { name: string; bytes: Uint8Array },
): TakenText | null {
  const passedOn = passedOnIn(mail.text ?? '', ANSWER.test(mail.subject ?? ''));
  const isHtml = passedOn === null && (mail.html ?? '').trim() !== '';
  const { text, left } = isHtml
    ? withoutCitations(mail.html ?? '')
    : withoutReplies(passedOn?.text ?? mail.text ?? '');
  if (!/\p{L}/u.test(text.replace(/<[^>]*>/g, ''))) return null;
  const facts = passedOn ? factsOfPassedOn(passedOn, factsOf(mail)) : factsOf(mail);
  const title = facts.title?.value;
  return taken(given, {
    text: isHtml || title === undefined || text.startsWith(title) ? text : `${title}\n\n${text}\n`,
    extension: isHtml ? 'html' : 'txt',
    stem: part ? '' : stemOf(given.name),
    facts,
    notes: notesOf(mail, { passedOn, left, isHtml }),
    ...(part && { part: { ...part, extension: 'eml' } }),
  });
}

const MOST_ATTACHED = 50;

/** The texts of the files that are attached to a mail, and those that have none. */
async function attachedTo(
  given: Given,
  mail: Email,
): Promise<{ texts: TakenText[]; left: { part: string; why: string }[] }> {
  const texts: TakenText[] = [];
  const left: { part: string; why: string }[] = [];
  const { published } = factsOf(mail);
  for (const { filename, content } of mail.attachments.slice(0, MOST_ATTACHED)) {
    if (!filename || !READ.test(filename) || typeof content === 'string') continue;
    const name = `attached file ${tidy(filename)}`;
    const sent = published && { ...published, by: 'the date of the mail', isDoubtful: true };
    const found = await within(given, {
      ...{ name, file: filename, bytes: new Uint8Array(content) },
      ...(sent && { facts: { published: sent } }),
    });
    if (typeof found === 'string') left.push({ part: name, why: found });
    else texts.push(...found.map((text) => ({ ...text, stem: stemOf(filename) })));
  }
  return { texts, left };
}

/** EML. */
export async function readMail(given: Given): Promise<Reading> {
  const mail = await parsed(given.bytes);
  const text = articleIn(given, mail);
  const { texts, left } = await attachedTo(given, mail);
  return text || texts.length > 0
    ? named(given, [...(text ? [text] : []), ...texts], left)
    : {
        refused: 'and holds no text',
        remedy: 'Take in the file that is attached to it, if there is one.',
      };
}

const FROM = /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} .{5,40}\r?\n/gm;

/** MBOX: a mail after another, each under a line that begins with `From`. */
export async function readMailbox(given: Given): Promise<Reading> {
  // One character a byte, so that each mail keeps its encoding.
  const whole = Buffer.from(given.bytes).toString('latin1');
  const heads = [...whole.matchAll(FROM)].filter(
    ({ index }) =>
      index === 0 || /(?:\r?\n){2}$/.test(whole.slice(Math.max(0, index - 4), index)) || index < 9,
  );
  if (heads.length > LIMITS.entries)
    throw new Damaged(`and holds more than ${LIMITS.entries} mails`, 'Part it into several.');
  const texts: TakenText[] = [];
  const left: { part: string; why: string }[] = [];
  for (const [i, { 0: head, index }] of heads.entries()) {
    const content = whole
      .slice(index + head.length, heads[i + 1]?.index)
      .replace(/^>(>*From )/gm, '$1');
    const bytes = new Uint8Array(Buffer.from(content, 'latin1'));
    const part = `mail ${i + 1}`;
    try {
      const text = articleIn(given, await parsed(bytes), { name: part, bytes });
      if (text) texts.push(text);
      else left.push({ part, why: 'it holds no text' });
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      left.push({ part, why: error.message.replace(/^and /, 'it ') });
    }
  }
  return texts.length > 0
    ? named(given, texts, left)
    : {
        refused: 'and holds no mail with text',
        remedy: 'Look whether it is the file that is meant.',
      };
}

/** MHTML: the page itself is the first part; pictures and frames are the others. */
export async function readSavedPage(given: Given): Promise<Reading> {
  const whole = Buffer.from(given.bytes).toString('latin1');
  const end = /\r?\n\r?\n/.exec(whole);
  const header = (end ? whole.slice(0, end.index) : whole).replace(/\r?\n[ \t]+/g, ' ');
  const [, boundary] = /boundary="?([^";\r\n]{1,200})"?/i.exec(header) ?? [];
  const parts = boundary === undefined ? [] : whole.split(`--${boundary}`);
  const page = parts
    .slice(1)
    .find((part) => /^\s*(?:[\w-]+:[^\n]*\n)*?Content-Type:\s*text\/html/i.test(part));
  if (page === undefined) throw new Damaged('and holds no page');
  const mail = await parsed(new Uint8Array(Buffer.from(page.trimStart(), 'latin1')));
  const html = mail.html ?? '';
  if (html.trim() === '') throw new Damaged('and its page is empty');
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*?)\\s*$`, 'im').exec(header)?.[1] ?? '';
  const address = webAddress(
    field('Snapshot-Content-Location') || headerOf(mail, 'content-location'),
  );
  const day = dayOf(field('Date'));
  return named(given, [
    taken(given, {
      text: html,
      extension: 'html',
      facts: {
        ...(address && {
          original: { value: address, by: 'the address that the saved page names' },
        }),
        ...(day && { captured: { value: day, by: 'the date at the head of the saved page' } }),
      },
      notes:
        parts.length > 3
          ? [
              `Left out: ${counted(parts.length - 3, 'picture, frame or other file', 'pictures, frames and other files')} of the page.`,
            ]
          : [],
    }),
  ]);
}
