/** What each kind of capture noise costs in finding claims: the same texts clean and noisy, judged on the clean ones. */
import { extractQuotes } from '../../archive/extract.ts';
import { codePoints } from '../../text/offsets.ts';
import type { GoldDocument, Mention, Quote } from '../../training/gold.ts';
import { score, type Score } from '../../training/score.ts';
import { heading, one, pad } from '../print.ts';
import { KINDS } from './kinds.ts';
import { chances, noisyOf, type Noise, type Noisy } from './text.ts';

/** So many texts are read for each kind, spread over all there are. */
const TEXTS = 60;

const clean: Noise = (text) => text;

/** Claims found in a noisy text, their places led back into the clean one. */
function found(document: GoldDocument, noisy: Noisy): Quote[] {
  const points = codePoints(noisy.text);
  const back = (span: { start: number; end: number }) => {
    const start = noisy.starts[points.utf16(span.start)] ?? 0;
    const end = Math.max(start + 1, noisy.ends[points.utf16(span.end) - 1] ?? 0);
    return { start, end, text: document.text.slice(start, end) };
  };
  const place = (mention: { start: number; end: number } | null): Mention | null =>
    mention && back(mention);
  return extractQuotes(noisy.text).quotes.map((quote) => ({
    ...back(quote),
    type: quote.type,
    speaker: place(quote.speaker),
    cue: place(quote.cue),
  }));
}

function figures(documents: readonly GoldDocument[], noise: Noise): Score {
  const predictions = new Map(
    documents.map((document, i) => [
      document.id,
      found(document, noise(noisyOf(document.text), chances(i + 1))),
    ]),
  );
  return score(documents, predictions, { speech: true });
}

/** Prints overlap and joint of every kind of noise beside those of the clean texts. `only` names some kinds. */
export function measureNoise(all: readonly GoldDocument[], only: readonly string[] = []): void {
  const step = Math.max(1, Math.floor(all.length / TEXTS));
  const documents = all.filter((_, i) => i % step === 0).slice(0, TEXTS);
  heading(`What noise costs (${documents.length} texts; overlap and joint F1 in per cent)`);
  const row = (name: string, cells: (number | string)[]) =>
    console.log(
      `${name.padEnd(40)}${cells.map((cell) => pad(typeof cell === 'number' ? one(cell) : cell, 10)).join('')}`,
    );
  row('', ['overlap', 'loss', 'joint', 'loss']);
  const best = figures(documents, clean);
  row('clean', [best.overlap.F1, '', best.joint.F1, '']);
  for (const [name, noise] of KINDS) {
    if (only.length > 0 && !only.some((part) => name.includes(part))) continue;
    const { overlap, joint } = figures(documents, noise);
    row(name, [overlap.F1, best.overlap.F1 - overlap.F1, joint.F1, best.joint.F1 - joint.F1]);
  }
}
