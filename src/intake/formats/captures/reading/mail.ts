/** Mails, mailboxes, and pages that browsers save in the form of a mail. The one file that knows postal-mime. */
import PostalMime, { type Email } from 'postal-mime';
import {
  Damaged,
  LIMITS,
  type Facts,
  type Given,
  type Reading,
  type TakenText,
} from '../reader.ts';
import { dayOf, webAddress } from '../stamps.ts';
import { counted, named, stemOf, taken, tidy, within } from './taken.ts';

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

/** `Re: `, `Fwd: `, `AW: ` before a subject say nothing of it. */
const PREFIX = /^(?:(?:re|fwd?|aw|wg|tr|rv|sv)(?:\[\d+\])?:\s*)+/i;

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

/** What stands above a mail that is passed on, in the languages of the most common programs. */
const PASSED_ON =
  /^(?:-{2,}\s?(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht)\s?-{2,}|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message (?:réexpédié|transféré)\s?:|(?:-{3,}|_{20,})\s?(?:original message|ursprüngliche nachricht)?\s?-*)\s*$/i;
/** A line above a mail that is answered as well as above one that is passed on. */
const EITHER = /^[-_]|original message|ursprüngliche nachricht/i;
const ANSWER = /^\s*(?:re|aw|sv|antw|rif|odp)(?:\[\d+\])?:/i;
/** A line of the header of a mail that is passed on: of whom, when, about what, to whom. */
const HEADER =
  /^\*?(from|von|de|da|van|date|sent|datum|gesendet|envoyé|fecha|enviado|data|subject|betreff|objet|asunto|oggetto|onderwerp|to|an|à|para|a|aan|cc|reply-to)\s?:\*?\s+(\S.*)$/i;
const FIELDS: Readonly<Record<string, RegExp>> = {
  from: /^(?:from|von|de|da|van)$/i,
  date: /^(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data)$/i,
  subject: /^(?:subject|betreff|objet|asunto|oggetto|onderwerp)$/i,
};

interface PassedOn {
  /** The words of the mail that is passed on. */
  text: string;
  from: string;
  date: string;
  subject: string;
  /** Lines that the sender wrote above it. */
  above: number;
}

/** The mail that another one passes on; null where it passes none on. */
function passedOnIn(text: string, isAnswer: boolean): PassedOn | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const begin = lines.findIndex((line) => PASSED_ON.test(line.trim()));
  const marker = lines[begin]?.trim() ?? '';
  const isEither = EITHER.test(marker) && !/forward|weiter|transf|reenv|inolt|doorg/i.test(marker);
  if (begin < 0 || (isAnswer && isEither)) return null;
  const fields: Record<string, string> = {};
  let at = begin + 1;
  while (at < lines.length && lines[at]?.trim() === '') at++;
  for (; at < lines.length; at++) {
    const [, name = '', value = ''] = HEADER.exec(lines[at]?.trim() ?? '') ?? [];
    if (name === '') break;
    const field = Object.keys(FIELDS).find((key) => FIELDS[key]?.test(name));
    if (field) fields[field] ??= value.trim();
  }
  const { from = '', date = '', subject = '' } = fields;
  const words = lines.slice(at).join('\n').trim();
  const own = lines.slice(0, begin).join('\n').trim();
  // a reply quotes below its own words what it answers; what is passed on is the longer part
  if (from === '' || words.length < own.length || !/\p{L}/u.test(words)) return null;
  const above = lines.slice(0, begin).filter((line) => line.trim() !== '').length;
  return { text: words, from, date, subject, above };
}

/** What the header of the mail that is passed on states takes the place of what the mail around it does. */
function factsOfPassedOn({ from, date, subject }: PassedOn, facts: Facts): Facts {
  const by = 'the mail that is passed on';
  const day = dayOf(date);
  const title = tidy(subject).replace(PREFIX, '');
  const sender = tidy(
    from.replace(/\s*[<[(]?[\w.+-]+@[\w.-]+[>\])]?\s*/g, ' ').replace(/["']/g, ''),
  );
  const { published: _, authors: __, outlet: ___, ...rest } = facts;
  return {
    ...rest,
    ...(title !== '' && { title: { value: title, by: `the subject of ${by}` } }),
    ...(day && { published: { value: day, by: `the date of ${by}` } }),
    ...(sender !== '' && {
      authors: { value: [sender], by: `the sender of ${by}`, isDoubtful: true },
      outlet: { value: sender, by: `the sender of ${by}`, isDoubtful: true },
    }),
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
  const files = mail.attachments.filter(
    ({ filename, disposition }) => disposition === 'attachment' && !READ.test(filename ?? ''),
  ).length;
  return taken(given, {
    text: isHtml || title === undefined || text.startsWith(title) ? text : `${title}\n\n${text}\n`,
    extension: isHtml ? 'html' : 'txt',
    stem: part ? '' : stemOf(given.name),
    facts,
    notes: [
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
    ],
    ...(part && { part: { ...part, extension: 'eml' } }),
  });
}

/** Files that are read where they are attached to a mail: what has the words of an article, and no pictures. */
const READ = /\.(?:pdf|docx|odt)$/i;
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
