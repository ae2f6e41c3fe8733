/**
 * Suggestions of readers: lines with a label, as the site's links prefill them, or the same fields of an issue form, out
 * of a text that was pasted or out of issues that a repository exported.
 */
import { z } from 'zod';
import { foldWords, occurrences } from '../../archive/correct.ts';
import { whyNoDate } from '../../model/edtf/index.ts';
import { nameKey } from '../../model/names.ts';
import { ClaimId, Slug, type ClaimRecord } from '../../model/records.ts';
import { SUGGESTION_LABELS, type SuggestionField } from '../../publish/suggestion.ts';
import { sha256 } from '../../text/digest.ts';
import type { Act } from '../api.ts';
import type { Snapshot } from '../state.ts';

export const Suggestion = z.strictObject({
  /** A digest of what it says and of where it comes from: the same one is not taken in twice. */
  id: z.string().regex(/^[0-9a-f]{12}$/),
  article: Slug,
  claim: ClaimId.nullable(),
  words: z.string().nullable(),
  wrong: z.string(),
  should: z.string(),
  source: z.string(),
  /** Address of the issue; null for one that was pasted. */
  from: z.string().nullable(),
  /** Who wrote it, where the issue says so. */
  by: z.string().nullable(),
  on: z.iso.date(),
  state: z.enum(['open', 'taken', 'dismissed']),
  why: z.string().optional(),
  decidedBy: z.string().optional(),
  decidedOn: z.iso.date().optional(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const SUGGESTIONS = 'content/reviews/suggestions.jsonl';

type Fields = Record<SuggestionField, string>;
const NAMES = Object.keys(SUGGESTION_LABELS) as SuggestionField[];
const fieldNamed = (label: string): SuggestionField | null =>
  NAMES.find((name) => SUGGESTION_LABELS[name].toLowerCase() === label.trim().toLowerCase()) ??
  null;

/** A suggestion as it was written, with the line on which it begins. */
interface Written {
  line: number;
  fields: Partial<Fields>;
}

/** Suggestions in a text: each begins with its article. Lines without a label go on with what stands before. */
function writtenIn(text: string): Written[] {
  const list: Written[] = [];
  let field: SuggestionField | null = null;
  for (const [i, line] of text.split(/\r\n|[\n\r]/).entries()) {
    const plain = line.replace(/^\s*>\s?/, '');
    const heading = /^#{1,6}\s+(.+?)\s*$/.exec(plain)?.[1];
    const [, label = '', value = ''] = /^\s*\**([^:*]{3,20})\**:\**\s*(.*)$/.exec(plain) ?? [];
    const own = heading === undefined ? fieldNamed(label) : fieldNamed(heading);
    if (own !== null) {
      field = own;
      if (own === 'article' || list.length === 0) list.push({ line: i + 1, fields: {} });
      const last = list.at(-1);
      if (last) last.fields[own] = heading === undefined ? value.trim() : '';
    } else if (field !== null) {
      const last = list.at(-1);
      const rest = plain.trim() === '_No response_' ? '' : plain.trim();
      if (last) last.fields[field] = `${last.fields[field] ?? ''}\n${rest}`.trim();
    }
  }
  return list;
}

/** A text with suggestions, and where it comes from. */
export interface GivenText {
  /** As messages name it: `the pasted text`, `issues.json, issue 12`. */
  name: string;
  text: string;
  from: string | null;
  by: string | null;
  on: string | null;
  /** Whether it may be about something else: an issue of a repository. */
  mayBeOther: boolean;
}

export interface Taken {
  suggestions: Suggestion[];
  /** What is wrong with those that are not taken in. */
  problems: string[];
  /** Issues about something else. */
  passedOver: string[];
}

type Archive = Pick<Snapshot, 'articles' | 'claims' | 'speakers'>;

/** The suggestions of texts that are in order for an archive, and what is wrong with the others. */
export function readSuggestions(
  texts: readonly GivenText[],
  archive: Archive,
  today: string,
): Taken {
  const taken: Taken = { suggestions: [], problems: [], passedOver: [] };
  for (const given of texts) {
    const list = writtenIn(given.text);
    if (!list.some(({ fields }) => fields.article !== undefined || fields.claim !== undefined)) {
      const nothing = `${given.name}: found no line \`${SUGGESTION_LABELS.article}: …\``;
      if (given.mayBeOther) taken.passedOver.push(nothing);
      else
        taken.problems.push(
          `${nothing}, expected the lines of a suggestion. Paste the text as the form or the mail gives it.`,
        );
      continue;
    }
    for (const written of list) {
      const one = suggestionOf(written, given, archive, today);
      if (typeof one === 'string')
        taken.problems.push(`${given.name}, line ${written.line}: ${one}`);
      else taken.suggestions.push(one);
    }
  }
  return taken;
}

const firstWord = (value: string | undefined): string => value?.trim().split(/\s+/)[0] ?? '';
const unquoted = (value: string): string => value.trim().replace(/^“(.*)”$/s, '$1');

/** What is wrong with the article and the claim that a suggestion names; null where both are in order. */
function misplaced(
  article: string,
  claim: string | null,
  { articles, claims }: Archive,
): string | null {
  if (claim !== null && !claims.has(claim))
    return `found claim \`${claim}\`, expected one of the archive. It may have got another id: look for its words at the desk.`;
  if (!articles.has(article))
    return `found article \`${article || 'nothing'}\`, expected the id of one of the archive, as the first line of the form has it.`;
  const own = claim === null ? article : claims.get(claim)?.article;
  return own === article
    ? null
    : `found claim \`${claim}\` with article \`${article}\`, expected the article in which it stands, \`${own}\`. Mend one of the two lines.`;
}

function suggestionOf(
  { fields }: Written,
  given: GivenText,
  archive: Archive,
  today: string,
): Suggestion | string {
  const claim = firstWord(fields.claim) || null;
  const named = claim === null ? undefined : archive.claims.get(claim)?.article;
  const article = firstWord(fields.article) || (named ?? '');
  const wrongPlace = misplaced(article, claim, archive);
  if (wrongPlace !== null) return wrongPlace;
  const valueOf = (name: SuggestionField): string => (fields[name] ?? '').trim();
  const said = {
    article,
    claim,
    words: unquoted(valueOf('words')) || null,
    wrong: valueOf('wrong'),
    should: valueOf('should'),
    source: valueOf('source'),
  };
  if (said.wrong === '' && said.should === '')
    return `found neither \`${SUGGESTION_LABELS.wrong}\` nor \`${SUGGESTION_LABELS.should}\`, expected one of the two. Ask the reader what is meant.`;
  return {
    id: sha256(JSON.stringify([said, given.from])).slice(0, 12),
    ...said,
    from: given.from,
    by: given.by,
    on: given.on ?? today,
    state: 'open',
  };
}

const text = z.string().nullish();
/** An issue as `gh issue list --json`, the API of GitHub, and that of GitLab give it. */
const Issue = z.looseObject({
  number: z.union([z.number(), z.string()]).optional(),
  iid: z.union([z.number(), z.string()]).optional(),
  body: text,
  description: text,
  url: text,
  html_url: text,
  web_url: text,
  author: z.looseObject({ login: text, username: text, name: text }).nullish(),
  user: z.looseObject({ login: text }).nullish(),
  createdAt: text,
  created_at: text,
  state: text,
  pull_request: z.unknown().optional(),
});
type Issue = z.infer<typeof Issue>;

const isIssue = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('body' in value || 'description' in value);

/** The texts of issues that are open; what is wrong where it is no export of issues. */
export function issuesIn(name: string, json: string): { texts: GivenText[]; problems: string[] } {
  const remedy =
    'Export them with `gh issue list --json number,title,body,author,url,createdAt,state`, or as the API of GitHub or GitLab gives them.';
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return {
      texts: [],
      problems: [
        `${name}: found no JSON (${(error as Error).message.split('\n')[0]}), expected issues. ${remedy}`,
      ],
    };
  }
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  const texts: GivenText[] = [];
  const problems: string[] = [];
  for (const [i, one] of list.entries()) {
    const read = Issue.safeParse(one);
    if (!isIssue(one) || !read.success) {
      const [issue] = read.success ? [] : read.error.issues;
      problems.push(
        `${name}, [${i}]${issue ? `.${issue.path.join('.')}` : ''}: found ${issue?.message ?? 'no text (body, description)'}, expected an issue. ${remedy}`,
      );
    } else if (isOpen(read.data)) texts.push(issueText(name, i, read.data));
  }
  return { texts, problems };
}

/** Closed ones are done with; requests to merge are something else. */
const isOpen = ({ state, pull_request }: Issue): boolean =>
  !/^(?:closed|merged)$/i.test(state ?? '') && (pull_request ?? null) === null;

function issueText(name: string, i: number, issue: Issue): GivenText {
  const { author, user, body, description, createdAt, created_at } = issue;
  const on = /^\d{4}-\d{2}-\d{2}/.exec(createdAt ?? created_at ?? '')?.[0] ?? null;
  return {
    name: `${name}, issue ${issue.number ?? issue.iid ?? `[${i}]`}`,
    text: body ?? description ?? '',
    // An address in an API is none that a person opens.
    from: issue.html_url ?? issue.web_url ?? issue.url ?? null,
    by: author?.name ?? author?.login ?? author?.username ?? user?.login ?? null,
    on,
    mayBeOther: true,
  };
}

/** What taking a suggestion up would do by itself: an act where it plainly asks for one; null where a person reads on. */
export function proposalOf(
  suggestion: Suggestion,
  archive: Archive & Pick<Snapshot, 'draft'>,
): Act | null {
  const { claim: id, should, wrong } = suggestion;
  const claim = id === null ? undefined : archive.claims.get(id);
  if (!claim) return null;
  const why = reasonOf(suggestion);
  const asked = should.trim().replace(/[.\s]+$/, '');
  const claims = [claim.id];
  if (asked === '')
    return /^(?:this is )?(?:no|not a|nobody’s|nobody's) claim\.?$/i.test(wrong.trim())
      ? { act: 'reject', claims, why }
      : null;
  const speaker = speakerCalled(asked, archive);
  if (speaker !== null)
    return speaker === claim.speaker?.id ? null : { act: 'set-speaker', claims, speaker, why };
  if (/\d{4}/.test(asked) && whyNoDate(asked) === null)
    return { act: 'set-said', claims, said: { edtf: asked, basis: 'stated' }, why };
  return otherBounds(asked, claim, archive, why);
}

/** The reason that an entry gets from a suggestion. */
const reasonOf = ({ wrong, should, source, from, by }: Suggestion): string =>
  [
    `suggested by ${by ?? 'a reader'}${from ? ` (${from})` : ''}:`,
    [wrong, should && `should be ${should}`, source && `source: ${source}`]
      .filter(Boolean)
      .join('; '),
  ]
    .join(' ')
    .replace(/\s+/g, ' ')
    .slice(0, 2000);

function speakerCalled(name: string, { speakers }: Archive): string | null {
  const key = nameKey(name.replace(/^speaker:\s*/i, ''));
  const found = [...speakers.values()].filter((one) =>
    [one.name, ...one.aliases].some((other) => nameKey(other) === key),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** Other bounds, where what it should be stands once in the article and shares most of the claim's words. */
function otherBounds(
  asked: string,
  claim: ClaimRecord,
  archive: Archive & Pick<Snapshot, 'draft'>,
  why: string,
): Act | null {
  const words = unquoted(asked);
  const clean = archive.draft(claim.article)?.clean;
  if (!clean || claim.parts.length > 1) return null;
  const [own] = claim.parts;
  const [only, ...more] = occurrences(words, clean, [{ start: 0, end: clean.text.length }]);
  if (!own || !only || more.length > 0 || foldWords(words) === foldWords(claim.text)) return null;
  const { start, end } = own.reading;
  const both = Math.min(end, only.end) - Math.max(start, only.start);
  return both * 2 > Math.max(end - start, only.end - only.start)
    ? { act: 'set-bounds', claim: claim.id, parts: [only], why }
    : null;
}
