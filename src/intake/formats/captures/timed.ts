import { textKind, type CaptureKind } from './kind.ts';

const ADVICE =
  'Save what is said as a `.txt` file, one paragraph a turn, with the speaker’s name and a colon before it.';
const TIME = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}[,.]\d{1,3}`;
const FROM_TO = new RegExp(`^[ \\t]*${TIME}[ \\t]*-->[ \\t]*${TIME}`, 'gm');

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
    'subtitles',
    'subtitles',
    (text) =>
      /^\[Script Info\]/.test(text) ||
      new RegExp(`^${TIME},${TIME}(?:\\r\\n|\\r|\\n)`).test(text) ||
      /^\{\d+\}\{\d+\}/.test(text),
    ADVICE,
  ),
];
