/**
 * Subtitles: SRT and WebVTT. What is said becomes paragraphs, each under the time at which it begins, so that a
 * claim carries its time: `[00:12:31] Mara Obi: We will keep it.`
 */
import { z } from 'zod';
import { secondsOf, TURN } from '../timed.ts';
import { Damaged, LIMITS, type Given, type Reading } from '../reader.ts';
import { parsedJson } from './json.ts';
import { counted, named, taken, tidy } from './taken.ts';

interface Cue {
  /** Seconds from the beginning. */
  from: number;
  to: number;
  /** Who speaks, where the cue names one. */
  speaker: string | null;
  words: string;
}

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})`;
const FROM_TO = new RegExp(String.raw`^[ \t]*${TIME}[ \t]*-->[ \t]*${TIME}`);

const seconds = (fields: readonly (string | undefined)[]): number => {
  const [hours = '0', minutes = '0', whole = '0', part = '0'] = fields;
  return (
    3600 * Number(hours) + 60 * Number(minutes) + Number(whole) + Number(part.padEnd(3, '0')) / 1000
  );
};

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

/** Words without the marks for how they are shown. */
const plain = (line: string): string =>
  tidy(
    line
      .replace(/\{\\[^}]{0,100}\}/g, '')
      .replace(/<\/?[\w.:]+(?:\s[^<>]{0,200})?>/g, '')
      .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => ENTITIES[name] ?? ''),
  );

const VOICE = /<v(?:\.[\w.-]*)?\s+([^<>]{1,100})>/;
/** `MARA OBI: `, `Mara Obi: ` at the head of a line. */
const LABEL = /^(\p{Lu}[\p{L}.’'-]*(?: [\p{Lu}(][\p{L}.’'()-]*){0,4}):\s+(?=\S)/u;

/** What a line says, and who speaks: empty where another one does whom it does not name, null where it is told nowhere. */
function saidIn(line: string): Pick<Cue, 'speaker' | 'words'> {
  const words = plain(line);
  const voice = VOICE.exec(line)?.[1]?.trim();
  const [label = '', name] = LABEL.exec(words) ?? [];
  // A dash or two angles say that another one speaks, and not who.
  const [turn = ''] = /^(?:>>+|[-–—])\s*/.exec(words) ?? [];
  return {
    speaker: voice ?? name ?? (turn === '' ? null : ''),
    words: words.slice(label.length || turn.length),
  };
}

/** What is shown at a time: the lines of a block. */
interface Shown {
  from: number;
  to: number;
  lines: readonly string[];
}

/** What a block between blank lines shows; null where it has no times. */
function shownIn(block: readonly string[]): Shown | null {
  const at = block.findIndex((line) => FROM_TO.test(line));
  const times = at < 0 || at > 1 ? null : FROM_TO.exec(block[at] ?? '');
  if (!times) return null;
  const [from, to] = [seconds(times.slice(1, 5)), seconds(times.slice(5, 9))];
  return { from, to, lines: block.slice(at + 1) };
}

/** Between two times that follow one another. */
const HARDLY = 0.1;

/** How many of the lines at the head of what is shown stood at the foot of what was shown just before: they roll on. */
function rolledOn({ from, lines }: Shown, before: Shown | null): number {
  if (!before || from - before.to > HARDLY) return 0;
  const [now, former] = [lines.map(plain), before.lines.map(plain)];
  for (let count = Math.min(now.length, former.length); count > 0; count--)
    if (former.slice(-count).join('\n') === now.slice(0, count).join('\n')) return count;
  return 0;
}

/** The cues of what is shown at a time, without lines that rolled on; another speaker begins another cue. */
function cuesOf(shown: Shown, before: Shown | null): Cue[] {
  const { from, to, lines } = shown;
  const cues: Cue[] = [];
  for (const line of lines.slice(rolledOn(shown, before))) {
    const { speaker, words } = saidIn(line);
    const last = cues.at(-1);
    if (words === '') continue;
    if (last && speaker === null)
      cues[cues.length - 1] = { ...last, words: `${last.words} ${words}` };
    else cues.push({ from, to, speaker, words });
  }
  return cues;
}

/** A silence of so many seconds begins a paragraph, and so does the end of a sentence after so many. */
const SILENCE = 2.5;
const LONGEST = 25;
/** Programs that set no full stops end no sentence; a paragraph of theirs goes on for as many seconds. */
const WITHOUT_END = 90;

const stamp = (from: number): string =>
  [Math.floor(from / 3600), Math.floor(from / 60) % 60, Math.floor(from) % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

const ENDS = /[.!?…]["”’»)\]]*$/u;

/** Cues as paragraphs. */
function paragraphsOf(cues: readonly Cue[]): string[] {
  const paragraphs: { from: number; speaker: string | null; words: string }[] = [];
  let before: Cue | null = null;
  for (const cue of cues) {
    const last = paragraphs.at(-1);
    const isNew =
      !last ||
      !before ||
      (cue.speaker !== null && (cue.speaker === '' || cue.speaker !== last.speaker)) ||
      cue.from - last.from > WITHOUT_END ||
      (ENDS.test(last.words) && (cue.from - before.to > SILENCE || cue.from - last.from > LONGEST));
    if (isNew) {
      const speaker: string | null = cue.speaker ?? last?.speaker ?? null;
      paragraphs.push({ from: cue.from, speaker, words: cue.words });
    } else paragraphs[paragraphs.length - 1] = { ...last, words: `${last.words} ${cue.words}` };
    before = cue;
  }
  return paragraphs.map(
    ({ from, speaker, words }) => `[${stamp(from)}] ${speaker ? `${speaker}: ` : ''}${words}`,
  );
}

/** SRT and WebVTT. */
export function readSubtitles(given: Given): Reading {
  if (given.text === null) throw new Damaged('and is no UTF-8', 'Save it as UTF-8.');
  const blocks = given.text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(BETWEEN)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''));
  if (blocks.length > LIMITS.entries)
    throw new Damaged(`and holds more than ${LIMITS.entries} cues`, 'Part it into several.');
  const timed = blocks.map(shownIn);
  const shown = timed.filter((one) => one !== null);
  const others = blocks.filter(
    (block, i) => block.length > 0 && !timed[i] && !/^WEBVTT/.test(block[0] ?? ''),
  ).length;
  return transcript(
    given,
    shown.flatMap((one, i) => cuesOf(one, shown[i - 1] ?? null)),
    `${shown.length} cues`,
    others > 0
      ? [`Left out: ${counted(others, 'note or style', 'notes and styles')} between the cues.`]
      : [],
  );
}

/** A blank line; one that holds blanks ends a cue only where another follows: players show it as a line. */
const BETWEEN = new RegExp(
  String.raw`\n\n\s*|\n[^\S\n]+\n\s*(?=(?:\d+[^\S\n]*\n)?[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}[ \t]*-->)`,
);

function transcript(
  given: Given,
  cues: readonly Cue[],
  many: string,
  notes: string[],
  above: readonly string[] = [],
): Reading {
  if (cues.length === 0)
    return { refused: 'and holds no words', remedy: 'Look whether it is the file that is meant.' };
  return named(given, [
    taken(given, {
      text: `${[...above, ...paragraphsOf(cues)].join('\n\n')}\n`,
      notes: [`${many}, to ${stamp(cues.at(-1)?.to ?? 0)}.`, ...notes],
    }),
  ]);
}

/** What programs that transcribe add at the foot. */
const MADE_BY = /^Transcribed by https?:\/\/\S+$/;

/** Transcripts whose times stand on lines of their own, above what is said: the lines over the first stay its head. */
export function readTurns(given: Given): Reading {
  const text = (given.text ?? '').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const all = text.split('\n').map((line) => line.trim());
  const lines = all.filter((line) => line !== '' && !MADE_BY.test(line));
  const opens = lines.findIndex((line) => TURN.test(line));
  const cues: Cue[] = [];
  for (const line of lines.slice(opens)) {
    const [, name, time] = TURN.exec(line) ?? [];
    const last = cues.at(-1);
    if (time !== undefined) {
      const from = secondsOf(time);
      if (last) last.to = from;
      cues.push({ from, to: from, speaker: name ?? null, words: '' });
    } else if (last) last.words = tidy(`${last.words} ${line}`);
  }
  const left = all.some((line) => MADE_BY.test(line)) ? ['Left out: who transcribed it.'] : [];
  return transcript(given, cues, counted(cues.length, 'turn'), left, lines.slice(0, opens));
}

const Segments = z.looseObject({
  segments: z.array(
    z.looseObject({
      start: z.number(),
      end: z.number(),
      text: z.string(),
      speaker: z.string().nullish(),
    }),
  ),
});

/** What programs that transcribe recordings write: pieces of speech with their beginning and end in seconds. */
export function readSegments(given: Given): Reading {
  const parsed = Segments.safeParse(parsedJson(given.text ?? ''));
  if (!parsed.success) throw new Damaged('and its pieces are not as expected');
  const { segments } = parsed.data;
  const cues = segments
    .map(({ start, end, text, speaker }) => ({
      ...{ from: start, to: end, words: tidy(text) },
      speaker: speaker ?? null,
    }))
    .filter(({ words }) => words !== '');
  return transcript(given, cues, counted(segments.length, 'piece'), []);
}
