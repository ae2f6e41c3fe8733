/** Lines below the running text of an article in English: rights, notes about the author, invitations. */
import type { PageReader } from '../../language.ts';
import { headLines, isOutletName } from './head-lines.ts';

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

const HOLDER = /^(?:copyright|©|\(c\))[\s©(c)\d,–-]*([^,\d].*?)(?:,?\s*\d{4})?\.?$/i;
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
  rightsHolder: (line) => (line.length <= 200 && HOLDER.exec(line)?.[1]?.trim()) || null,
  answersAlone: (line) => ANSWERS_ALONE.test(line),
  authorIn,
  outletIn,
} satisfies Partial<PageReader>;
