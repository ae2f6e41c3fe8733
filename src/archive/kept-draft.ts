/**
 * The draft of an article as plain data, which can be written down and handed from one thread to
 * another, and the way back: the records made from it are the same as those made from the draft itself.
 */
import type { VFile } from 'vfile';
import type { Card } from '../intake/cards/read.ts';
import type { ArticleCard } from '../intake/cards/schema.ts';
import { complain, type Place, type Problem } from '../model/messages.ts';
import type { Span } from '../model/records.ts';
import { countBefore } from '../text/bisect.ts';
import { at } from '../text/certain.ts';
import { decoded } from '../text/decoding.ts';
import type { ArticleDraft } from './article.ts';

type Same = 'id' | 'meta' | 'language' | 'identities' | 'published' | 'claims' | 'heard';
type RawFacts = Pick<ArticleDraft['raw'], 'text' | 'sha256' | 'bytes' | 'undone'> & {
  format: Pick<ArticleDraft['raw']['format'], 'name'>;
};

/** What is asked of a draft once it is made. */
export interface ReadDraft extends Pick<ArticleDraft, Same> {
  file: VFile;
  card: Card<ArticleCard> | null;
  raw: RawFacts;
  clean: Pick<ArticleDraft['clean'], 'text' | 'toReading'>;
  found: Pick<ArticleDraft['found'], 'turns' | 'entities'>;
  paragraphs: readonly Span[];
}

/** What was said of a source and its card while the draft was made. */
interface KeptMessage extends Problem {
  on: 'source' | 'card';
  place: Place;
}

/** A draft as plain data; without what the source and its card hold themselves. */
interface DraftData extends Pick<ArticleDraft, Same> {
  raw: Omit<RawFacts, 'text'>;
  text: string;
  /** Runs of characters that stand one after the other in the source too: the first one's place in either text. */
  runs: number[];
  found: ReadDraft['found'];
  paragraphs: readonly Span[];
}

/** The outcome of drafting: null where the source can be no article. */
export interface KeptDraft {
  draft: DraftData | null;
  messages: KeptMessage[];
}

/** The files on which drafting an article reports. */
interface Reported {
  file: VFile;
  card: Card<ArticleCard> | null;
}

/** Notes how much is said on the files already; what comes back gives all that is said from here on. */
export function listen({ file, card }: Reported): () => KeptMessage[] {
  const files = [
    { on: 'source' as const, file, from: file.messages.length },
    ...(card ? [{ on: 'card' as const, file: card.file, from: card.file.messages.length }] : []),
  ];
  return () =>
    files.flatMap(({ on, file: one, from }) =>
      one.messages.slice(from).map((message): KeptMessage => ({
        on,
        place: message.place ?? null,
        rule: message.ruleId ?? '',
        level: message.fatal ? 'error' : 'warning',
        reason: message.reason,
        note: message.note ?? '',
      })),
    );
}

/** The draft as plain data; `messages` are those that were said while it was made. */
export function keptDraft(draft: ArticleDraft | null, messages: KeptMessage[]): KeptDraft {
  if (!draft) return { draft: null, messages };
  const { id, meta, language, identities, published, claims, heard, raw, clean, found } = draft;
  const { sha256, bytes, undone, format } = raw;
  const kept: DraftData = {
    id,
    meta,
    language,
    identities,
    published,
    claims,
    heard,
    raw: { sha256, bytes, undone, format: { name: format.name } },
    text: clean.text,
    runs: runsOf(clean.begins),
    found: { turns: found.turns, entities: found.entities },
    paragraphs: draft.paragraphs.map(({ start, end }) => ({ start, end })),
  };
  return { draft: kept, messages };
}

/** Says everything again on the files of an article that was said when its draft was made. */
export function sayAgain({ messages }: KeptDraft, { file, card }: Reported): void {
  for (const { on, place, ...problem } of messages) {
    const said = on === 'card' ? card?.file : file;
    if (said) complain(said, place, problem);
  }
}

/** The draft of plain data, with the source and the card that it was made from. */
export function draftFrom({ draft }: KeptDraft, { file, card }: Reported): ReadDraft | null {
  if (!draft) return null;
  const { raw, text, runs, ...same } = draft;
  const source = file.value instanceof Uint8Array ? decoded(file.value) : null;
  if (source === null) throw new Error(`Expected the text of ${file.path}`);
  return {
    ...same,
    file,
    card,
    raw: { ...raw, text: source },
    clean: { text, toReading: readingBy(runs, text.length) },
  };
}

function runsOf(begins: Int32Array): number[] {
  const runs: number[] = [];
  let next = -1;
  for (const [i, begin] of begins.entries()) {
    if (begin !== next) runs.push(i, begin);
    next = begin + 1;
  }
  return runs;
}

/** As `CleanText.toReading` of the text whose characters stand in such runs. */
function readingBy(runs: readonly number[], length: number): ReadDraft['clean']['toReading'] {
  const count = runs.length / 2;
  const reading = (run: number) => (run < count ? at(runs, 2 * run) : length);
  const source = (run: number) => at(runs, 2 * run + 1);
  /** The first character that begins in the source at `least` or after it. */
  const firstFrom = (least: number): number => {
    const run = countBefore(count, (k) => source(k) + reading(k + 1) - reading(k) <= least);
    return run === count ? length : reading(run) + Math.max(0, least - source(run));
  };
  return ({ start, end }) => {
    const [from, to] = [firstFrom(start), firstFrom(end)];
    return from < to ? { start: from, end: to } : null;
  };
}
