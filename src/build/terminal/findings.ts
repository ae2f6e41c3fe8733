/** What each stage found in one article, in words for a terminal: a section a stage. */
import type { ArticleDraft } from '../../archive/article.ts';
import { placesIn } from '../../intake/read.ts';
import { wordsForEdtf } from '../../model/dates.ts';
import { languageInWords } from '../../model/language-names.ts';
import type { ArticleRecord, ClaimRecord, DateFact } from '../../model/records.ts';
import { codePoints, type CodePoints } from '../../text/offsets.ts';

/** Everything, as one text without a line break at its end. */
export function findingsInWords(draft: ArticleDraft, article: ArticleRecord): string {
  const points = codePoints(draft.raw.text);
  const place = placesIn(draft.raw.text);
  const lineOf = (offset: number) => place(offset).line;
  return [
    identityInWords(draft, article, points.length),
    section('What the head and tail say', headFacts(draft, article)),
    section('Blocks', blocks(draft, article, lineOf)),
    section('Who and what is named', named(draft)),
    section(
      'Claims',
      article.claims.map((claim) => claimInWords(claim, points, lineOf)),
    ),
    ...(draft.possible.length > 0
      ? [section('Possible claims, not sure enough to be published', possible(draft))]
      : []),
    ...(draft.file.messages.length > 0
      ? [section('What the stages were unsure of', messages(draft))]
      : []),
  ].join('\n');
}

const section = (heading: string, lines: readonly string[]): string =>
  [`\n${heading}\n${'-'.repeat(heading.length)}`, ...lines].join('\n');

const identityInWords = ({ raw }: ArticleDraft, article: ArticleRecord, characters: number) =>
  `${article.title}\n${article.id}, version ${article.source.version}, ${raw.bytes} bytes, ` +
  `${characters} characters, read as ${raw.format.name}`;

const dateWithBasis = (date: DateFact | null): string =>
  date?.edtf ? `${wordsForEdtf(date.edtf)} (${date.basis}: ${date.note})` : 'unknown';

function headFacts(draft: ArticleDraft, article: ArticleRecord): string[] {
  const { title, titleBasis, outlet, outletBasis, rights } = article;
  const byline = article.byline.map(({ name, role, speaker }) => {
    const known = speaker ? `, speaker ${speaker}` : '';
    return `${name} (${role}${known})`;
  });
  const sections = article.sections.map(({ name, values }) => `${name}: ${values.join(', ')}`);
  const statements = rights.statements.length;
  const facts: [string, string][] = [
    ['title', titleBasis === 'stated' ? title : `${title} (${titleBasis})`],
    ['dek', article.dek ?? 'none'],
    ['byline', byline.join('; ') || 'none'],
    ['outlet', outlet ? `${outlet.name} (${outletBasis})` : 'unknown'],
    ['published', dateWithBasis(article.published)],
    ['kind', `${article.kind}, ${article.form}`],
    ['language', `${languageInWords(article.language)} (${draft.language.basis})`],
    ['undone', draft.raw.undone.join(', then ') || 'nothing'],
    ['sections', sections.join('; ') || 'none'],
    ['rights', rights.holder ?? (statements > 0 ? `${statements} statements` : 'not stated')],
  ];
  return facts.map(([name, value]) => `${name.padEnd(10)} ${value}`);
}

const blocks = (
  { clean }: ArticleDraft,
  article: ArticleRecord,
  lineOf: (offset: number) => number,
): string[] =>
  article.blocks.map((block) => {
    const line = String(lineOf(block.source.start)).padStart(4);
    const words = cut(clean.text.slice(block.start, block.end), 80);
    return `line ${line}  ${block.role.padEnd(11)} ${words}${reasonOf(block)}`;
  });

/** By which rule a block is set apart, or whose turn it is. */
function reasonOf({ rule, why, turn }: ArticleRecord['blocks'][number]): string {
  if (rule) return ` [${rule}: ${why}]`;
  return turn ? ` [turn ${turn}]` : '';
}

const named = ({ found, identities }: ArticleDraft): string[] =>
  found.entities.map(({ name, kind, role, mentions }, i) => {
    const what = role ? `${kind}, ${role}` : kind;
    return `${name} (${what}) → ${whoIs(identities[i])}; ${mentions.length} mentions`;
  });

/** The speaker that a name is taken for, or those that it may be. */
function whoIs(identity: ArticleDraft['identities'][number] | undefined): string {
  if (!identity) return 'nobody';
  if ('id' in identity) return identity.carded ? identity.id : `${identity.id} (no card)`;
  return `open: ${identity.candidates.map(({ id }) => id).join(' or ')}`;
}

function claimInWords(
  claim: ClaimRecord,
  points: CodePoints,
  lineOf: (offset: number) => number,
): string {
  const line = claim.parts[0] ? lineOf(claim.parts[0].start) : 'unknown';
  const places = claim.parts.map(({ start, end }) => `${points.at(start)} to ${points.at(end)}`);
  const within = claim.within ? `, within ${claim.within}` : '';
  const via = claim.via.map(({ name }) => name).join(', then ');
  const why = [`rule ${claim.rule}`, ...claim.reasons].join('; ');
  const note = claim.reviewNote ? ` (${claim.reviewNote})` : '';
  return [
    `\n${claim.number}. ${claim.id}  ${claim.type}, line ${line}, ` +
      `characters ${places.join(' and ')}${within}`,
    `   “${claim.text}”`,
    `   speaker: ${speakerInWords(claim)}${via ? `, via ${via}` : ''}`,
    `   cue: ${cueInWords(claim)}; said: ${dateWithBasis(claim.said)}`,
    `   why: ${why}; ${sureInWords(claim)}; review ${claim.review}${note}`,
  ].join('\n');
}

type Sure = Pick<ClaimRecord, 'confidence' | 'wordsConfidence' | 'speakerConfidence'>;

/** How sure the claim is, its words and its speaker. */
function sureInWords({ confidence, wordsConfidence, speakerConfidence }: Sure): string {
  const speaker = speakerConfidence === null ? '' : `, speaker ${speakerConfidence.toFixed(2)}`;
  return `confidence ${confidence.toFixed(2)} (words ${wordsConfidence.toFixed(2)}${speaker})`;
}

function speakerInWords({ speaker, candidates }: ClaimRecord): string {
  if (speaker) {
    const printed = speaker.mention ? `, printed “${speaker.mention.exact}”` : '';
    return `${speaker.name} (${speaker.basis}${printed})`;
  }
  if (candidates.length === 0) return 'nobody is named';
  return `open between ${candidates.map(({ name }) => name).join(' and ')}`;
}

function cueInWords({ cue, cueKind, polarity }: ClaimRecord): string {
  if (!cue) return 'none';
  const kind = polarity === 'positive' ? cueKind : `${cueKind}, ${polarity}`;
  return `“${cue.exact}” (${kind})`;
}

const possible = (draft: ArticleDraft): string[] => [
  'An entry under `claims:` in the card, with the words and `confirm: true`, publishes one.',
  ...draft.possible.map((claim) => {
    const who = claim.speaker?.name ?? 'nobody is named';
    return `\n“${claim.text}”\n   speaker: ${who}; rule ${claim.rule}; ${sureInWords(claim)}`;
  }),
];

const messages = ({ file }: ArticleDraft): string[] =>
  file.messages.map(({ line, column, reason, note }) => {
    const place = `${line ?? ''}${line ? ':' : ''}${column ?? ''}`;
    return `${place} ${reason}\n${String(note ?? '').replace(/^/gm, '    ')}`;
  });

const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1)}…` : words;
