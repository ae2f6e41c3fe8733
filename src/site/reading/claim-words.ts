/** Sentences and labels of a claim's page: the archive's neutral voice, never a verdict on the words. */
import type { ArticleRecord, ClaimRecord, Relation } from '../../model/records.ts';
import {
  RELATIONS_IN_WORDS,
  beginning,
  capital,
  dateInLine,
  sourceLine,
  speakerAndVia,
  speakerName,
  yearsInWords,
} from '../../model/wording.ts';
import { attributedInLine } from '../../publish/exports/describe.ts';

/** Titles of a claim's page, the fullest first; see `tabTitle`. */
export function claimTitles(claim: ClaimRecord, article: ArticleRecord): string[] {
  const name = speakerName(claim);
  const outlet = article.outlet?.name;
  const [via] = claim.via;
  const year = yearsInWords(article.published);
  const whose = `${name}${via ? ` via ${via.name}` : ''}`;
  const where = `${outlet ?? beginning(article.title, 24)}${year ? `, ${year}` : ''}`;
  return [
    `${name}, ${outlet ?? 'unknown outlet'}: ${attributedInLine(claim, article)}`,
    `${whose} in ${where}, claim ${claim.number}`,
    `Claim ${claim.id}: ${name}`,
  ];
}

/** Who said it, where it was printed, and the beginning of the words. */
export const claimDescription = (claim: ClaimRecord, article: ArticleRecord): string =>
  beginning(
    `${speakerAndVia(claim)}, in ${sourceLine(article)}: ${attributedInLine(claim, article)}`,
    300,
  );

/** What stands behind the speaker's name: `, the mayor`, or that the source has no name. */
export function roleInLine({ speaker }: ClaimRecord): string {
  if (speaker?.role) return `, ${speaker.role}`;
  return speaker?.kind === 'unnamed' ? ', unnamed source' : '';
}

interface Step {
  id: string;
  name: string;
  kind: 'speaker' | 'outlet';
  /** What this one did with the words: `asked it`, `quoted Reuters`, `printed it, 14 March 2021`. */
  did: string;
  /** The claim's own speaker. */
  own: boolean;
}

/** The way of the words from the speaker to the outlet, each step with what was done in it. */
export function stepsOf(
  claim: ClaimRecord,
  article: ArticleRecord,
  chain: readonly Omit<Step, 'did' | 'own'>[],
): Step[] {
  const nobody =
    claim.candidates.length > 1 ? 'a speaker who is open' : 'somebody who is not named';
  const did = (step: Omit<Step, 'did' | 'own'>, i: number): string => {
    if (i === 0 && claim.speaker) {
      if (claim.speaker.kind === 'unnamed') return 'said it; nobody is named';
      return claim.type === 'question' ? 'asked it' : 'said it';
    }
    if (step.kind === 'speaker') return `quoted ${chain[i - 1]?.name ?? nobody}`;
    return `printed it, ${dateInLine(article.published)}`;
  };
  return chain.map((step, i) => ({
    ...step,
    did: did(step, i),
    own: i === 0 && claim.speaker !== null,
  }));
}

/** `in 2 parts, interrupted in the text`; null where the words stand in one piece. */
export function partsInWords({ parts, turn }: ClaimRecord): string | null {
  if (parts.length < 2) return null;
  return turn === null
    ? `in ${parts.length} parts, interrupted in the text`
    : `in ${parts.length} parts of one turn`;
}

/** What the cue says of the saying, where it does not simply say it. */
export function polarityInWords({ polarity }: ClaimRecord): string | null {
  if (polarity === 'positive') return null;
  return polarity === 'negative'
    ? 'with a negation: the speaker is said not to have said it'
    : 'left open';
}

const INVERSE: Record<Relation['kind'], string> = {
  repeats: 'is repeated by',
  contradicts: 'is contradicted by',
  answers: 'is answered by',
  corrects: 'is corrected by',
  near: 'nearly the same words',
  related: 'related',
};

/** `contradicts`; from the other claim's side `is contradicted by`. */
export const relationInWords = (kind: Relation['kind'], inverse: boolean): string =>
  (inverse ? INVERSE : RELATIONS_IN_WORDS)[kind];

/** How two claims with the same or nearly the same words differ, why they were set together, how alike they are. */
export function repeatInWords(relation: Relation, wordForWord: boolean): string {
  const { kind, why, score } = relation;
  return [
    ...(kind === 'repeats' && wordForWord ? ['Word for word as this claim.'] : []),
    ...(why ? [`${capital(why)}.`] : []),
    ...(score === null ? [] : [`Likeness ${score.toFixed(2)}.`]),
  ].join(' ');
}

/** Why a claim was found to be related, with its score. */
export const relatedInWords = ({ why, score }: Relation): string =>
  `${capital(why)}.${score === null ? '' : ` Score ${score.toFixed(2)}.`}`;

/** `Note by Rosa Lind, 1 March 2024`: who wrote below a claim. */
export const noteLine = (kind: 'note' | 'correction', by: string, day: string | null): string =>
  `${kind === 'correction' ? 'Correction' : 'Note'} by ${by}${day === null ? '' : `, ${day}`}`;
