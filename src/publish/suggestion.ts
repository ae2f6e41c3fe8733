/**
 * What a reader writes to the curator: a few labelled lines, which `desk/exchange/suggestions.ts` reads back,
 * and the address that opens them prefilled. Runs in the build and in the browser.
 */

/** The lines of a suggestion in the order in which they stand, by the names that programs use. */
export const SUGGESTION_LABELS = {
  article: 'Article',
  claim: 'Claim',
  words: 'Words',
  wrong: 'What is wrong',
  should: 'Should be',
  source: 'Source',
} as const;
export type SuggestionField = keyof typeof SUGGESTION_LABELS;

/** What a suggestion is about. Its first line names the article, so that it is found whatever the address. */
export interface Suggested {
  /** Id and address of the article. */
  article: { id: string; url: string };
  /** Id and address of the claim; null where none is meant. */
  claim: { id: string; url: string } | null;
  /** Words of the article. */
  words: string | null;
}

const LEFT_OUT = ' […] ';
/** Browsers and programs for mail open addresses up to these lengths everywhere. */
const MOST = { web: 6000, mail: 1900 } as const;

/** Words on one line; half a character, which no address can hold, is shown as one that cannot be read. */
const onOneLine = (words: string): string =>
  words
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/gu, ' ')
    .trim();

const valuesOf = ({ article, claim, words }: Suggested): Record<SuggestionField, string> => ({
  article: `${article.id} ${article.url}`,
  claim: claim ? `${claim.id} ${claim.url}` : '',
  words: words === null ? '' : `“${onOneLine(words)}”`,
  wrong: '',
  should: '',
  source: '',
});

/** The text of a suggestion, with the lines that the reader fills in left empty. */
export function suggestionText(about: Suggested): string {
  const values = valuesOf(about);
  return (Object.keys(SUGGESTION_LABELS) as SuggestionField[])
    .filter((field) => field !== 'claim' || about.claim !== null)
    .map((field) => `${SUGGESTION_LABELS[field]}: ${values[field]}`.trimEnd())
    .join('\n');
}

/** What the fields of a form for new issues are called, by the kind of place that keeps them. */
function namesOf(url: URL): { title: string; body: string } {
  const host = url.hostname.toLowerCase();
  if (host.startsWith('gitlab.') || url.pathname.includes('/-/issues'))
    return { title: 'issue[title]', body: 'issue[description]' };
  if (host === 'bitbucket.org') return { title: 'title', body: 'content' };
  // GitHub, Gitea, Forgejo and those who follow them
  return { title: 'title', body: 'body' };
}

/** `encodeURIComponent` leaves these as they are; a program that finds addresses in a text may end one there. */
const percent = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** An address with more in its query; a query and a fragment that it has are kept. */
function withQuery(address: string, entries: readonly (readonly [string, string])[]): string {
  const [, before = address, fragment = ''] = /^([^#]*)(#.*)?$/su.exec(address) ?? [];
  const parts = entries.map(([key, value]) => `${percent(key)}=${percent(value)}`);
  const joint = /\?.*[^&?]$/su.test(before) ? '&' : '?';
  return before + (/[&?]$/u.test(before) ? '' : joint) + parts.join('&') + fragment;
}

const isMail = (report: string): boolean => /^mailto:/iu.test(report);

/**
 * Address of a prefilled report, or null where the site's card names none (`report`). A form of GitHub, GitLab,
 * Bitbucket, Gitea or Forgejo, or any that takes `title` and `body`; an address for mail (RFC 6068).
 */
export function reportAddress(
  report: string | null,
  subject: string,
  lines: readonly string[],
): string | null {
  if (!report) return null;
  // A line of a mail ends in CR LF (RFC 6068, 5).
  if (isMail(report))
    return withQuery(report, [
      ['subject', subject],
      ['body', lines.join('\r\n')],
    ]);
  const names = namesOf(new URL(report));
  return withQuery(report, [
    [names.title, subject],
    [names.body, lines.join('\n')],
  ]);
}

/** GitHub fills the fields of an issue form (`template=*.yml`) by their ids, and takes no body for one. */
const isForm = (report: string): boolean =>
  !isMail(report) && /\.ya?ml$/iu.test(new URL(report).searchParams.get('template') ?? '');

function addressOf(report: string, about: Suggested): string {
  const subject = about.claim
    ? `Correction: claim ${about.claim.id}`
    : `Correction: ${about.article.id}`;
  if (isForm(report))
    return withQuery(report, [
      ['title', subject],
      ...Object.entries(valuesOf(about)).filter(([, value]) => value !== ''),
    ]);
  return reportAddress(report, subject, suggestionText(about).split('\n')) ?? report;
}

/**
 * Address that opens a suggestion, prefilled; null where the site's card names none. Words that would make it
 * longer than browsers and programs for mail open keep their beginning and their end.
 */
export function suggestionAddress(report: string | null, about: Suggested): string | null {
  if (!report) return null;
  const most = isMail(report) ? MOST.mail : MOST.web;
  const whole = addressOf(report, about);
  if (whole.length <= most || about.words === null) return whole;
  const signs = Array.from(onOneLine(about.words));
  const cut = (kept: number): string =>
    signs
      .slice(0, Math.ceil(kept / 2))
      .join('')
      .trimEnd() +
    LEFT_OUT +
    signs
      .slice(signs.length - Math.floor(kept / 2))
      .join('')
      .trimStart();
  let [low, high] = [0, signs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (addressOf(report, { ...about, words: cut(middle) }).length <= most) low = middle;
    else high = middle - 1;
  }
  return addressOf(report, { ...about, words: cut(low) });
}
