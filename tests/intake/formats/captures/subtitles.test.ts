/** Subtitles as paragraphs under their times. */
import { expect, test } from 'vitest';
import { refusalOf, takenFrom } from '../../../support/captures.ts';

const textOf = async (name: string, content: string) =>
  (await takenFrom(name, content)).texts[0]?.text;
const cue = (number: number, from: string, to: string, words: string) =>
  `${number}\r\n${from} --> ${to}\r\n${words}\r\n\r\n`;

test('cues of one sentence are one paragraph; a silence or another speaker begins one', async () => {
  expect(
    await textOf(
      'talk.srt',
      cue(1, '00:00:01,000', '00:00:03,000', '<i>MARA OBI:</i> We will keep') +
        cue(2, '00:00:03,100', '00:00:05,000', 'the night ferry.') +
        cue(3, '00:00:05,200', '00:00:06,000', 'It sails at ten.') +
        cue(4, '00:00:09,000', '00:00:10,000', '{\\an8}And in winter &amp; spring.') +
        cue(5, '00:01:09,000', '00:01:10,000', '- Why?\r\n- Because it does.'),
    ),
  ).toBe(
    '[00:00:01] MARA OBI: We will keep the night ferry. It sails at ten.\n\n[00:00:09] MARA OBI: And in winter & spring.\n\n[00:01:09] Why?\n\n[00:01:09] Because it does.\n',
  );
});

test('WebVTT: voices, notes, styles, names of cues, times without hours', async () => {
  const { texts } = await takenFrom(
    'talk.vtt',
    'WEBVTT - a talk\n\nSTYLE\n::cue { color: red }\n\nNOTE by hand\n\nintro\n00:01.000 --> 00:04.000 align:start\n<v.loud Mara Obi>We <b>keep</b> it.\n\n00:05.000 --> 00:06.000\nWe keep it.\n\n00:07.000 --> 00:08.000\n<v Bo Berg>All of it?\n',
  );
  expect(texts[0]?.text).toBe(
    '[00:00:01] Mara Obi: We keep it. We keep it.\n\n[00:00:07] Bo Berg: All of it?\n',
  );
  expect(texts[0]?.notes).toEqual([
    '3 cues, to 00:00:08.',
    'Left out: 2 notes and styles between the cues.',
  ]);
});

test('words that a player shows twice stand once; without words it is refused', async () => {
  const words = cue(1, '00:00:01,000', '00:00:03,000', 'We keep it.');
  expect(await textOf('a.srt', words + words)).toBe('[00:00:01] We keep it.\n');
  expect(await refusalOf('a.srt', cue(1, '00:00:01,000', '00:00:03,000', '<i></i>'))).toBe(
    'and holds no words',
  );
});
