/** Keys while something is chosen in the text: the bounds of a claim, where it is cut, or words for a new one. */
import type { ArticleRecord } from '../../../model/records.ts';
import { hull, spanOf } from '../../../text/spans.ts';
import type { Desk } from '../desk.ts';
import type { KeyRow } from '../keys.ts';
import type { Handle } from '../parts/article-text.ts';
import { whyGiven } from '../parts/why-field.ts';
import { say } from '../spoken.ts';
import {
  cutAtBlocks,
  cutsWithin,
  drawn,
  stepsOf,
  stretched,
  wordAt,
  wordFrom,
  type Steps,
} from '../steps.ts';
import type { Mode, ModeOf } from '../store.ts';
import type { Span } from '../../../text/span.ts';

let known: { text: string; steps: Steps } | null = null;
/** The words of an article; kept for the one that is open. */
export function stepsFor({ text, language }: Pick<ArticleRecord, 'text' | 'language'>): Steps {
  if (known?.text !== text) known = { text, steps: stepsOf(text, language) };
  return known.steps;
}

const wordsOf = (record: ArticleRecord, parts: readonly Span[]) =>
  parts.map(({ start, end }) => record.text.slice(start, end)).join(' … ');

/** What the mode is, for those who hear the page. */
export function modeWords(mode: Mode): string {
  switch (mode.kind) {
    case 'bounds':
      return 'Bounds of the claim. Brackets or arrows move the start, with Shift the end. Enter saves, Escape leaves.';
    case 'split':
      return 'Where the claim is cut. Arrows move the cut, Space keeps it for another, Enter splits, Escape leaves.';
    case 'add':
      return 'Words for a new claim. Arrows move, Shift and arrows choose, a adds, Escape leaves.';
    case 'new':
      return 'Words of the new claim';
  }
}

/** How far a part may reach: to the parts beside it, and over no border of its paragraph. */
function limits(record: ArticleRecord, parts: readonly Span[], part: number): Span {
  const here = parts[part] ?? spanOf(0, 1);
  const block = record.blocks.find(({ start, end }) => start <= here.start && here.end <= end);
  return spanOf(
    Math.max(block?.start ?? 0, parts[part - 1]?.end ?? 0),
    Math.min(block?.end ?? record.text.length, parts[part + 1]?.start ?? record.text.length),
  );
}

const withPart = (mode: ModeOf<'bounds'>, part: number, span: Span): ModeOf<'bounds'> => ({
  ...mode,
  part,
  parts: mode.parts.map((one, i) => (i === part ? span : one)),
});

function boundsKeys(desk: Desk, record: ArticleRecord, mode: ModeOf<'bounds'>): KeyRow[] {
  const steps = stepsFor(record);
  const move = (edge: 'start' | 'end', by: number) => () => {
    // An edge at the outside is that of the first or last part, unless one went to another.
    const part = mode.part;
    const here = mode.parts[part];
    if (!here) return;
    const next = stretched(steps, here, { edge, by }, limits(record, mode.parts, part));
    desk.store.set({ mode: withPart(mode, part, next) });
    const word = wordAt(steps, edge === 'start' ? next.start : next.end - 1);
    say(`${edge} at ${word ? record.text.slice(word.start, word.end) : ''}`);
  };
  const several = mode.parts.length > 1;
  return [
    { keys: ['[', 'ArrowLeft'], words: 'start one word back', run: move('start', -1) },
    { keys: [']', 'ArrowRight'], words: 'start one word on', run: move('start', 1) },
    { keys: ['{', 'shift+ArrowLeft'], words: 'end one word back', run: move('end', -1) },
    { keys: ['}', 'shift+ArrowRight'], words: 'end one word on', run: move('end', 1) },
    ...(several
      ? [
          {
            keys: ['n'],
            words: 'the next part of an interrupted claim',
            run: () =>
              desk.store.set({ mode: { ...mode, part: (mode.part + 1) % mode.parts.length } }),
          },
          {
            keys: ['Delete', 'Backspace'],
            words: 'leave this part out',
            run: () =>
              desk.store.set({
                mode: { ...mode, parts: mode.parts.filter((_, i) => i !== mode.part), part: 0 },
              }),
          },
        ]
      : []),
    { keys: ['Enter'], words: 'save', run: () => saveBounds(desk, record, mode) },
  ];
}

export function saveBounds(desk: Desk, record: ArticleRecord, mode: ModeOf<'bounds'>): void {
  void desk
    .act(
      { act: 'set-bounds', claim: mode.claim, parts: [...mode.parts], why: whyGiven() },
      `Bounds: ${wordsOf(record, mode.parts)}`,
    )
    .then((isSaved) => {
      if (isSaved) desk.backToQueue();
    });
}

export function splitOf(record: ArticleRecord, claim: string): ModeOf<'split'> | null {
  const parts = record.claims.find(({ id }) => id === claim)?.parts.map(({ reading }) => reading);
  const cuts = parts ? cutsWithin(stepsFor(record), parts) : [];
  const middle = cuts[Math.floor(cuts.length / 2)];
  return middle === undefined ? null : { kind: 'split', claim, cuts: [], at: middle };
}

function splitKeys(desk: Desk, record: ArticleRecord, mode: ModeOf<'split'>): KeyRow[] {
  const parts = record.claims.find(({ id }) => id === mode.claim)?.parts ?? [];
  const steps = stepsFor(record);
  const cuts = cutsWithin(
    steps,
    parts.map(({ reading }) => reading),
  );
  const move = (by: number) => () => {
    const place = Math.min(Math.max(cuts.indexOf(mode.at) + by, 0), cuts.length - 1);
    const at = cuts[place] ?? mode.at;
    desk.store.set({ mode: { ...mode, at } });
    const word = wordAt(steps, at);
    say(`before ${word ? record.text.slice(word.start, word.end) : ''}`);
  };
  const all = () => [...new Set([...mode.cuts, mode.at])].sort((a, b) => a - b);
  return [
    { keys: ['ArrowLeft', '['], words: 'cut one word earlier', run: move(-1) },
    { keys: ['ArrowRight', ']'], words: 'cut one word later', run: move(1) },
    {
      keys: [' '],
      words: 'cut here and elsewhere too',
      run: () => desk.store.set({ mode: { ...mode, cuts: all() } }),
    },
    {
      keys: ['Enter'],
      words: 'split',
      run: () =>
        void desk.act(
          { act: 'split', claim: mode.claim, at: all(), why: whyGiven() },
          `Split the claim into ${all().length + 1}.`,
        ),
    },
  ];
}

/** Begins where one stands: at the first word of the open claim, else at the first of the text. */
export function addOf(record: ArticleRecord, claim: string | null): ModeOf<'add'> | null {
  const from = record.claims.find(({ id }) => id === claim)?.parts[0]?.reading.start ?? 0;
  const word = wordAt(stepsFor(record), from);
  return word ? { kind: 'add', anchor: word, head: word } : null;
}

const chosenIn = ({ anchor, head }: ModeOf<'add'>): Span => hull([anchor, head]);

function addKeys(desk: Desk, record: ArticleRecord, mode: ModeOf<'add'>): KeyRow[] {
  const steps = stepsFor(record);
  const go = (head: Span, isExtending: boolean) => {
    desk.store.set({ mode: { kind: 'add', anchor: isExtending ? mode.anchor : head, head } });
    const { start, end } = isExtending ? hull([mode.anchor, head]) : head;
    const words = record.text.slice(start, end);
    say(
      isExtending
        ? `${words.split(/\s+/).length} words, to ${record.text.slice(head.start, head.end)}`
        : words,
    );
  };
  const byWord = (by: number, isExtending: boolean) => () =>
    go(wordFrom(steps, mode.head, by), isExtending);
  const byBlock = (by: number, isExtending: boolean) => () => {
    const here = record.blocks.findIndex(({ end }) => end > mode.head.start);
    const block = record.blocks[here + by];
    if (!block) return;
    const at = by > 0 || !isExtending ? block.start : block.end - 1;
    const word = wordAt(steps, at);
    if (word) go(word, isExtending);
  };
  const bySentence = (by: number, isExtending: boolean) => () => {
    // To the next mark that ends a sentence: quick enough through a long paragraph.
    let word = mode.head;
    for (let i = 0; i < 200; i++) {
      const next = wordFrom(steps, word, by);
      if (next.start === word.start) break;
      word = next;
      if (/[.!?…:;]/.test(record.text.slice(word.start, word.end))) break;
    }
    go(word, isExtending);
  };
  const take = () =>
    desk.store.set({
      mode: { kind: 'new', parts: cutAtBlocks(record.text, record.blocks, chosenIn(mode)) },
    });
  return [
    { keys: ['ArrowRight', 'l'], words: 'next word', run: byWord(1, false) },
    { keys: ['ArrowLeft', 'h'], words: 'word before', run: byWord(-1, false) },
    { keys: ['shift+ArrowRight', 'L'], words: 'one word more', run: byWord(1, true) },
    { keys: ['shift+ArrowLeft', 'H'], words: 'one word less', run: byWord(-1, true) },
    { keys: ['ctrl+arrowright'], words: 'end of the sentence', run: bySentence(1, false) },
    { keys: ['ctrl+arrowleft'], words: 'sentence before', run: bySentence(-1, false) },
    { keys: ['ctrl+shift+arrowright'], words: 'as far as there', run: bySentence(1, true) },
    { keys: ['ctrl+shift+arrowleft'], words: 'back as far', run: bySentence(-1, true) },
    { keys: ['ArrowDown', 'j'], words: 'next paragraph', run: byBlock(1, false) },
    { keys: ['ArrowUp', 'k'], words: 'paragraph before', run: byBlock(-1, false) },
    { keys: ['shift+ArrowDown'], words: 'as far as the next paragraph', run: byBlock(1, true) },
    { keys: ['shift+ArrowUp'], words: 'back to the paragraph before', run: byBlock(-1, true) },
    { keys: ['a', 'Enter'], words: 'add the chosen words as a claim', run: take },
  ];
}

/** The keys of a mode; Escape always leaves it. */
export function modeKeys(desk: Desk, record: ArticleRecord, mode: Mode): KeyRow[] {
  const leave: KeyRow = { keys: ['Escape'], words: 'leave', run: () => desk.closeEditor() };
  switch (mode.kind) {
    case 'bounds':
      return [...boundsKeys(desk, record, mode), leave];
    case 'split':
      return [...splitKeys(desk, record, mode), leave];
    case 'add':
      return [...addKeys(desk, record, mode), leave];
    case 'new':
      return [leave];
  }
}

/** What of the text is drawn as chosen in a mode. */
export function chosenOf(mode: Mode | null): readonly Span[] {
  switch (mode?.kind) {
    case 'bounds':
    case 'new':
      return mode.parts;
    case 'add':
      return [chosenIn(mode)];
    default:
      return [];
  }
}

/** Edges that can be drawn. */
export function handlesOf(desk: Desk, record: ArticleRecord, mode: Mode | null): Handle[] {
  if (mode?.kind !== 'bounds') return [];
  const steps = stepsFor(record);
  return mode.parts.flatMap((span, part) =>
    (['start', 'end'] as const).map((edge) => ({
      edge,
      at: span[edge],
      label: `${edge === 'start' ? 'Start' : 'End'} of the claim`,
      draw: (to: number) =>
        desk.store.set({
          mode: withPart(
            mode,
            part,
            drawn(steps, span, { edge, to }, limits(record, mode.parts, part)),
          ),
        }),
    })),
  );
}
