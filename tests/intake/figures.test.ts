/** Days that figures alone leave open: what settles them, and what is said where nothing does. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { draftArticle } from '../../src/archive/article.ts';
import { certain } from '../../src/text/certain.ts';

const P = [
  'The town council of Sandhaven voted on Tuesday night to keep the last ferry across the Harl estuary.',
  '“We will not leave the east bank in the dark,” said Tomas Reyne, the council leader, after the vote.',
  'Ines Okafor, who chairs the transport committee, said that the fare would rise to four crowns in June.',
];

const SAVED =
  '<!--\n Page saved with SingleFile \n url: https://courier.example/a \n saved date: Tue May 07 2024 09:11:02 GMT+0200\n-->';

function published(line: string, { html = '', head = '', after = '', top = '' } = {}) {
  const source = `<!doctype html>${top}<html${html}><head><title>Council keeps ferry</title>${head}</head><body><article><h1>Council keeps ferry</h1><p>${line}</p>${[...P, after].map((words) => `<p>${words}</p>`).join('')}</article></body></html>`;
  return drafted('a.html', source);
}
function drafted(path: string, source: string) {
  const file = new VFile({ path, value: new TextEncoder().encode(source) });
  const draft = certain(
    draftArticle('a', file, { index: { byId: new Map(), byName: new Map() } }),
    file.messages.map(String).join('\n'),
  );
  const { edtf, basis, note } = draft.published;
  const said = file.messages.filter(
    ({ ruleId }) => ruleId === 'open-date' || ruleId === 'unknown-date',
  );
  return { edtf, basis, note, said: said.map(({ reason }) => reason) };
}

describe('a day in figures', () => {
  test.each([
    ...['30/02/2021', '02/30/2021', '31.04.2021', '31/11/2021', '29/02/1900', '00/00/2021'],
    ...['Published: 31/04/2021', 'Updated 30.02.2021', 'Last updated 30/02/2021', '2021-02-30'],
  ])('is none that no calendar has: %s', (line) => {
    for (const about of [{}, { html: ' lang="en-GB"' }, { after: 'It opened on 17/04/1911.' }])
      expect(published(line, about)).toMatchObject({ edtf: null, basis: 'unknown' });
    const text = `Council keeps ferry\n\n${line}\n\n${P.join('\n\n')}\n`;
    expect(drafted('a.txt', text)).toMatchObject({ edtf: null, basis: 'unknown' });
  });
  test.each([
    ...[
      'Saved',
      'Downloaded',
      'Printed',
      'Viewed on',
      'Checked',
      'Reviewed',
      'Translated',
      'Founded',
    ],
    ...['Snapshot', 'As of', 'Coming', 'Opening', 'Translated by Ann Lee'],
  ])('is no day of publication where something else was done: %s', (words) => {
    const text = `Council keeps ferry\n\n${words} 4 May 2022\n\n${P.join('\n\n')}\n`;
    expect(drafted('a.txt', text).edtf).toBeNull();
  });
  test.each(['Harbour Post', 'United Press', 'Published', 'Posted on'])(
    'is one behind the outlet, or a word for publishing: %s',
    (words) => {
      const text = `Council keeps ferry\n\n${words} 4 May 2022\n\n${P.join('\n\n')}\n`;
      expect(drafted('a.txt', text).edtf).toBe('2022-05-04');
    },
  );
  test('is open where nothing tells which figure is the day', () => {
    expect(published('06/05/2024')).toEqual({
      ...{ edtf: null, basis: 'unknown', note: null },
      said: [
        'Unexpected date of publication in figures, `06/05/2024`, expected something that tells which is the day: it is 2024-05-06 or 2024-06-05',
      ],
    });
  });
  test.each([
    ['the language', '06/05/2024', { html: ' lang="en-GB"' }, '2024-05-06'],
    ['the language of another country', '06/05/2024', { html: ' lang="en-US"' }, '2024-06-05'],
    [
      'the address',
      'Published 06/05/2024',
      { head: '<link rel="canonical" href="https://courier.co.uk/ferry">' },
      '2024-05-06',
    ],
    [
      'another date of the text',
      '06/05/2024',
      { after: 'It was founded on 17/04/1911.' },
      '2024-05-06',
    ],
    ['the weekday', 'Wednesday, 06/05/2024', {}, '2024-06-05'],
    ['both figures the same', '05/05/2024', {}, '2024-05-05'],
  ])('settled by %s', (_, line, about, day) => {
    const read = published(line, about);
    expect(read).toMatchObject({ edtf: day, said: [] });
    expect(read.note).toContain(line.slice(-10));
    expect(read.basis).toBe(/\p{L}y,|^05/u.test(line) ? 'stated' : 'inferred');
  });
  test('by the day of the capture, which no day of publication is after', () => {
    expect(published('06/05/2024', { top: SAVED })).toMatchObject({ edtf: '2024-05-06' });
  });
  test('two that contradict settle nothing', () => {
    const head = '<link rel="canonical" href="https://courier.co.uk/ferry">';
    expect(published('06/05/2024', { html: ' lang="en-US"', head }).edtf).toBeNull();
  });
  test('a sentence of the article dates nothing', () => {
    expect(
      published('x', { html: ' lang="en-GB"', after: 'The fare rises on 06/05/2024.' }).edtf,
    ).toBe(null);
  });
  test('of a plain text', () => {
    const text = ['Council keeps ferry', 'By Mara Lindqvist', '06/05/2024', ...P].join('\n\n');
    expect(drafted('a.txt', text).said).toHaveLength(1);
  });
});

describe('a time that counts back', () => {
  test.each(['3h', '2 hours ago', 'Published yesterday', '5 days ago'])(
    '%s is no day where the day of the capture is not known',
    (line) => {
      const read = published(line);
      expect(read.edtf).toBeNull();
      expect(read.said).toEqual([
        `Unexpected date of publication \`${line}\`, expected a day: it counts from a moment that is not stated`,
      ]);
    },
  );
  test.each([
    ['3 hours ago', '2024-05-06/2024-05-07'],
    ['Published yesterday', '2024-05-06'],
    ['5 days ago', '2024-05-01/2024-05-02'],
    ['2w', '2024-04-22/2024-04-23'],
  ])('%s counts from it', (line, edtf) => {
    expect(published(line, { top: SAVED })).toMatchObject({ edtf, basis: 'inferred', said: [] });
  });
});
