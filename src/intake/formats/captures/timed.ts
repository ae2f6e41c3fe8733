import { textKind, type CaptureKind } from './kind.ts';

const ADVICE =
  'Save what is said as a `.txt` file, one paragraph a turn, with the speaker’s name and a colon before it.';
const TIME = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}[,.]\d{1,3}`;
const FROM_TO = new RegExp(`^[ \\t]*${TIME}[ \\t]*-->[ \\t]*${TIME}`, 'gm');

const LYRICS_TAG =
  /^(?:\[(?:ti|ar|al|au|lr|by|length|offset|re|tool|ve|#):[^\]\r\n]{0,200}\][ \t]*[\r\n]+\s*){1,20}\[/i;
const SUNG = /^(?:\[\d{1,3}:\d\d\.\d{2,3}\])+(?![^:\r\n]{0,40}:\s)/;

/** Each line behind its time with hundredths, as players of songs want it; a turn of a transcript names who speaks. */
function isLyrics(text: string): boolean {
  if (LYRICS_TAG.test(text)) return true;
  const lines = text
    .slice(0, 4000)
    .split(/[\r\n]+/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => SUNG.test(line));
}

/** Pieces of speech, each with its beginning, its end and its words. */
function isOfSegments(text: string): boolean {
  const first = /"segments"\s*:\s*\[\s*\{([^{}]{0,20000})/.exec(text)?.[1] ?? '';
  return ['start', 'end', 'text'].every((key) => new RegExp(`"${key}"\\s*:`).test(first));
}

/** A line of its own that says when the words below it were said, and by whom: `Mara Obi  0:12`, `0:12`, `Mara Obi (00:12):`. */
export const TURN =
  /^(?:(\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:[\p{Lu}(][\p{L}\p{M}.'’()-]*|\d{1,2}))?(?: [\p{Lu}(][\p{L}\p{M}.'’()-]*){0,3})[ \t]+)?[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})[\])]?:?[ \t]*$/u;
/** Seconds of `1:02:03`. */
export const secondsOf = (time: string): number =>
  time.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);

const FEWEST_TURNS = 3;
const FEWEST_NAMED = 2;
/** Lines above the first turn, and the seconds before which it begins: a plan of a day begins later. */
const MOST_ABOVE = 8;
const LATEST = 120;

/** Lines that say when stand over the others, two never together, and their times go up from the beginning. */
function isOfTurns(text: string): boolean {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const found = lines.flatMap((line, i) => {
    const [, name, time] = TURN.exec(line) ?? [];
    return time === undefined ? [] : [{ i, name, at: secondsOf(time) }];
  });
  const [begin] = found;
  return (
    begin !== undefined &&
    found.length >= (found.every(({ name }) => name) ? FEWEST_NAMED : FEWEST_TURNS) &&
    begin.i <= MOST_ABOVE &&
    begin.at <= LATEST &&
    found.every(({ i, at }, k) => {
      const next = found[k + 1];
      return next ? next.i > i + 1 && next.at >= at : i < lines.length - 1;
    })
  );
}

export const timedKinds: readonly CaptureKind[] = [
  textKind('vtt', 'subtitles (WebVTT)', (text) => /^WEBVTT(?:[ \t\r\n]|$)/.test(text), ADVICE),
  textKind(
    'srt',
    'subtitles (SRT)',
    (text) => {
      const [time] = text.slice(0, 400).match(FROM_TO) ?? [];
      if (!time) return false;
      return /^(?:\d+[ \t]*(?:\r\n|\r|\n))?[ \t]*$/.test(text.slice(0, text.indexOf(time)));
    },
    ADVICE,
  ),
  textKind(
    'segments',
    'a transcript by a program (JSON)',
    (text) => text.startsWith('{') && isOfSegments(text),
    ADVICE,
  ),
  {
    ...textKind('turns', 'a transcript with its times on lines of their own', isOfTurns, ADVICE),
    isSource: true,
  },
  textKind(
    'subtitles',
    'subtitles',
    (text) =>
      /^\{\s*"wireMagic"\s*:/.test(text) ||
      isLyrics(text) ||
      /^\[Script Info\]/.test(text) ||
      new RegExp(`^${TIME},${TIME}(?:\\r\\n|\\r|\\n)`).test(text) ||
      /^\{\d+\}\{\d+\}/.test(text),
    ADVICE,
  ),
];
