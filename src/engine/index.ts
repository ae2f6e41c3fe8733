/** Finds who said what in a text: claims with their parts, speakers and reasons. Pure and deterministic. */
import { assemble } from './assemble.ts';
import { inRunningCase } from './capitals.ts';
import { scanParagraphs, type MarkScan } from './marks.ts';
import { withUnmarked } from './marks/unmarked.ts';
import { finish } from './finish.ts';
import type { LanguagePack } from './pack.ts';
import type { Known } from './resolve/index.ts';
import type { Tagger } from './tagger/index.ts';
import { findTurns } from './turns.ts';
import type { Doubt, EngineText, Found } from './types.ts';
import { withWordsAlone } from './wordless.ts';

export type { EngineParagraph, EngineText, Found } from './types.ts';
export type { LanguagePack } from './pack.ts';

export interface FindOptions {
  /** The language of the text. */
  pack: LanguagePack;
  /** The sequence model: that of the pack unless another is given; rules alone decide with null. */
  model?: Tagger | null;
  /** Whether claims that only the model found say what spoke for them, which costs time; they do unless told not to. */
  explain?: boolean;
  /** Speakers known beforehand, with other spellings of their names. */
  known?: readonly Known[];
}

/** Finds the claims of one text. Offsets are UTF-16 code units of `printed.text`. */
export function findClaims(printed: EngineText, options: FindOptions): Found {
  const { pack, explain = true, known = [] } = options;
  const input = inRunningCase(withWordsAlone(printed), pack);
  const tagger = options.model === undefined ? pack.tagger() : options.model;
  const turns = findTurns(input, pack.conversations);
  const marked = scanParagraphs(input.text, input.paragraphs, pack.marks);
  // whoever talks in an interview needs no marks
  const scans =
    turns.length > 0 ? marked : withUnmarked(input.text, input.paragraphs, marked, pack.marks);
  const assembled = assemble({ pack, input, scans, turns, tagger, explain });
  return finish({
    pack,
    input,
    turns,
    known,
    tagger,
    drafts: assembled.drafts,
    doubts: [...doubtOfLost(scans, marked), ...assembled.doubts],
  });
}

/** That a text lost its marks is told at the first quotation that was read without them. */
function doubtOfLost(scans: readonly MarkScan[], marked: readonly MarkScan[]): Doubt[] {
  if (scans === marked) return [];
  const known = new Set(marked.flatMap(({ stretches }) => stretches));
  const lost = scans.flatMap(({ stretches }) => stretches.filter((one) => !known.has(one)));
  return lost.slice(0, 1).map(({ inner: { start, end } }) => ({
    kind: 'marks-lost',
    start,
    end,
    detail: '',
  }));
}
