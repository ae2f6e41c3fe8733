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
