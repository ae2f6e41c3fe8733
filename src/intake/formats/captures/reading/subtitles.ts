/**
 * Subtitles: SRT and WebVTT. What is said becomes paragraphs, each under the time at which it begins, so that a
 * claim carries its time: `[00:12:31] Mara Obi: We will keep it.`
 */
import { Damaged, LIMITS, type Given, type Reading } from '../reader.ts';
import { named, taken, tidy } from './taken.ts';

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

/** The cues of a block between blank lines; another speaker begins another cue. */
function cuesIn(block: readonly string[]): Cue[] {
  const at = block.findIndex((line) => FROM_TO.test(line));
  const times = at < 0 || at > 1 ? null : FROM_TO.exec(block[at] ?? '');
  if (!times) return [];
  const [from, to] = [seconds(times.slice(1, 5)), seconds(times.slice(5, 9))];
  const cues: Cue[] = [];
  for (const line of block.slice(at + 1)) {
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

const stamp = (from: number): string =>
  [Math.floor(from / 3600), Math.floor(from / 60) % 60, Math.floor(from) % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

const ENDS = /[.!?…]["”’»)\]]*$/u;

/** Cues as paragraphs; words that roll on from one cue to the next stand once. */
function paragraphsOf(cues: readonly Cue[]): string[] {
  const paragraphs: { from: number; speaker: string | null; words: string }[] = [];
  let before: Cue | null = null;
  for (const cue of cues) {
    const last = paragraphs.at(-1);
    if (before && cue.words === before.words && cue.speaker === before.speaker) continue;
    const isNew =
      !last ||
      !before ||
      (cue.speaker !== null && (cue.speaker === '' || cue.speaker !== last.speaker)) ||
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
    .split(/\n[^\S\n]*\n\s*/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''));
  if (blocks.length > LIMITS.entries)
    throw new Damaged(`and holds more than ${LIMITS.entries} cues`, 'Part it into several.');
  const timed = blocks.filter((block) => block.slice(0, 2).some((line) => FROM_TO.test(line)));
  const cues = timed.flatMap(cuesIn);
  if (cues.length === 0)
    return { refused: 'and holds no words', remedy: 'Look whether it is the file that is meant.' };
  const others = blocks.filter(
    (block) => block.length > 0 && !timed.includes(block) && !/^WEBVTT/.test(block[0] ?? ''),
  ).length;
  return named(given, [
    taken(given, {
      text: `${paragraphsOf(cues).join('\n\n')}\n`,
      notes: [
        `${timed.length} cues, to ${stamp(cues.at(-1)?.to ?? 0)}.`,
        ...(others > 0 ? [`Left out: ${others} notes and styles between the cues.`] : []),
      ],
    }),
  ]);
}
