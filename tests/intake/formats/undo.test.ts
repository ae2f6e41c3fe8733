/** Character references and misread encodings are undone where the whole text speaks for it, with a way back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { extractQuotes } from '../../../src/archive/extract.ts';
import { findUndoings, undo } from '../../../src/intake/formats/undo.ts';
import { clean } from '../../../src/intake/clean.ts';
import { read } from '../../../src/intake/read.ts';

const WORDS = '“We will keep the ferry — for good,” said Mara Obi of the Café Élan. “It’s needed…”';
const misread = (words: string, encoding: string) =>
  new TextDecoder(encoding).decode(new TextEncoder().encode(words));
const asLatin = (words: string) => Buffer.from(words, 'utf8').toString('latin1');
const asReferences = (words: string) =>
  words.replace(/[^\0-~]/gu, (char) => `&#${char.codePointAt(0)};`);
const NAMES: Record<string, string> = {
  '“': 'ldquo',
  '”': 'rdquo',
  '’': 'rsquo',
  '—': 'mdash',
  '…': 'hellip',
  é: 'eacute',
  É: 'Eacute',
};
const asNames = (words: string) => words.replace(/[^\0-~]/gu, (char) => `&${NAMES[char]};`);
const windowsControls = (words: string) =>
  words.replace(/[“”’—…]/g, (char) =>
    String.fromCharCode({ '“': 0x93, '”': 0x94, '’': 0x92, '—': 0x97, '…': 0x85 }[char] ?? 0),
  );
/** Read back through what the text speaks for. */
const readingOf = (text: string) => undo(text, findUndoings(text).undoings).text;

describe('what a text speaks for', () => {
  test.each([
    ['names', asNames(WORDS), ['references']],
    ['numbers', asReferences(WORDS), ['references']],
    ['doubled', asNames(WORDS).replaceAll('&', '&amp;'), ['references']],
    ['trebled', asNames(WORDS).replaceAll('&', '&amp;amp;'), ['references']],
    ['UTF-8 read as Windows-1252', misread(WORDS, 'windows-1252'), ['windows-1252']],
    ['UTF-8 read as Latin-1', asLatin(WORDS), ['windows-1252']],
    [
      'twice',
      misread(misread(WORDS, 'windows-1252'), 'windows-1252'),
      ['windows-1252', 'windows-1252'],
    ],
    ['UTF-8 read as Mac Roman', misread(WORDS, 'macintosh'), ['macintosh']],
    ['Windows-1252 read as Latin-1', windowsControls(WORDS), ['controls']],
    [
      'misread, then written as references',
      asReferences(misread(WORDS, 'windows-1252')),
      ['references', 'windows-1252'],
    ],
  ])('%s', (_, text, undoings) => {
    expect(findUndoings(text)).toEqual({ undoings, open: null });
    expect(readingOf(text)).toBe(WORDS);
  });

  test('a letter of another script beside its like', () => {
    const words = '«Паром останется», сказала Мара Оби.';
    expect(readingOf(misread(words, 'windows-1252'))).toBe(words);
    expect(readingOf(misread(words, 'windows-1251'))).toBe(words);
  });

  test('what programs lose: the byte of a closing mark, a blank that does not break', () => {
    expect(readingOf('â€œWe will keep it,â€ said Mara Obi. Itâ€™s late,Â she said.')).toBe(
      '“We will keep it,” said Mara Obi. It’s late, she said.',
    );
    expect(readingOf('Paul est allé'.replace('é', 'Ã©') + ' Ã\u00a0 Paris, mÃªme lÃ\u00a0.')).toBe(
      'Paul est allé à Paris, même là.',
    );
  });

  test('ampersands between names and letters', () => {
    expect(readingOf('Marks &amp; Spencer closes')).toBe('Marks & Spencer closes');
    expect(readingOf('R&amp;D at AT&amp;T')).toBe('R&D at AT&T');
  });
});

describe('letters where marks were misread in an encoding of single bytes', () => {
  const said =
    '“We stay,” said Ann O’Dare – late. “It’s home… ‘Go,’ he says,” she adds, “for 3–4 days.”';
  const LETTERS: Record<string, string> = {
    'macintosh-marks': 'ÒÓÔÕÐÑÉ',
    'windows-marks': 'ìîëíñóÖ',
    'dos-marks': 'ôöæÆûù…',
  };
  test.each(Object.entries(LETTERS))('%s', (undoing, letters) => {
    const text = said.replace(/[“”‘’–—…]/g, (mark) => letters.charAt('“”‘’–—…'.indexOf(mark)));
    expect(findUndoings(text)).toEqual({ undoings: [undoing], open: null });
    expect(readingOf(text)).toBe(said);
    const [first] = extractQuotes(text, { model: false }).quotes;
    expect(first?.name).toBe('Ann O’Dare');
  });

  test.each([
    ['a quotation', 'ÒWe stay,Ó said Ann Lee.', '“We stay,” said Ann Lee.'],
    ['a comma behind it', 'ìWe stayî, said Ann Lee.', '“We stay”, said Ann Lee.'],
    ['letters of Mac Roman', 'ÒWe stay,Ó said JosŽ MŸller.', '“We stay,” said José Müller.'],
    ['letters in it', 'ìWe stay,î said JosÈ M¸ller.', '“We stay,” said José Müller.'],
    ['letters in one of DOS', 'ôWe stay,ö said RenÚ Lee.', '“We stay,” said René Lee.'],
    ['its end alone', 'We stay,Ó said Ann Lee.', 'We stay,” said Ann Lee.'],
    ['apostrophes', 'They donÕt stay, and itÕs late.', 'They don’t stay, and it’s late.'],
    ['a dash', 'ÒWe stayÑall of us,Ó he said.', '“We stay—all of us,” he said.'],
  ])('%s', (_, text, words) => expect(readingOf(text)).toBe(words));

  test.each([
    'Ó Paulo, disse ela, o barco saiu; É AQUI, Ñandú e Õun, Seán Ó Dálaigh.',
    'ESPAÑA SE MOVIÓ, DIJO ÉL. El capitán dijo que sí, y así fue; él salió. Allí, ó bien aquí.',
    'Hij en Zoë zeggen: ä,ö und ü; på en ö, en å. Ædelsten og Ærø. Voilà, où, à tôt.',
    'Lì, è così: così î, ì e ò. Perché no? Città, però.',
    'The letters Ñ, Ó and Õ stand for others, such as Ó,Õ and Ñ.',
  ])('stays: %s', (text) => expect(findUndoings(text).undoings).toEqual([]));
});

test('a misread letter counts beside well-read marks', () => {
  expect(readingOf('“We stay,” said JosÃ© Lee of MÃ¼lln — late. “It’s home.”')).toBe(
    '“We stay,” said José Lee of Mülln — late. “It’s home.”',
  );
  for (const text of ['“NA IRMÔ, disse “ele”.', '“A MAÇÃ”, disse.', 'O “CORAÇÃO” e a “IRMÓ.'])
    expect(findUndoings(text).undoings).toEqual([]);
});

describe('references whose semicolon is lost', () => {
  test.each([
    ['&ldquoWe stay put.&rdquo said Ann Lee.', '“We stay put.” said Ann Lee.'],
    ['&quotWe stay put,&quot said Ann Lee.', '"We stay put," said Ann Lee.'],
    ['&#8220We stay put,&#8221 said Ann Lee.', '“We stay put,” said Ann Lee.'],
    ['&#x201CEven we stay,&#x201D said Ann Lee.', '“Even we stay,” said Ann Lee.'],
    ['&amp;ldquoWe stay put,&amp;rdquo said Ann Lee.', '“We stay put,” said Ann Lee.'],
    ['&ldquo;It&rsquos late,&rdquo said Ann O&rsquoDare.', '“It’s late,” said Ann O’Dare.'],
    ['“We stay put,”&nbspsaid&nbspAnn Lee.', '“We stay put,”\u00a0said\u00a0Ann Lee.'],
    ['&ldquo&lsquoNo,&rsquo he wrote,&rdquo said Ann Lee.', '“‘No,’ he wrote,” said Ann Lee.'],
    ['&laquoWe stay&raquo, said Jos&eacute Lee &mdash late.', '«We stay», said José Lee — late.'],
  ])('%s', (text, words) => expect(readingOf(text)).toBe(words));

  test.each([
    'Write &ldquo and &rdquo for marks, and &nbsp for a blank.',
    'See example.org/?id=1&quot=3&quotation=4&nbsp=5 for it.',
    'A guitar&amplifier and R&quotient stay.',
  ])('stays: %s', (text) => expect(readingOf(text)).toBe(text));

  test('in a page and in Markdown the parser reads them, and each place leads back', () => {
    for (const [path, source] of [
      ['a.md', '&ldquoWe stay put,&rdquo said Ann Lee.\n'],
      ['a.html', '<html><body><p>&ldquoWe stay put,&rdquo said Ann Lee.</p></body></html>'],
    ] as const) {
      const raw = read(new VFile({ path, value: new TextEncoder().encode(source) }));
      if (!raw) throw new Error('not read');
      const { text, toSource } = clean(raw);
      expect(text).toContain('“We stay put,” said');
      const start = text.indexOf('“We');
      expect(toSource({ start, end: start + 3 })[0]?.exact, path).toBe('&ldquoWe');
    }
  });

  test('what is left of them is nobody’s name, and is warned of', () => {
    for (const text of [
      '&ldquo We stay put. &rdquo said Ann Lee.',
      '&ldquo; We stay put. &rdquo; said Ann Lee.',
      '&quot We stay put. &quot said Ann Lee.',
    ])
      for (const { name, speaker } of extractQuotes(text).quotes) {
        expect(name ?? 'Ann Lee', text).toBe('Ann Lee');
        expect(speaker?.text ?? '', text).not.toMatch(/quo/);
      }
    expect(findUndoings('&ldquo We stay put. &rdquo said Ann Lee.').open).toEqual({
      undoing: 'references',
      example: '&ldquo',
      times: 2,
    });
  });
});

describe('stays as it is', () => {
  test.each([
    ['a text that speaks of a reference', 'Write `&amp;` where an ampersand is meant.'],
    ['in other marks', 'The reference “&ldquo;” opens a quotation, and &nbsp; is a blank.'],
    ['ampersands that are none', 'AT&T, R&D; and ?a=1&b=2; and &foo; stay.'],
    ['a text that speaks of misreading', 'It printed “â€œ” for a mark, and “Ã©” for a letter.'],
    ['one letter', 'The letter Ã stands alone, and so does â.'],
    ['capitals before a mark', '„GRÜẞ“, “O CAFɔ and “IRMÃ” – „Spaß“. Ação, coração, às três.'],
    ['Cyrillic capitals', '«СССР» и «ВДНХ», “ТАСС”, сказал Иван.'],
    ['what is left of another character', 'Federico de JesÃ\u0083Âos, a clerk, said so.'],
    ['Arabic', 'قال الوزير: «سنبقي العبارة».'],
  ])('%s', (_, text) => {
    expect(findUndoings(text).undoings).toEqual([]);
  });

  test('and is warned of where it may stand for something else', () => {
    const value = new TextEncoder().encode(
      'Ferry to stay\n\nWrite &lt;b&gt; for it, said Mara Obi of the board on Friday.\n',
    );
    const file = new VFile({ path: 'a.txt', value });
    expect(read(file)?.undone).toEqual([]);
    expect(file.messages.map(String)).toMatchInlineSnapshot(`
      [
        "a.txt:1:1: Unexpected \`&lt;\` and 1 more like it, which may stand for other characters, expected those that are meant; not enough in the text says so, and they were left as they are",
      ]
    `);
    const settled = new VFile({ path: 'a.txt', value });
    expect(read(settled, undefined, ['references'])?.undone).toEqual(['references']);
    expect(settled.messages).toEqual([]);
  });
});

describe('the way back', () => {
  const source = `Ferry to stay\n\nBy Ann Lee\n\n${asNames(WORDS)} It was late.&nbsp;&nbsp;It rained.\n`;

  test('each character of the reading text leads to its own in the source', () => {
    const raw = read(new VFile({ path: 'a.txt', value: new TextEncoder().encode(source) }));
    if (!raw) throw new Error('not read');
    const { text, toSource, toReading } = clean(raw);
    expect(text).toContain(WORDS);
    const start = text.indexOf('for good,”');
    const [part] = toSource({ start, end: start + 'for good,”'.length });
    expect(part?.exact).toBe('for good,&rdquo;');
    expect(source.slice(part?.start, part?.end)).toBe(part?.exact);
    expect(part && toReading(part)).toEqual(part?.reading);
  });

  test('front matter stays where it is', () => {
    const whole = `---\ntitle: "Ferry &amp; boat"\n---\n\n${source}`;
    const raw = read(new VFile({ path: 'a.txt', value: new TextEncoder().encode(whole) }));
    if (!raw) throw new Error('not read');
    const { text, toSource } = clean(raw, whole.indexOf('\n\n') + 1);
    const start = text.indexOf('“We');
    expect(toSource({ start, end: start + 3 })[0]?.exact).toBe('&ldquo;We');
  });

  test('claims of a loose text have their places in the text as given', () => {
    const { quotes } = extractQuotes(source, { model: false });
    const points = [...source];
    const [first] = quotes;
    expect(points.slice(first?.start, first?.end).join('')).toBe(
      'We will keep the ferry &mdash; for good,',
    );
    expect(first?.speaker?.text).toMatch(/^Mara Obi\b/);
  });

  test('for any text: offsets rise, cover the source and give it back where nothing is undone', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '&ldquo;',
        '&amp;quot;',
        '&#8217;',
        '&nbsp;',
        'â€œ',
        'Ã©',
        'Â ',
        '\u0093',
        ' said ',
        '\n\n',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { undoings } = findUndoings(text);
        const done = undo(text, undoings);
        expect(done.starts.length).toBe(done.text.length);
        for (let i = 0; i < done.text.length; i++) {
          expect(done.starts[i]).toBeLessThan(done.ends[i] ?? 0);
          if (i > 0) expect(done.starts[i]).toBeGreaterThanOrEqual(done.starts[i - 1] ?? 0);
        }
        if (undoings.length === 0) expect(done.text).toBe(text);
        expect(undo(text, undoings).text).toBe(done.text);
      }),
      { numRuns: 500 },
    );
  });
});
