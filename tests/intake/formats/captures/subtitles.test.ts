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

test('lines that roll on stand once, and a line of blanks ends no cue', async () => {
  const { texts } = await takenFrom(
    'live.vtt',
    [
      'WEBVTT\nKind: captions\n',
      '00:00.000 --> 00:02.000 align:start\n \nthe pier<00:00.500><c> is</c><00:01.000><c> shut</c>\n',
      '00:02.000 --> 00:02.010\nthe pier is shut\n \n',
      '00:02.010 --> 00:04.000\nthe pier is shut\nand<00:03.000><c> so is the kiosk</c>\n',
      '00:04.000 --> 00:04.010\nand so is the kiosk\n \n',
      '00:09.000 --> 00:10.000\nand so is the kiosk\n',
    ].join('\n'),
  );
  expect(texts[0]?.text).toBe(
    '[00:00:00] the pier is shut and so is the kiosk and so is the kiosk\n',
  );
  expect(texts[0]?.notes).toEqual(['5 cues, to 00:00:10.']);
});

test('pieces that a program wrote down, with who speaks where it says so', async () => {
  const segments = [
    { start: 0, end: 2.5, text: ' The pier is shut.', speaker: 'SPEAKER_00' },
    { start: 2.5, end: 4, text: ' Since when?', speaker: 'SPEAKER_01' },
  ];
  const { texts } = await takenFrom('talk.json', JSON.stringify({ text: '', segments }));
  expect(texts[0]?.text).toBe(
    '[00:00:00] SPEAKER_00: The pier is shut.\n\n[00:00:02] SPEAKER_01: Since when?\n',
  );
  expect(texts[0]?.notes).toEqual(['2 pieces, to 00:00:04.']);
  expect(
    await refusalOf('a.json', JSON.stringify({ segments: [{ start: '0', end: 1, text: 'No' }] })),
  ).toBe('and its pieces are not as expected');
});

test('times on lines of their own, above what is said', async () => {
  const { texts } = await takenFrom(
    'hearing.txt',
    'Hearing on the pier\n3 May 2021\n\nMara Obi  0:00  \nThe pier is shut.\nIt stays shut.\n\nBo Berg  0:12\nSince when?\n\nMara Obi  1:02:05\nSince the storm.\n\nTranscribed by https://a.example\n',
  );
  expect(texts[0]?.text).toBe(
    'Hearing on the pier\n\n3 May 2021\n\n[00:00:00] Mara Obi: The pier is shut. It stays shut.\n\n[00:00:12] Bo Berg: Since when?\n\n[01:02:05] Mara Obi: Since the storm.\n',
  );
  expect(texts[0]?.notes).toEqual(['3 turns, to 01:02:05.', 'Left out: who transcribed it.']);
});

test('lines without full stops are parted where they go on for long', async () => {
  expect(
    await textOf('a.txt', '0:00\nthe pier is shut\n0:40\nand so is the kiosk\n2:10\nwe will see\n'),
  ).toBe('[00:00:00] the pier is shut and so is the kiosk\n\n[00:02:10] we will see\n');
});
