/** Labels that may be none, and stand only where the text around them shows that they are. */
import type { EngineText } from '../types.ts';
import { DASH, type Label } from './labels.ts';

type Labels = readonly (Label | null)[];

/**
 * Labels without those of which the text does not show that they are: "Q" without a mark needs another or a
 * conversation around it, "A" a question before it, "The Almanac:" questions of its own and a person who answers.
 * `always`: the text is known to be a transcript.
 */
export function withoutDoubtful(
  { text, paragraphs }: EngineText,
  labels: Labels,
  always: boolean,
): Labels {
  if (!labels.some((label) => label?.doubt)) return labels;
  const isBareAsked = always || asksBare(labels);
  const isNamed = labels.some(
    (label) => label && !label.doubt && label.rule === 'label' && label.key.includes(' '),
  );
  let before: Label | null = null;
  return labels.map((label, i) => {
    if (!label) return null;
    const isKept =
      label.doubt === 'bare'
        ? isBareAsked && (label.key === 'q' || before?.key === 'q')
        : label.doubt !== 'article' || isOfPaper(label.key);
    if (isKept) before = label;
    return isKept && paragraphs[i] ? label : null;
  });

  /** Whether a label stands more than once, and half of the paragraphs that it begins hold a question. */
  function isOfPaper(key: string): boolean {
    const own = paragraphs.filter((_, i) => labels[i]?.key === key);
    if (own.length < 2) return false;
    if (always) return true;
    if (!isNamed) return false;
    const asked = own.filter(({ start, end }) => text.slice(start, end).includes('?'));
    return 2 * asked.length >= own.length;
  }
}

/** Whether "Q" stands without a mark at the head of two paragraphs, or of one among labels that repeat. */
function asksBare(labels: Labels): boolean {
  const bare = labels.filter((label) => label?.doubt === 'bare' && label.key === 'q').length;
  if (bare !== 1) return bare > 1;
  const seen = new Set<string>();
  return labels.some((label) => {
    if (!label || label.doubt || label.key === DASH) return false;
    const isAgain = seen.has(label.key);
    seen.add(label.key);
    return isAgain;
  });
}
