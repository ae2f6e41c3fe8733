/**
 * What tells how sure a claim is, as signs: a sign is one of a few fixed words with what it was found to be, such as
 * `rivals 1`. What each is worth was measured (`confidence.ts`).
 */
import { first } from '../text/certain.ts';
import { length } from '../text/spans.ts';
import { endOf, startOf } from './drafts.ts';
import type { Draft, Mention } from './draft.ts';
import type { Resolution } from './resolve/resolution.ts';
import type { Evidence } from './types.ts';

/** Places at which figures of the model make a difference, in units of its weights. */
const STEPS = [-100, 0, 60, 120, 180, 240, 300, 400, 550, 800, 1200];
/** The same for numbers of characters. */
const LENGTHS = [12, 25, 50, 80, 120, 180, 300, 500];
/** Rules for what the documents that were measured have none of, being plain text, or too few of. */
const UNSEEN_RULES: ReadonlySet<string> = new Set(['block-quotation', 'stance-before']);
/** From so many commas within the words on, more of them tell no more. */
const MOST_COMMAS = 3;
/** Characters between a mention and its cue, or a cue and the words. */
const GAPS = [2, 6, 20, 60, 150];
/** Claims on the way to the one that names the speaker, at most. */
const LONGEST_CHAIN = 3;

/** The signs of a claim. `resolution`: whom its mention was taken to mean. */
export function evidenceOf(text: string, draft: Draft, resolution: Resolution): Evidence {
  const { rule, type, decision, within, via } = draft;
  const group = decision?.group ?? rule;
  const base = baseOf(draft);
  const isTurn = type === 'answer' || type === 'question';
  return {
    isMeasured: !within && !isTurn && !UNSEEN_RULES.has(rule),
    isPassedOn: via.length > 0 && rule !== 'model',
    words: [...wordSigns(draft, group), ...cueSign(text, draft, 'cue')],
    mention: [...mentionSigns(text, draft, base, group), ...cueSign(text, draft, 'who: cue')],
    speaker: resolution.speaker && resolution.signs,
  };
}

/** The claim that names the speaker, and how far it is to it. */
interface Base {
  mention: Mention | null;
  chain: number;
  paragraphs: number;
}

function baseOf(draft: Draft): Base {
  let base = draft;
  let chain = 0;
  while (!base.mention && base.inherits && chain < LONGEST_CHAIN) {
    base = base.inherits;
    chain++;
  }
  const paragraphs = Math.min(2, Math.abs(draft.paragraph - base.paragraph));
  return { mention: base.mention, chain, paragraphs };
}

/** What tells whether the words are a claim. */
function wordSigns(draft: Draft, group: string): string[] {
  const { type, cue, cueKind, polarity, decision, parts } = draft;
  const { standing, seen, firm, agreed } = decision ?? {};
  const characters = parts.reduce((sum, part) => sum + length(part), 0);
  const kind = `${type}, ${cue ? 'cue' : 'none'}`;
  return [
    `by ${group}`,
    kind,
    `${cueKind}, ${polarity}`,
    ...steps('standing', STEPS, standing),
    ...steps(`${type} standing`, STEPS, standing),
    ...steps('seen', STEPS, seen),
    ...steps('firm', STEPS, firm),
    `${type}, agreed ${agreed ?? 'none'}`,
    ...steps(`${kind} long`, LENGTHS, characters),
    ...(cue ? [`${type} ${orderOf(draft)}`, ...steps('cue', GAPS, gapOf(cue, draft))] : []),
    ...(parts.length > 1 ? ['parts'] : []),
  ];
}

/** What tells whether whoever is printed says the words. */
function mentionSigns(text: string, draft: Draft, base: Base, group: string): string[] {
  const { type, cue, decision, mention, open, paragraph, parts } = draft;
  const { standing, lead } = decision ?? {};
  const commas = parts.flatMap((part) => text.slice(part.start, part.end).match(/,/g) ?? []).length;
  const kind = mention?.kind ?? (base.mention ? `taken over ${base.mention.kind}` : 'nobody');
  return [
    `who: by ${group}`,
    `who: ${kind}`,
    `who: ${group}, ${mention ? 'named' : 'not'}`,
    `who: ${type}, ${kind}`,
    `who: ${type} commas ${Math.min(MOST_COMMAS, commas)}`,
    ...steps('who: lead', STEPS, lead),
    ...steps('who: standing', STEPS, standing),
    ...(open ? ['who: open'] : []),
    ...(mention
      ? [
          mention.apposed ? 'who: apposed' : 'who: plain',
          ...steps('who: long', LENGTHS, length(mention)),
          ...(cue
            ? [
                `who: ${mention.start < cue.start ? 'before' : 'behind'} cue`,
                ...steps(`who: cue to ${mention.kind}`, GAPS, between(mention, cue)),
              ]
            : steps('who: no cue', GAPS, gapOf(mention, draft))),
        ]
      : [`who: chain ${base.chain}`, `who: ${group}, paragraphs ${base.paragraphs}`]),
    ...(paragraph === 0 ? ['who: first paragraph'] : []),
  ];
}

/** The last word of a cue. */
function cueSign(text: string, { cue }: Draft, name: string): string[] {
  const word = cue && /[\p{L}’']+$/u.exec(text.slice(cue.start, cue.end))?.[0];
  return word ? [`${name} ${word.toLowerCase()}`] : [];
}

/** A sign for each step that a figure reaches; one of its own where there is none. */
const steps = (name: string, at: readonly number[], figure: number | undefined): string[] =>
  figure === undefined
    ? [`${name} none`]
    : at.flatMap((step) => (figure >= step ? [`${name} ${step}`] : []));

const between = (
  one: { start: number; end: number },
  other: { start: number; end: number },
): number => Math.max(0, one.start - other.end, other.start - one.end);

const gapOf = (span: { start: number; end: number }, draft: Draft): number =>
  Math.min(...draft.parts.map((part) => between(span, part)));

function orderOf(draft: Draft): string {
  const cue = draft.cue ?? first(draft.parts);
  if (cue.end <= startOf(draft)) return 'cue before';
  return cue.start >= endOf(draft) ? 'cue behind' : 'cue amid';
}
