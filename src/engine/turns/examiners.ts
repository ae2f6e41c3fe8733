/** Lines of a court's transcript that say who puts the questions from there on: "BY MR. DOYLE:". */
import type { Span } from '../../model/records.ts';
import type { ConversationReader } from '../pack.ts';
import type { EngineText } from '../types.ts';
import type { Label } from './labels.ts';

type Labels = readonly (Label | null)[];

/** Characters of the longest such line. */
const LONGEST = 60;

/** The name in a line that says who asks from there on; null where it is none. */
export function examinerIn(text: string, { start, end }: Span, language: ConversationReader) {
  if (end - start > LONGEST) return null;
  return nameAt(text, start, end, language);
}

function nameAt(text: string, start: number, end: number, language: ConversationReader) {
  const name = language.examiner(text.slice(start, Math.min(end, start + LONGEST)));
  return name && { start: start + name.start, end: start + name.end };
}

/** Labels of questions with the name of who puts them, where a line above or the head of the question says so. */
export function withExaminers(
  { text, paragraphs }: EngineText,
  labels: Labels,
  language: ConversationReader,
): Labels {
  let by: Span | null = null;
  return labels.map((label, i) => {
    const p = paragraphs[i];
    if (!p) return label;
    const line = examinerIn(text, p, language);
    if (line) {
      by = line;
      return null;
    }
    if (label?.key !== 'q') return label;
    by = nameAt(text, label.body, p.end, language) ?? by;
    return by ? { ...label, by } : label;
  });
}
