/** A mail that passes another one on: the other one is the article, and its header states of it what a header can. */
import { dayOf } from '../stamps.ts';
import { tidy } from './taken.ts';
import type { Facts } from '../facts.ts';

/** `Re: `, `Fwd: `, `AW: ` before a subject say nothing of it. */
export const PREFIX = /^(?:(?:re|fwd?|aw|wg|tr|rv|sv)(?:\[\d+\])?:\s*)+/i;

/** What stands above a mail that is passed on, in the languages of the most common programs. */
const PASSED_ON =
  /^(?:-{2,}\s?(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht)\s?-{2,}|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message (?:réexpédié|transféré)\s?:|(?:-{3,}|_{20,})\s?(?:original message|ursprüngliche nachricht)?\s?-*)\s*$/i;
/** A line above a mail that is answered as well as above one that is passed on. */
const EITHER = /^[-_]|original message|ursprüngliche nachricht/i;
export const ANSWER = /^\s*(?:re|aw|sv|antw|rif|odp)(?:\[\d+\])?:/i;
/** A line of the header of a mail that is passed on: of whom, when, about what, to whom. */
const HEADER =
  /^\*?(from|von|de|da|van|date|sent|datum|gesendet|envoyé|fecha|enviado|data|subject|betreff|objet|asunto|oggetto|onderwerp|to|an|à|para|a|aan|cc|reply-to)\s?:\*?\s+(\S.*)$/i;
const FIELDS: Readonly<Record<string, RegExp>> = {
  from: /^(?:from|von|de|da|van)$/i,
  date: /^(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data)$/i,
  subject: /^(?:subject|betreff|objet|asunto|oggetto|onderwerp)$/i,
};

export interface PassedOn {
  /** The words of the mail that is passed on. */
  text: string;
  from: string;
  date: string;
  subject: string;
  /** Lines that the sender wrote above it. */
  above: number;
}

/** The mail that another one passes on; null where it passes none on. */
export function passedOnIn(text: string, isAnswer: boolean): PassedOn | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const begin = lines.findIndex((line) => PASSED_ON.test(line.trim()));
  const marker = lines[begin]?.trim() ?? '';
  const isEither = EITHER.test(marker) && !/forward|weiter|transf|reenv|inolt|doorg/i.test(marker);
  if (begin < 0 || (isAnswer && isEither)) return null;
  const { fields, end } = headerBelow(lines, begin);
  const { from = '', date = '', subject = '' } = fields;
  const words = lines.slice(end).join('\n').trim();
  const own = lines.slice(0, begin).join('\n').trim();
  // a reply quotes below its own words what it answers; what is passed on is the longer part
  if (from === '' || words.length < own.length || !/\p{L}/u.test(words)) return null;
  const above = lines.slice(0, begin).filter((line) => line.trim() !== '').length;
  return { text: words, from, date, subject, above };
}

/** The header that stands below a line, by its fields, and the line where it ends. */
function headerBelow(
  lines: readonly string[],
  begin: number,
): { fields: Partial<Record<string, string>>; end: number } {
  const fields: Partial<Record<string, string>> = {};
  let end = begin + 1;
  while (lines[end]?.trim() === '') end++;
  for (; end < lines.length; end++) {
    const [, name = '', value = ''] = HEADER.exec(lines[end]?.trim() ?? '') ?? [];
    if (name === '') break;
    const field = Object.keys(FIELDS).find((key) => FIELDS[key]?.test(name));
    if (field) fields[field] ??= value.trim();
  }
  return { fields, end };
}

/** What the header of the mail that is passed on states takes the place of what the mail around it does. */
export function factsOfPassedOn({ from, date, subject }: PassedOn, facts: Facts): Facts {
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
