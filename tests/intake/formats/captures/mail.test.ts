/** Articles in mails: who sent them and when, without what they quote of other mails. */
import { describe, expect, test } from 'vitest';
import { column, pdfOf, refusalOf, takenFrom } from '../../../support/captures.ts';

const HEAD = [
  'From: =?UTF-8?Q?Harbour_Post?= <news@harbour.example>',
  'To: ann@a.example',
  'Subject: Re: The night ferry =?UTF-8?Q?stays_=E2=80=93?= for now',
  'Date: Mon, 3 May 2021 23:15:00 -0500',
  'MIME-Version: 1.0',
];
const mail = (type: string, body: string, head = HEAD) =>
  [...head, `Content-Type: ${type}`, '', body].join('\r\n');

describe('a mail', () => {
  test('its subject, sender and day are facts; the sender may be an outlet', async () => {
    const { texts } = await takenFrom(
      'ferry.eml',
      mail('text/plain; charset=utf-8', '“We will keep it,” said Mara Obi.'),
    );
    expect(texts[0]?.text).toBe(
      'The night ferry stays – for now\n\n“We will keep it,” said Mara Obi.\n',
    );
    expect(texts[0]?.facts).toEqual({
      title: { value: 'The night ferry stays – for now', by: 'the subject of the mail' },
      authors: { value: ['Harbour Post'], by: 'the sender of the mail', isDoubtful: true },
      outlet: { value: 'Harbour Post', by: 'the sender of the mail', isDoubtful: true },
      published: { value: '2021-05-03', by: 'the date of the mail' },
    });
  });

  test('what it quotes of the mail that it answers is left out, at its end and in between', async () => {
    const { texts } = await takenFrom(
      'ferry.eml',
      mail(
        'text/plain',
        'It stays.\r\n\r\nOn Mon, 3 May 2021 at 10:00, Bo Berg <bo@b.example> wrote:\r\n> “It goes,” said Ida.\r\n> > Does it?\r\n\r\nSo I heard.\r\n\r\n-----Original Message-----\r\nIt never sails.\r\n',
      ),
    );
    expect(texts[0]?.text).toBe('The night ferry stays – for now\n\nIt stays.\n\nSo I heard.\n');
    expect(texts[0]?.notes).toEqual(['Left out: 6 lines quoted of the mail that it answers.']);
  });

  test('an HTML part is handed on as a page, without the mail that it answers', async () => {
    const html =
      '<html><body><p>It stays.</p><blockquote>She said so.</blockquote><blockquote type="cite"><p>It goes.</p><blockquote>No.</blockquote></blockquote><p>So I heard.</p></body></html>';
    const { texts } = await takenFrom(
      'ferry.eml',
      mail(
        'multipart/alternative; boundary="x"',
        `--x\r\nContent-Type: text/plain\r\n\r\nIt stays.\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n--x--\r\n`,
      ),
    );
    expect(texts[0]?.extension).toBe('html');
    expect(texts[0]?.text).toContain('<blockquote>She said so.</blockquote><p>So I heard.</p>');
    expect(texts[0]?.text).not.toContain('It goes');
  });

  test('in another encoding is read', async () => {
    const content = Buffer.from(
      `${mail('text/plain; charset=iso-8859-1', 'The caf\xe9 stays.', [...HEAD.slice(0, 2), 'Subject: Ferry', ...HEAD.slice(3), 'Content-Transfer-Encoding: 8bit'])}`,
      'latin1',
    );
    expect((await takenFrom('ferry.eml', content)).texts[0]?.text).toBe(
      'Ferry\n\nThe café stays.\n',
    );
  });

  test('that is empty or nests without end is refused', async () => {
    expect(await refusalOf('a.eml', mail('text/plain', ' \r\n'))).toBe('and holds no text');
    let nested = 'Content-Type: text/plain\r\n\r\nx';
    for (let i = 0; i < 300; i++)
      nested = `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n${nested}\r\n--b${i}--`;
    expect(await refusalOf('a.eml', [...HEAD, nested].join('\r\n'))).toMatch(
      /too deep|is damaged|holds no text/,
    );
  });
});

test('a mailbox holds its mails, and a line of text that begins with From is none', async () => {
  const from = 'From news@harbour.example Mon May  3 10:00:00 2021\n';
  const one = mail('text/plain', 'It stays.\n\n>From Monday on it sails at ten.\n').replaceAll(
    '\r',
    '',
  );
  const { texts, left } = await takenFrom(
    'news.mbox',
    `${from}${one}\n${from}${one.replace('It stays', 'It goes')}\n${from}${mail('text/plain', '').replaceAll('\r', '')}\n`,
  );
  expect(texts.map(({ text }) => text)).toEqual([
    'The night ferry stays – for now\n\nIt stays.\n\nFrom Monday on it sails at ten.\n',
    'The night ferry stays – for now\n\nIt goes.\n\nFrom Monday on it sails at ten.\n',
  ]);
  expect(texts.map(({ capture }) => capture.part?.name)).toEqual(['mail 1', 'mail 2']);
  expect(left).toEqual([{ part: 'mail 3', why: 'it holds no text' }]);
});

test('a page saved as MHTML is its first part', async () => {
  const { texts } = await takenFrom(
    'page.mhtml',
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://harbour.example/ferry',
      'Subject: Ferry',
      'Date: Mon, 3 May 2021 10:00:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----b"',
      '',
      '------b',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://harbour.example/ferry',
      '',
      '<!DOCTYPE html><p class=3D"a">We will keep=',
      ' it.</p>',
      '------b',
      'Content-Type: text/html',
      'Content-Location: https://ads.example/',
      '',
      '<p>Buy a boat</p>',
      '------b--',
      '',
    ].join('\r\n'),
  );
  expect(texts[0]?.text.trim()).toBe('<!DOCTYPE html><p class="a">We will keep it.</p>');
  expect(texts[0]?.facts).toEqual({
    original: {
      value: 'https://harbour.example/ferry',
      by: 'the address that the saved page names',
    },
    captured: { value: '2021-05-03', by: 'the date at the head of the saved page' },
  });
  expect(texts[0]?.notes).toEqual(['Left out: 1 picture, frame or other file of the page.']);
});

describe('a mail that passes another one on', () => {
  const passedOn = (marker: string, from = 'From: The Meridian <news@meridian.example>') =>
    [
      'Have you seen this?',
      '',
      marker,
      from,
      'Date: Thu, 16 May 2024 at 15:10',
      'Subject: Cracks in the dam',
      'To: Ann Moss <ann@a.example>',
      '',
      'Inspectors warned of cracks in the dam, the report says.',
      '',
      '“It was on paper,” said Judge Helene Marquardt.',
    ].join('\r\n');
  const head = (subject: string) =>
    HEAD.map((line) => line.replace(/^Subject: .*/, `Subject: ${subject}`));

  test.each([
    '---------- Forwarded message ---------',
    'Begin forwarded message:',
    '-----Original Message-----',
    '________________________________',
  ])('%s', async (marker) => {
    const { texts } = await takenFrom(
      'a.eml',
      mail('text/plain; charset=utf-8', passedOn(marker), head('Fwd: Cracks in the dam')),
    );
    expect(texts[0]?.text).toBe(
      'Cracks in the dam\n\nInspectors warned of cracks in the dam, the report says.\n\n“It was on paper,” said Judge Helene Marquardt.\n',
    );
    expect(texts[0]?.facts).toMatchObject({
      title: { value: 'Cracks in the dam', by: 'the subject of the mail that is passed on' },
      published: { value: '2024-05-16' },
      authors: { value: ['The Meridian'], isDoubtful: true },
    });
    expect(texts[0]?.notes[0]).toBe(
      'It passes on a mail of The Meridian <news@meridian.example>, which is taken in; 1 line above it left out.',
    );
  });

  test('an answer quotes it below its own words, and is no such mail', async () => {
    const { texts } = await takenFrom(
      'a.eml',
      mail('text/plain; charset=utf-8', passedOn('-----Original Message-----'), head('Re: Cracks')),
    );
    expect(texts[0]?.text).toBe('Cracks\n\nHave you seen this?\n');
  });
});

test('files attached to a mail are taken as parts of it, others are counted', async () => {
  const pdf = Buffer.from(
    pdfOf([column(72, 700, Array<string>(12).fill('The board keeps the night ferry, it said.'))]),
  );
  const part = (name: string, type: string, content: Buffer) =>
    `--x\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n`;
  const { texts, left } = await takenFrom(
    'a.eml',
    mail(
      'multipart/mixed; boundary="x"',
      `--x\r\nContent-Type: text/plain\r\n\r\nOur statement is attached.\r\n${part('statement.pdf', 'application/pdf', pdf)}${part('broken.pdf', 'application/pdf', Buffer.from('%PDF-1.4 no'))}${part('a.png', 'image/png', Buffer.from([0x89, 0x50]))}--x--\r\n`,
    ),
  );
  expect(left).toEqual([{ part: 'attached file broken.pdf', why: 'it is damaged' }]);
  expect(texts.map(({ stem, capture }) => [stem, capture.kind, capture.part?.name])).toEqual([
    ['a', 'eml', undefined],
    ['statement', 'eml', 'attached file statement.pdf'],
  ]);
  expect(texts[1]?.text).toContain('The board keeps the night ferry');
  expect(Buffer.from(texts[1]?.keep.bytes ?? []).equals(pdf)).toBe(true);
  expect(texts[0]?.notes).toEqual(['Left out: 1 attached file.']);
  expect(left).toEqual([{ part: 'attached file broken.pdf', why: 'it is damaged' }]);
});
