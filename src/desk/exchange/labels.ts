/** What annotations say, in words that programs and people write: labels and types, and what they mean here. */
import { CLAIM_TYPES, SPEAKER_KINDS, type ClaimType } from '../../model/records.ts';

/** What an annotation may say of words. */
export type Field =
  | 'speaker'
  | 'speakerId'
  | 'kind'
  | 'type'
  | 'mention'
  | 'cue'
  | 'via'
  | 'said'
  | 'topic'
  | 'review'
  | 'by'
  | 'on'
  | 'note'
  | 'claim';

/** The label with which each is written, and others under which it is understood. */
const LABELS: Readonly<Record<Field, readonly string[]>> = {
  speaker: ['Speaker', 'Said by', 'Attributed to', 'Speaker name'],
  speakerId: ['Speaker id'],
  kind: ['Speaker kind', 'Kind'],
  type: ['Type', 'Claim type', 'Quotation type', 'Quote type'],
  mention: ['Mention', 'Printed as'],
  cue: ['Cue', 'Attribution cue'],
  via: ['Via', 'Passed on by'],
  said: ['Said', 'Said on', 'Date said'],
  topic: ['Topic', 'Question'],
  review: ['Review'],
  by: ['Decided by', 'Annotator'],
  on: ['Decided on'],
  note: ['Note', 'Comment'],
  claim: ['Claim'],
};

const folded = (label: string): string => label.toLowerCase().replace(/[\s_-]+/g, '');
const FIELDS = new Map(
  (Object.keys(LABELS) as Field[]).flatMap((field) =>
    [field, ...LABELS[field]].map((label) => [folded(label), field] as const),
  ),
);

/** What a label means, however it is written (`claimType`, `Claim type`); null for one of another kind. */
export const fieldOf = (label: string): Field | null => FIELDS.get(folded(label)) ?? null;
/** How a label is written in exports. */
export const labelOf = (field: Field): string => LABELS[field][0] ?? field;

/** Names of layers, types and labels by which programs call words somebody's. */
const CLAIM_NAMES = new Set(
  'claim quote quotation content statement speech utterance directspeech indirectspeech reportedspeech directquote indirectquote attributioncontent'.split(
    ' ',
  ),
);
const SPEAKER_NAMES = new Set('speaker source holder mention attributionsource'.split(' '));
const CUE_NAMES = new Set('cue attributioncue quotecue reportingverb'.split(' '));

/** What words with such a label are. */
export type Role = 'claim' | 'speaker' | 'cue';

/** What a label of a span says that its words are; null for one of another kind. */
export function roleOf(label: string): Role | null {
  const key = folded(label.replace(/^.*[.:/]/, ''));
  if (CLAIM_NAMES.has(key) || typeNamed(label) !== null) return 'claim';
  if (SPEAKER_NAMES.has(key)) return 'speaker';
  return CUE_NAMES.has(key) ? 'cue' : null;
}

const TYPE_NAMES = new Map<string, ClaimType>([
  ...CLAIM_TYPES.map((type) => [type, type] as const),
  ['directspeech', 'direct'],
  ['directquote', 'direct'],
  ['directquotation', 'direct'],
  ['indirectspeech', 'indirect'],
  ['indirectquote', 'indirect'],
  ['indirectquotation', 'indirect'],
  ['reportedspeech', 'indirect'],
  ['mixedquote', 'mixed'],
  ['mixedquotation', 'mixed'],
]);
/** The type of a claim that a word names; null where it names none. */
export const typeNamed = (word: string): ClaimType | null => TYPE_NAMES.get(folded(word)) ?? null;

/** `Mara Obi (person)` in its two halves. */
export function nameAndKind(value: string): { name: string; kind: string | null } {
  const [, name = value, kind = ''] = /^(.*\S)\s*\(([a-z]+)\)\s*$/.exec(value) ?? [];
  return SPEAKER_KINDS.some((one) => one === kind)
    ? { name: name.trim(), kind }
    : { name: value.trim(), kind: null };
}

/** Lines with a label that is known, and the rest of a text as it stands. */
export function readLines(text: string): { says: [string, string][]; rest: string } {
  const says: [string, string][] = [];
  const rest: string[] = [];
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const [, label = '', value = ''] = /^\s*([\p{L}][\p{L}_ -]{1,24}):\s+(\S.*)$/u.exec(line) ?? [];
    const field = label === '' ? null : fieldOf(label);
    if (field !== null && field !== 'note') says.push([label, value.trim()]);
    else if (field === 'note') rest.push(value.trim());
    else rest.push(line);
  }
  return { says, rest: rest.join('\n').trim() };
}

/** The value of the label for the speaker where a person says that nobody is named. */
export const NOBODY_NAMED = 'nobody named';
