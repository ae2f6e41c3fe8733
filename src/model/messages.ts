/**
 * Every problem the build can report, worded in one place: what was found, what was expected,
 * how to mend it. `error` stops the build; `warning` does not.
 */
import type { VFile } from 'vfile';
import { languageInWords } from './language-names.ts';
import { shortened } from '../text/shorten.ts';
import { listed, onlyStandsThere } from './wording.ts';

export interface Problem {
  rule: string;
  level: 'error' | 'warning';
  reason: string;
  note: string;
}

export type Place =
  | { line: number; column: number }
  | { start: { line: number; column: number }; end: { line: number; column: number } }
  | null;

/** Reports a problem on its file; without a place it concerns the whole file and stands at its first line. */
export function complain(file: VFile, place: Place, problem: Problem): void {
  const message = file.message(problem.reason, {
    place: place ?? { line: 1, column: 1 },
    ruleId: problem.rule,
    source: 'verbatim',
  });
  message.fatal = problem.level === 'error';
  message.note = problem.note;
}

const error = (rule: string, reason: string, note: string): Problem => ({
  rule,
  level: 'error',
  reason,
  note,
});
const warning = (rule: string, reason: string, note: string): Problem => ({
  rule,
  level: 'warning',
  reason,
  note,
});

/** Shortens words for a message; the whole stands in the file named beside it. */
export const short = (words: string, most = 80) => shortened(words, most);

// Sources
/** `declared`: the encoding of a web page, as a browser takes it. */
export const notUtf8 = (declared: string | null = null) =>
  declared === null || declared === 'utf-8'
    ? error(
        'not-utf-8',
        'Unexpected byte that is not UTF-8, expected a text file in UTF-8',
        'Save the text as UTF-8, for example with `iconv -f WINDOWS-1252 -t UTF-8`.',
      )
    : error(
        'not-utf-8',
        `Unexpected web page in ${declared}, expected UTF-8, in which the places of claims are counted`,
        `Take it in with \`npm run add\`, which keeps the page and reads a copy of it in UTF-8. Or write one: \`iconv -f ${declared.toUpperCase()} -t UTF-8 page.html > page-utf-8.html\`. What the copy says of its encoding does no harm.`,
      );
export const otherFormat = (kind: { name: string; advice: string; isText: boolean }) =>
  error(
    'other-format',
    `Unexpected content: this is ${kind.name}, expected the text of an article (plain text, Markdown or a web page, in UTF-8)`,
    kind.isText
      ? `${kind.advice} If it is the text of an article all the same, say \`format: plain-text\` in the card of the article.`
      : kind.advice,
  );
export const leftGarbled = ({
  undoing,
  example,
  times,
}: {
  undoing: string;
  example: string;
  times: number;
}) =>
  warning(
    'left-garbled',
    `Unexpected \`${example}\`${times > 1 ? ` and ${times - 1} more like it` : ''}, which may stand for other characters, expected those that are meant; not enough in the text says so, and they were left as they are`,
    `If they stand for other characters, add \`undo: [${undoing}]\` to the card of the article; if not, \`undo: []\`.`,
  );
export const emptySource = () =>
  error(
    'empty-source',
    'Unexpected source without a letter or digit that can be read, expected the text of an article',
    'Put the captured text into the file, or remove the file.',
  );
const EXCESS = {
  nested: 'elements within elements',
  attributes: 'attributes of one element',
  elements: 'elements',
} as const;
export const beyondMeasure = ({ what, most }: { what: keyof typeof EXCESS; most: number }) =>
  error(
    'beyond-measure',
    `Unexpected web page of more than ${most.toLocaleString('en')} ${EXCESS[what]}, expected the page of an article`,
    'Open it in a browser, and save it from its reader view, or save the text of the article as a `.txt` file.',
  );
export const factsDisagree = ({
  fact,
  taken,
  others,
}: {
  fact: string;
  taken: { value: string; where: string };
  others: readonly { value: string; where: string }[];
}) =>
  warning(
    'facts-disagree',
    `Unexpected second value for \`${fact}\`: ${others
      .map(({ value, where }) => `\`${short(value)}\` (${where})`)
      .join(', ')}, expected \`${short(taken.value)}\` (${taken.where}), which is taken`,
    'Say in the card of the article which is right; a card wins over all that a page states.',
  );
export const partOfArticle = (words: number, stated: number) =>
  warning(
    'part-of-article',
    `Unexpected ${words} words of running text, expected about ${stated}, which the page states for programs (JSON-LD articleBody): it shows a part of its article`,
    'Save the page once more where it shows the whole article, or take its text in instead.',
  );
export const nulInSource = () =>
  error(
    'nul-in-source',
    'Unexpected NUL character, expected text',
    'The file is probably not a text file, or is UTF-16; save it as UTF-8.',
  );
export const controlCharacter = (character: string) =>
  error(
    'control-character',
    `Unexpected control character U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}, which is not seen and turns or ends what stands beside it; expected words`,
    'Take it out, or type the words anew.',
  );
export const lineTooLong = (length: number, most: number) =>
  error(
    'line-too-long',
    `Unexpected line of ${length.toLocaleString('en')} characters, expected at most ${most.toLocaleString('en')}`,
    'Break the line where the article breaks its paragraphs.',
  );
export const badSourceName = (name: string) =>
  error(
    'bad-source-name',
    `Unexpected file name \`${name}\`, expected small letters, digits and hyphens, such as \`harbour-post-night-ferry.txt\``,
    'Rename the file; its name becomes the address of the article.',
  );
export const badAnnotationName = (name: string) =>
  error(
    'bad-annotation-name',
    `Unexpected file name \`${name}\`, expected the id of a claim and \`.md\`, such as \`h4tm9w.md\``,
    "Name the file after its claim; the id stands on the claim's page and ends its address.",
  );
export const fileNotRead = (remedy: string) =>
  warning(
    'file-not-read',
    'Unexpected file, expected only texts (`.txt`, `.md`, `.html`), cards and the ledger in the content folder; it is not read',
    remedy,
  );
export const wrongCalibration = (field: string, why: string) =>
  error(
    'wrong-calibration',
    `Unexpected ${field} in what the archive learned of its own claims: ${why}; expected the file as \`npm run train -- --from-archive\` writes it`,
    'Make it again with that command, or remove the file: claims then carry the figures of the machine.',
  );
export const reservedName = (name: string) =>
  error(
    'reserved-name',
    `Unexpected file name \`${name}\`, which Windows keeps for a device; expected one under which the archive can be copied everywhere`,
    'Rename the file; its name becomes an address.',
  );
export const duplicateId = (id: string, other: string) =>
  error(
    'duplicate-id',
    `Unexpected second file for the id \`${id}\`, expected one; the first is \`${other}\``,
    'Rename one of the two.',
  );
export const duplicateSource = (other: string) =>
  warning(
    'duplicate-source',
    `Unexpected source with the same bytes as \`${other}\`, expected each text once`,
    'Keep one of the two, and give the other name under `formerly:` in its card.',
  );
export const noTitle = (title: string, id: string) =>
  warning(
    'no-title',
    `Unexpected article without a title, expected a line above the text that can be one; the name of its file is taken for it: \`${short(title)}\``,
    `The page says that the title is inferred. If you know it, add \`title:\` to content/articles/${id}.md.`,
  );
export const frontMatterValue = (key: string, found: string, called = key) =>
  warning(
    'front-matter-value',
    `Unexpected value \`${short(found)}\` of \`${called}\` in the front matter, expected ${FRONT_MATTER[key] ?? FRONT_MATTER_TEXT}; it is not taken`,
    `Put it right in the source, for example \`${called}: ${key === 'date' ? '2021-05-03' : '"…"'}\`, or say it in the card of the article.`,
  );
const FRONT_MATTER_TEXT = 'one text';
const FRONT_MATTER: Readonly<Record<string, string>> = {
  date: 'a date that there is, such as `2021-05-03`, `2021-05` or `2021`',
  author: 'a name, or a list of names',
};
export const frontMatterInOtherLanguage = (language: string) =>
  warning(
    'front-matter-value',
    `Unexpected front matter in \`${language}\` (\`---${language}\`), expected YAML between two lines \`---\`; nothing of it is taken, and it is no part of the text`,
    'Write what it says of the article into its card, or into the source as YAML.',
  );
export const frontMatterIsNone = () =>
  warning(
    'front-matter-value',
    'Unexpected words between two lines `---` at the head of the source, expected `key: value` lines; they are read as part of the text',
    'If they are front matter, write them as `key: value`; if not, put an empty line above the first `---`.',
  );
export const frontMatterUnclosed = () =>
  warning(
    'front-matter-value',
    'Unexpected line `---` above `key: value` lines with no second `---` below them, expected front matter that is closed; they are read as part of the text',
    'Put a line `---` below the last of them.',
  );
export const sourceTooLarge = (bytes: number, most: number) =>
  error(
    'source-too-large',
    `Unexpected file of ${megabytes(bytes)}, expected at most ${megabytes(most)}`,
    'Take out what is not the article. If the text is that long, raise `largestFile:` in content/site.md, for example `largestFile: 20 MB`.',
  );
/** `source` is the text that was taken from it. */
export const captureChanged = (
  source: string,
  { length, noted }: { length: number; noted: string },
) =>
  error(
    'capture-changed',
    `Unexpected bytes of the capture from which ${source} was taken, expected ${length.toLocaleString('en')} bytes with the SHA-256 ${noted}`,
    'A capture is evidence and stays what it is. Put it back, for example with `git checkout`. What was captured anew is taken in as a new version: `npm run add -- --reason "WHY" <file>`.',
  );
export const captureGone = (source: string) =>
  error(
    'capture-gone',
    `Unexpected archive without the capture from which ${source} was taken, expected it here`,
    'Put it back, for example with `git checkout`. If it is not to be kept, take `kept` out of its row in content/sources/manifest.json: its digest stays noted.',
  );
const megabytes = (bytes: number) =>
  bytes < 1e6
    ? `${bytes.toLocaleString('en')} bytes`
    : `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
export const symbolicLink = () =>
  error(
    'symbolic-link',
    'Unexpected symbolic link, expected the file or folder itself',
    'Links are not followed in the content folder, since they may lead out of it. Put a copy of what is meant in its place, or remove the link.',
  );
export const notAFile = (found: string) =>
  error(
    'not-a-file',
    `Unexpected ${found}, expected a file`,
    'Move it out of the content folder, or give it another name.',
  );
export const unreadableFile = (code: string) =>
  error(
    'unreadable-file',
    `Unexpected file that cannot be read (${code}), expected one that this account may read`,
    'Change its permissions so that this account may read it, or remove it.',
  );
export const badVersion = (name: string, article: string) =>
  error(
    'bad-version',
    `Unexpected file name \`${name}\`, expected a number from 2 to 99999 before the ending, where it counts the versions of an article`,
    `Rename the file: \`${article}.txt\` is the first version, \`${article}.2.txt\` the second.`,
  );
export const internalFault = (stage: string, path: string, found: string) =>
  error(
    'internal-fault',
    `Internal fault in stage ${stage} of ${path}, please report: ${short(found.replace(/\s+/g, ' '), 200)}`,
    'This is a fault of the software. Take the file away to go on without it; VERBATIM_DEBUG=1 shows where the fault stands.',
  );
export const noSiteCard = (name: string) =>
  warning(
    'no-site-card',
    `Unexpected archive without a site card, expected content/site.md; it is called “${name}” and has no public address`,
    'Add content/site.md, between two lines `---`:\nname: NAME OF THE ARCHIVE\naddress: https://example.org/\ncurator: WHO ANSWERS FOR IT',
  );
export const claimFilesKept = () =>
  warning(
    'claim-files',
    'Unexpected site card without `claimFiles`, expected `claimFiles: each` where files beside each claim were published; they are written as before, so that no address vanishes',
    'Add `claimFiles: each` to content/site.md to keep them for good. With `claimFiles: none` they go, and each claim’s page holds its citations itself: write that only where nobody uses their addresses.',
  );

/** `measured` is the least contrast with what the colour stands on, `better` a colour like it that can be read. */
export const lowContrast = (of: {
  colour: string;
  scheme: 'light' | 'dark';
  measured: number;
  better: string;
}) =>
  error(
    'low-contrast',
    `Unexpected accent \`${of.colour}\` with a contrast of ${hundredths(of.measured)}:1 on ${of.scheme} pages, expected at least 4.5:1 (WCAG 2.2), so that links and claims can be read`,
    `Take a ${of.scheme === 'light' ? 'darker' : 'lighter'} one; nearest to it is \`"${of.better}"\`.`,
  );
/** Cut off and not rounded, so that no ratio looks better than it is. */
const hundredths = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2);
export const logoMissing = (path: string) =>
  error(
    'no-logo',
    `Unexpected \`logo: ${short(path)}\`, expected the name of a file in the content folder`,
    `Put the picture at content/${path}, or take the line out.`,
  );
export const badLogo = (path: string, { found, expected }: { found: string; expected: string }) =>
  error(
    'bad-logo',
    `Unexpected ${found} (content/${path}), expected ${expected}`,
    'Put another file in its place, or take `logo:` out of content/site.md.',
  );
export const unknownMenuEntry = (entry: string, nearest: string | null, known: readonly string[]) =>
  error(
    'unknown-menu-entry',
    `Unexpected menu entry \`${entry}\`, expected one of ${known.map((k) => `\`${k}\``).join(', ')}`,
    (nearest ? `Did you mean \`${nearest}\`? ` : '') +
      `A page of your own is the file content/pages/${entry}.md, which begins:\n${fenced(['title: THE TITLE OF THE PAGE'])}`,
  );

// Cards
export const badFrontMatter = (found: string) =>
  error(
    'bad-front-matter',
    `Unexpected front matter, expected YAML: ${found}`,
    'Between the two lines `---` write one `key: value` a line; put values with `:` or `#` in quotation marks.',
  );
export const nestedTooDeep = (most: number) =>
  error(
    'nested-too-deep',
    `Unexpected front matter nested more than ${most} levels deep, expected at most ${most}`,
    'Cards hold a few levels of `key: value` lines; take the brackets or indents out.',
  );
/** `needed` are lines for the keys that every card of the kind has. */
export const noFrontMatter = (needed: readonly string[]) =>
  error(
    'no-front-matter',
    'Unexpected card without front matter, expected a first line `---`',
    needed.length === 0
      ? 'Begin the file with `---`, then `key: value` lines, then `---`.'
      : `Put this above the text, with what is true in it:\n${fenced(needed)}`,
  );
export const emptyCard = (needed: readonly string[]) =>
  error(
    'empty-card',
    'Unexpected empty card, expected `key: value` lines between two lines `---`',
    needed.length === 0
      ? 'Write them, or remove the file.'
      : `Remove the file, or write into it, with what is true:\n${fenced(needed)}`,
  );
const fenced = (lines: readonly string[]) => ['---', ...lines, '---'].join('\n');
/** `within` is the path of what lacks them, empty for the card itself; `lines` say what each would be. */
export const missingKeys = (within: string, keys: readonly string[], lines: readonly string[]) =>
  error(
    'missing-key',
    `Unexpected ${within ? `\`${within}\`` : 'card'} without ${listed(keys.map((key) => `\`${key}\``))}, expected ${keys.length === 1 ? 'it' : 'each of them'} there`,
    `Add ${within ? `below \`${within}:\`` : 'between the two lines `---`'}, with what is true:\n${lines.join('\n')}`,
  );
export const codeInFrontMatter = (language: string) =>
  error(
    'code-in-front-matter',
    `Unexpected front matter in \`${language}\`, expected YAML`,
    'Front matter is data and is never run. Begin the file with `---` alone on its line and write YAML.',
  );
export const unknownKey = (key: string, nearest: string | null, known: readonly string[]) =>
  error(
    'unknown-key',
    `Unexpected key \`${key}\`, expected one of ${known.map((k) => `\`${k}\``).join(', ')}`,
    nearest ? `Did you mean \`${nearest}\`?` : 'Remove the key, or use one of those named.',
  );
export const badValue = (path: string, found: string, expected: string) =>
  error(
    'bad-value',
    `Unexpected \`${path}: ${short(found)}\`, ${expected}`,
    'Correct the value in the card.',
  );
/** `why` goes on from “which is”. */
export const badEdtf = (path: string, found: string, why: string) =>
  error(
    'bad-date',
    `Unexpected date \`${path}: ${short(found, 40)}\`, which is ${why}; expected EDTF such as \`2024-03-27\`, \`2017-07\`, \`2017-07-10/2017-12\` or \`../2024-03-25\``,
    'Write the date as year-month-day; leave out what is not known.',
  );
export const cardWithoutSource = (id: string, known: readonly string[]) =>
  error(
    'card-without-source',
    `Unexpected card for an article \`${id}\` that has no source, expected the id of one in \`content/sources/\``,
    `There are ${known
      .slice(0, 12)
      .map((k) => `\`${k}\``)
      .join(', ')}; rename the card, or add \`content/sources/${id}.txt\`.`,
  );
export const unknownId = (what: 'outlet' | 'speaker', id: string, nearest: string | null) =>
  error(
    `unknown-${what}`,
    `Unexpected ${what} \`${id}\`, expected the id of a card in \`content/${what}s/\``,
    (nearest ? `Did you mean \`${nearest}\`? Otherwise add ` : 'Correct the id, or add ') +
      `\`content/${what}s/${id}.md\`, with what is true:\n${cardToPaste(what, id)}`,
  );
/** A card with the keys of its kind, those that need not be there commented. `id` ends in its file name. */
const cardToPaste = (what: 'outlet' | 'speaker', id: string): string => {
  const name = id
    .replace(/(?:^|-)(\p{L})/gu, (_, letter: string) => ` ${letter.toUpperCase()}`)
    .trim();
  return fenced(
    what === 'outlet'
      ? [
          `name: ${name}`,
          '# aliases: [ANOTHER NAME, AS TEXTS PRINT IT]',
          '# url: https://example.org/',
          '# speaker: ID, IF ARTICLES QUOTE THE OUTLET ITSELF',
        ]
      : [
          `name: ${name}`,
          'kind: person # or organisation, group, unnamed, document, place',
          '# aliases: [ANOTHER NAME, AS TEXTS PRINT IT]',
          '# roles: [{role: MAYOR OF THE HARBOUR TOWN, date: 2021}]',
          '# sameAs: [https://www.wikidata.org/wiki/Q42]',
        ],
  );
};
export const unknownCopy = (id: string, own: string, near: string | null) =>
  error(
    'unknown-copy',
    `Unexpected article \`${id}\` under \`copies:\`, expected the id of another article of this archive`,
    near && near !== own
      ? `Did you mean \`${near}\`? Otherwise take it out of the list.`
      : 'Take it out of the list.',
  );
export const aliasTaken = (alias: string, other: string) =>
  error(
    'alias-taken',
    `Unexpected alias \`${alias}\`, which \`${other}\` has already; expected each name on one card`,
    'Keep it on one of the two cards, or limit both with `article:`.',
  );
export const nameTaken = (name: string, other: string) =>
  error(
    'name-taken',
    `Unexpected name \`${name}\`, which \`${other}\` has already; expected each name on one card`,
    'Keep the name, or the alias, on one of the two cards.',
  );
export const formerlyTaken = (old: string, other: string) =>
  error(
    'formerly-taken',
    `Unexpected \`formerly: ${old}\`, which \`${other}\` says as well; expected each former id on one card`,
    'Keep it on the card of what now stands under that name.',
  );
/** `other` is the file that has the id; null where it is the card itself. */
export const formerlyLive = (old: string, other: string | null) =>
  error(
    'formerly-live',
    `Unexpected \`formerly: ${old}\`, ${other ? `the id of \`${other}\`` : "the card's own id"}; expected an id that nothing has any more`,
    other
      ? `Take it out, or give \`${other}\` another id.`
      : 'Take it out; only an earlier id of the card belongs there.',
  );
export const unknownArticle = (id: string, nearest: string | null) =>
  error(
    'unknown-article',
    `Unexpected article \`${id}\`, expected the id of a text in \`content/sources/\``,
    nearest
      ? `Did you mean \`${nearest}\`? Otherwise correct or remove the id.`
      : 'Correct or remove the id.',
  );
export const wordsNotFound = (words: string, what: string) =>
  error(
    'words-not-found',
    `Unexpected words \`${short(words)}\`, expected ${what}`,
    "Copy the words from the article's page; `npm run explain -- <article>` lists every claim.",
  );
/** Where a newer version of a source was taken in, the card may still speak of the older one. */
export const ofOlderVersion = ({ reason, note }: Problem) =>
  warning(
    'words-of-older-version',
    `${reason}; the entry may be of an older version of the source`,
    `Claims keep their ids, and one that lost its place waits for a decision. Bring the entry up to date, or remove it. ${note}`,
  );
/** The words are a claim's of the newest version, and that claim is not the one that the entry was written of. */
export const wordsOfAnother = (words: string, version: number) =>
  warning(
    'words-of-older-version',
    `Unexpected words \`${short(words)}\`, which another claim has in the newest version than in version ${version}, of which the entry speaks`,
    'It is held against neither. Remove it; where it is meant for the claim that has the words now, write `version:` with the number of that version into it.',
  );
export const wordsAmbiguous = (words: string, times: number) =>
  error(
    'words-ambiguous',
    `Unexpected words \`${short(words)}\`, which stand ${times} times in the article; expected words that stand there once`,
    'Add `occurrence: 1` (or 2, …), or give more of the words.',
  );
export const claimDecidedTwice = (words: string, field: string, line: number) =>
  error(
    'claim-decided-twice',
    `Unexpected second word on the claim \`${short(words)}\`, of which line ${line} says another \`${field}\`; expected one`,
    'Keep the one that holds, and take the other out: a merge of two branches may have brought both.',
  );
export const unknownClaim = (id: string) =>
  error(
    'unknown-claim',
    `Unexpected claim \`${id}\`, expected the id of a claim in the ledger`,
    "Copy the id from the claim's page; ids are never re-used.",
  );

// Ledger and versions: `ledger/` words what it finds
export const claimWithoutPlace = (
  id: string,
  words: string,
  fate: string,
  why: string,
  candidates: readonly { id: string | null; words: string; place: string; why: string }[],
) =>
  warning(
    'claim-without-place',
    `Unexpected loss of claim ${id} \`${short(words)}\` in the newest version, expected its words there (${fate}: ${why})`,
    `${candidates.map((c) => (onlyStandsThere(c) ? `In its place stands now \`${short(c.words)}\`, ${c.place}.\n` : `It may be ${c.id ?? 'the words'} \`${short(c.words)}\`, ${c.place}: ${c.why}.\n`)).join('')}Decide in content/ledger/decisions.yaml, with one of confirm, superseded-by, merged-into and withdrawn:\n- {claim: ${id}, confirm: …, because: …, by: …, on: …}\nBehind confirm stands the id of the claim that it is, or words that stand once in the newest version.`,
  );
export const doubtful = (kind: string, found: string, mend: string) => warning(kind, found, mend);
export const claimStandsAgain = (id: string, words: string, status: string, heir: string) =>
  warning(
    'claim-stands-again',
    `Unexpected words of claim ${id} \`${short(words)}\` in the newest version: it was ${status}, and claim ${heir} that took its place does not stand there; expected one of the two`,
    `If the claim is to be live again, add to content/ledger/decisions.yaml:\n- {claim: ${id}, restored: …}`,
  );
export const versionWithoutReason = (path: string, version: number, article: string) =>
  warning(
    'version-without-reason',
    `Unexpected version ${version} of ${article} without a reason, expected why it was captured again`,
    `Note it: npm run add -- --reason "WHY" ${path}`,
  );
export const ledgerProblem = (kind: string, found: string, mend: string) =>
  error(kind, found, mend);

// What the pipeline was unsure of
export const languageWithoutRules = (language: string, basis: string) =>
  warning(
    'language-without-rules',
    `Unexpected language ${languageInWords(language)} (${basis}), expected English, for which there are rules; claims were not looked for`,
    'Claims can be added under `claims:` in the card of the article, each with `add: true`. If the text is in English, say `language: en` there.',
  );
export const unbalancedMark = (mark: string) =>
  warning(
    'unbalanced-mark',
    `Unexpected quotation mark ${mark} alone, expected a second one that closes or opens the quotation`,
    'If the words are taken for the wrong claim, list them under `claims:` in the card of the article.',
  );
/** `places`: of the first few, as `line:column`. */
export const unbalancedMarks = (count: number, places: readonly string[]) =>
  warning(
    'unbalanced-mark',
    `Unexpected ${count} quotation marks alone, at ${places.join(', ')} and ${count - places.length} more, expected a second one for each that closes or opens the quotation`,
    'If the marks are no quotation marks, nothing is to be done. If words are taken for the wrong claim, list them under `claims:` in the card of the article.',
  );
export const lostMarks = (words: string) =>
  warning(
    'marks-lost',
    `Unexpected talk without quotation marks, here \`${short(words)}\`, expected marks around it; the text seems to have lost its marks, and what attributions break off or introduce is read as quoted`,
    'Take in a capture that has its marks, or correct the claims under `claims:` in the card of the article.',
  );
export const quoteWithoutSpeaker = (words: string, entry: string) =>
  warning(
    'quote-without-speaker',
    `Unexpected quotation \`${short(words)}\` with no speaker near it, expected a name and a cue such as \`said\``,
    `If the text names the speaker, add to the card of the article:\n${entry}`,
  );
export const twoCandidates = (words: string, candidates: string, entry: string) =>
  warning(
    'open-speaker',
    `Unexpected choice for the speaker of \`${short(words)}\`, expected one whom the text names: ${candidates}`,
    `Decide in the card of the article:\n${entry}`,
  );
export const unknownDate = (entry: string) =>
  warning(
    'unknown-date',
    'Unexpected article without a date of publication, expected one above or below the text',
    `If the text lets you narrow it down, add to the card of the article:\n${entry}`,
  );
/** A line that leaves the day of publication open; `readings` are the days that it may be, if it names any. */
export const openDate = (printed: string, readings: readonly string[]) =>
  warning(
    'open-date',
    readings.length > 0
      ? `Unexpected date of publication in figures, \`${printed}\`, expected something that tells which is the day: it is ${readings.join(' or ')}`
      : `Unexpected date of publication \`${printed}\`, expected a day: it counts from a moment that is not stated`,
    readings.length > 0
      ? `If you know how this outlet writes dates, add to the card of the article:\npublished: {edtf: ${readings.at(0) ?? ''}, basis: inferred, note: HOW ONE KNOWS}`
      : 'If you know when it was captured, add to the card of the article `captured: {edtf: 2021-05-04, basis: stated}`; the day of publication is then counted from it.',
  );
/** `found` are the warnings that could be accepted, as `rule, line 3`. */
export const nothingToAccept = (wanted: string, found: readonly string[]) =>
  warning(
    'nothing-to-accept',
    `Unexpected acceptance of \`${wanted}\`, expected a warning that the newest version of the text gives`,
    found.length > 0
      ? `There is: ${found.join('; ')}. Correct the entry, or remove it.`
      : 'Nothing is left to accept: remove the entry.',
  );
export const notToBeAccepted = (rule: string) =>
  error(
    'not-to-be-accepted',
    `Unexpected acceptance of \`${rule}\`, which waits for a decision; expected a warning that may stay`,
    'The note of the warning says where it is decided. Remove the entry.',
  );
/** `known` are the ids of outlets with a card. */
export const unknownOutlet = (article: string, known: readonly string[]) =>
  warning(
    'unknown-outlet',
    'Unexpected article without the name of its outlet, expected it in the byline or beside the date',
    `If you know who published it, add \`outlet: ID\` to content/articles/${article}.md. ` +
      (known.length === 0
        ? ''
        : `There ${known.length === 1 ? 'is' : 'are'} ${knownFew(known)}. For another one, `) +
      `${known.length === 0 ? 'A' : 'a'}dd its card, content/outlets/ID.md, such as content/outlets/harbour-post.md:\n${cardToPaste('outlet', 'harbour-post')}`,
  );
const knownFew = (known: readonly string[]): string =>
  known
    .slice(0, 8)
    .map((id) => `\`${id}\``)
    .join(', ') + (known.length > 8 ? ', …' : '');
/** `labels` as the text prints them, in its order. */
export const turnsOfNobody = (labels: readonly string[], turns: number, article: string) =>
  warning(
    'turns-of-nobody',
    labels.length === 0
      ? `Unexpected interview whose ${turns} turns are nobody’s, expected the name of each speaker before a turn`
      : `Unexpected interview in which ${listed(labels.map((label) => `\`${short(label, 40)}\``))} ${labels.length === 1 ? 'heads' : 'head'} ${turns === 1 ? 'a turn' : `${turns} turns`} and no name says who speaks, expected to know whose they are`,
    (labels.length === 0
      ? `If you know who speaks, say so under \`claims:\` in content/articles/${article}.md, each with \`words:\`, \`speaker:\` and \`why:\`.`
      : `If you know who speaks, add to content/articles/${article}.md:\nlabels:\n${labels.map((label) => `  ${JSON.stringify(label)}: ID`).join('\n')}`) +
      `\nEach ID is that of a card, such as content/speakers/noor-haddad.md:\n${cardToPaste('speaker', 'noor-haddad')}`,
  );

/** A speaker whom published claims are filed under, and who is nobody's any more. */
export const speakerGone = (id: string, claims: readonly string[], heirs: readonly string[]) =>
  warning(
    'speaker-gone',
    `Unexpected loss of the speaker \`${id}\`, under whom ${claims.length === 1 ? 'a published claim is' : `${claims.length} published claims are`} filed (${claims.slice(0, 10).join(', ')}${claims.length > 10 ? ', …' : ''}), expected a speaker of that id`,
    `${heirs.length > 0 ? `They would be filed under ${heirs.slice(0, 5).join(', ')}. ` : ''}If its card was deleted, bring content/speakers/${id}.md back with git; if it has another name, write \`formerly: [${id}]\` in the card of that name, or \`- {address: speakers/${id}/, redirect: speakers/<id>/}\` in content/ledger/decisions.yaml.`,
  );
