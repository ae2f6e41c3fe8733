/** Lines below the running text of an article in English: rights, notes about the author, invitations. */
import type { PageReader } from '../../language.ts';
import { isOutletName } from './bylines.ts';
import { headLines } from './head-lines.ts';

const ANSWERS_ALONE =
  /\bsole responsibility of the authors?\b|\b(?:solely|only) those of the authors?\b|\bviews expressed\b/i;

/** `Become a member of the Harbour Post`, `Comment on Harbour Post articles`. */
const INVITATION =
  /^(?:comment on|become a (?:member|supporter|patron) of|sign up for(?= the)|support \w+ journalism from) (?:the )?((?:\p{Lu}[\p{L}\d’'-]*(?: |(?=\.?$))){1,5}?)(?:articles?\b|stories\b|on\b|page\b|(?:morning|evening|daily|weekly) (?:briefing|newsletter|e-?mail)|\.?$)/iu;

const isCapitalised = (name: string): boolean => /^\p{Lu}/u.test(name);

/** Where a line that a rule took for boilerplate names the outlet, and what the name must look like. */
const OUTLET_IN_TAIL = new Map<string, { name: RegExp; looksLike?: (name: string) => boolean }>(
  Object.entries({
    rights: {
      name: /^(?:copyright )?(?:©|\(c\)) ?(?:\d{4} )?([^.,\d]{3,48})\. all rights reserved\b/i,
      looksLike: isOutletName,
    },
    'original-source': {
      name: /\b(?:is|was|in|on|by|at|source:|via:)\s+(?:published (?:in|on|by) )?([^,.]{2,60})$/i,
    },
    comments: { name: INVITATION, looksLike: isCapitalised },
    membership: { name: INVITATION, looksLike: isCapitalised },
  }),
);

function outletIn(rule: string, line: string): string | null {
  const form = OUTLET_IN_TAIL.get(rule);
  const name = form?.name.exec(line)?.[1];
  if (!form || !name || form.looksLike?.(name) === false) return null;
  return name.trim();
}

/** Signs, words and years before the name of who holds the rights. */
const RIGHTS_SIGN =
  /^(?:(?:all )?(?:content|text|material|images?)?\s*(?:copyright|©|\(c\)|&copy;|\d{4}|[\s,:–-])+)+(?:by\s+)?/i;
const RIGHTS_WORDS =
  /[\s,.|–—-]*\b(?:all rights reserved|no part of|this material may not|unauthori[sz]ed|used (?:with|by) permission)\b.*$/i;
const COMPANY_END = /\b(?:inc|ltd|co|corp|llc|plc|bros|jr|sr)$/i;

function rightsHolder(line: string): string | null {
  if (line.length > 300 || !/©|\(c\)|copyright/i.test(line.slice(0, 40))) return null;
  const [sign = ''] = RIGHTS_SIGN.exec(line) ?? [];
  if (!/©|\(c\)|copyright/i.test(sign)) return null;
  const words = line.slice(sign.length);
  const stated = words
    .replace(RIGHTS_WORDS, '')
    .replace(/[\s,]*\(?\d{4}(?:\s*[–-]\s*\d{4})?\)?[\s.]*$/, '');
  const name = stated.replace(/[\s,|–—-]+$/, '').replace(/\.$/, '');
  const hadPoint = words.startsWith(`${name}.`);
  if (!/^\p{L}/u.test(name) || name.length > 120) return null;
  return COMPANY_END.test(name) && hadPoint ? `${name}.` : name;
}
const AUTHOR_IS =
  /^((?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}.’'-]*) (?:is|was|lives|writes|covers|teaches)\b/u;

function authorIn(rule: string, line: string): string | null {
  if (rule === 'author-note') return AUTHOR_IS.exec(line)?.[1] ?? null;
  if (rule !== 'articles-by') return null;
  const [, name] = /\bby:?\s+(.{3,120})$/i.exec(line) ?? [];
  return name && headLines.isPersonName(name) ? name : null;
}

/** What `PageReader` asks of lines below the running text. */
export const tailLines = {
  rightsHolder,
  answersAlone: (line) => ANSWERS_ALONE.test(line),
  authorIn,
  outletIn,
} satisfies Partial<PageReader>;
