import { describe, expect, test } from 'vitest';
import { built } from '../support/content.ts';

const FERRY = `Night ferry to stay

The night ferry between the two towns will stay in service for another ten years, whatever happens to the bridge.

“Both boats leak,” said Mara Obi. “Nobody will buy them.”

Both boats leak, and nobody will buy them, a sailor had written on the pier wall in the autumn of that year.
`;
const OBI = '---\nname: Mara Obi\nkind: person\naliases:\n  - the engineer\n---\n';

const withClaims = (entries: string, speakers: Record<string, string> = { 'mara-obi': OBI }) =>
  built({ ferry: FERRY }, { articles: { ferry: `---\nclaims:\n${entries}---\n` }, speakers });
const words = (archive: ReturnType<typeof withClaims>) =>
  archive.articles[0]!.claims.map(({ text, review }) => `${review}: ${text}`);

describe('a curator', () => {
  test('confirms', () =>
    expect(words(withClaims('  - words: "Both boats leak,"\n    confirm: true\n'))).toContain(
      'confirmed: Both boats leak,',
    ));

  test('drops what is no claim', () =>
    expect(
      words(
        withClaims('  - words: Nobody will buy them.\n    drop: true\n    why: a joke\n'),
      ).join(),
    ).not.toContain('Nobody'));

  test('adds what the rules do not find, with its speaker', () => {
    const { articles } = withClaims(
      '  - words: Both boats leak, and nobody will buy them\n    add: true\n    speaker: mara-obi\n    type: indirect\n    why: the sailor is she\n',
    );
    const added = articles[0]!.claims.find(({ review }) => review === 'added')!;
    expect(added).toMatchObject({
      type: 'indirect',
      speaker: { id: 'mara-obi', basis: 'card' },
      reviewNote: 'the sailor is she',
      confidence: 1,
    });
    expect(FERRY.slice(added.parts[0]!.start, added.parts[0]!.end)).toBe(added.parts[0]!.exact);
  });

  test.each(['Nobody will buy them.', 'Nobody will buy them', '“Nobody will buy them.”'])(
    'adds %s, which was found: the claim that stands has what the entry says',
    (typed) => {
      const found = withClaims('').articles[0]!.claims;
      const { articles } = withClaims(
        `  - words: ${typed}\n    add: true\n    speaker: mara-obi\n    why: the sailor is she\n`,
      );
      const { claims } = articles[0]!;
      expect(claims.map(({ id, text }) => [id, text])).toEqual(
        found.map(({ id, text }) => [id, text]),
      );
      expect(claims.find(({ text }) => text === 'Nobody will buy them.')).toMatchObject({
        review: 'corrected',
        reviewNote: 'the sailor is she',
        speaker: { id: 'mara-obi' },
      });
    },
  );

  test('gives other bounds, and leaves the speaker open', () => {
    const { articles } = withClaims(
      '  - words: "Both boats leak,"\n    become: boats leak\n    speaker: null\n    why: the first word is the article’s\n',
    );
    expect(articles[0]!.claims[0]).toMatchObject({
      text: 'boats leak',
      speaker: null,
      review: 'corrected',
    });
  });

  test('says one thing of a claim: what two branches say differently is named', () => {
    const twice = (second: string) =>
      withClaims(
        `  - {words: "Both boats leak,", speaker: mara-obi, why: x}\n  - {words: "Both boats leak,", ${second}}\n`,
      ).messages.filter((message) => message.includes('second word'));
    expect(twice('speaker: null, why: y')).toMatchInlineSnapshot(`
      [
        "content/articles/ferry.md:4:6: Unexpected second word on the claim \`Both boats leak,\`, of which line 3 says another \`speaker\`; expected one",
      ]
    `);
    expect(twice('said: {edtf: 2021, basis: stated}, why: y')).toEqual([]);
    expect(twice('confirm: true')).toEqual([]);
    expect(twice('drop: true, why: y')).toHaveLength(1);
  });

  test('counts claims with the same words, whatever other entries make of them, in any order', () => {
    const text = FERRY.replace(
      '“Nobody will buy them.”',
      '“Both boats leak,” said Mara Obi. “Both boats leak,” said Mara Obi.',
    );
    const entries = [
      '  - {words: "Both boats leak,", occurrence: 1, drop: true, why: x}\n',
      '  - {words: "Both boats leak,", occurrence: 2, type: mixed, why: x}\n',
    ];
    for (const order of [entries, entries.toReversed()]) {
      const { articles, messages } = built(
        { ferry: text },
        { articles: { ferry: `---\nclaims:\n${order.join('')}---\n` } },
      );
      expect(messages.filter((message) => message.includes('.md'))).toEqual([]);
      expect(
        articles[0]!.claims
          .filter((claim) => claim.text.startsWith('Both boats leak,'))
          .map(({ type }) => type),
      ).toEqual(['mixed', 'direct']);
    }
  });

  test('may type marks either way', () =>
    expect(words(withClaims("  - words: 'Both  boats leak,'\n    confirm: true\n"))).toContain(
      'confirmed: Both boats leak,',
    ));
});

test.each([
  ['as the text has it', 'Cafe\u0301 and caf\u00e9 share 3\u00a0m of quay'],
  ['composed', 'Caf\u00e9 and caf\u00e9 share 3 m of quay'],
  ['decomposed', 'Cafe\u0301 and cafe\u0301 share 3 m of quay'],
])('finds words of a text that writes a letter in two ways, typed %s', (_, typed) => {
  const source = `${FERRY}\nCafe\u0301 and caf\u00e9 share 3\u00a0m of quay, the board says.\n`;
  const { articles, messages } = built(
    { ferry: source },
    { articles: { ferry: `---\nclaims:\n  - {words: ${typed}, add: true, why: a board}\n---\n` } },
  );
  expect(messages.filter((line) => line.includes('Unexpected words'))).toEqual([]);
  expect(articles[0]?.claims.flatMap(({ parts }) => parts.map(({ exact }) => exact))).toContain(
    'Cafe\u0301 and caf\u00e9 share 3\u00a0m of quay',
  );
});

test('dropping the claim around another leaves the other standing by itself', () => {
  const text = FERRY.replace(
    '“Both boats leak,” said Mara Obi. “Nobody will buy them.”',
    'Mara Obi: The director said, “Both boats leak.”\n\nIda Berg: What then?\n\nMara Obi: Then we swim.',
  );
  const before = built({ ferry: text }, { speakers: { 'mara-obi': OBI } }).articles[0]!.claims;
  const outer = before.find(({ id }) => before.some(({ within }) => within === id))!;
  const after = built(
    { ferry: text },
    {
      speakers: { 'mara-obi': OBI },
      articles: {
        ferry: `---\nclaims:\n  - words: ${JSON.stringify(outer.text)}\n    drop: true\n    why: a test\n---\n`,
      },
    },
  ).articles[0]!.claims;
  expect(after.map((claim) => claim.text)).not.toContain(outer.text);
  expect(after.every(({ within }) => within === null)).toBe(true);
});

describe('what cannot be done is said at its line', () => {
  test.each([
    [
      'words that are no claim',
      '  - words: The pier burns\n    confirm: true\n',
      /ferry\.md:3:5: Unexpected words `The pier burns`/,
    ],
    [
      'words that stand twice',
      '  - words: oats leak\n    add: true\n    why: x\n',
      /which stand 2 times/,
    ],
    [
      'a speaker without a card',
      '  - words: "Both boats leak,"\n    speaker: mara-obe\n    why: x\n',
      /ferry\.md:4:5: Unexpected speaker `mara-obe`/,
    ],
    [
      'a correction without its reason',
      '  - words: "Both boats leak,"\n    type: indirect\n',
      /expected `why:`/,
    ],
  ])('%s', (_, entry, message) => expect(withClaims(entry).messages.join('\n')).toMatch(message));

  test('the nearest id is offered', () => {
    const archive = withClaims(
      '  - words: "Both boats leak,"\n    speaker: mara-obe\n    why: x\n',
    );
    expect(archive.messages.join('\n')).toContain('mara-obe');
  });
});

test('an entry that a newer version of the source has outrun is a warning', () => {
  const { messages, articles } = built(
    { ferry: [FERRY, FERRY.replace('Nobody will buy them', 'No one will buy them')] },
    {
      articles: {
        ferry: '---\nclaims:\n  - words: Nobody will buy them.\n    confirm: true\n---\n',
      },
      speakers: { 'mara-obi': OBI },
    },
  );
  expect(messages.join('\n')).toContain(
    '`Nobody will buy them.`, expected the whole words of a claim that was found; the entry may be of an older version of the source',
  );
  expect(articles).toHaveLength(1);
});

test('an entry whose words stand twice in a newer version is told that they do', () => {
  const entry =
    '---\nclaims:\n  - words: Nobody will buy them.\n    add: true\n    type: direct\n    why: x\n---\n';
  const { messages } = built(
    { ferry: [FERRY, `${FERRY}\nA letter says: Nobody will buy them.\n`] },
    { articles: { ferry: entry }, speakers: { 'mara-obi': OBI } },
  );
  expect(messages.join('\n')).toContain(
    '`Nobody will buy them.`, which stand 2 times in the article; expected words that stand there once; the entry may be of an older version of the source',
  );
});

describe('speakers', () => {
  test('one person spelt in several ways is one speaker', () => {
    const other = FERRY.replace('Mara Obi', 'Marah Obie');
    const { articles } = built(
      { ferry: FERRY, pier: other },
      { speakers: { 'mara-obi': OBI.replace('the engineer', 'Marah Obie') } },
    );
    expect(articles.map(({ claims }) => claims[0]!.speaker!.id)).toEqual(['mara-obi', 'mara-obi']);
  });

  test('an alias of one article means nobody elsewhere', () => {
    const card =
      '---\nname: Mara Obi\nkind: person\naliases:\n  - name: the pilot\n    article: ferry\n---\n';
    const text = FERRY.replace('Mara Obi', 'the pilot');
    const { articles } = built(
      { ferry: text, pier: `${text} ` },
      { speakers: { 'mara-obi': card } },
    );
    expect(articles.map(({ claims }) => claims[0]!.speaker!.id)).toEqual([
      'mara-obi',
      'the-pilot-in-pier',
    ]);
  });

  test('a name that means somebody in one article means who bears it elsewhere', () => {
    const card =
      '---\nname: Lena Moe\nkind: person\naliases:\n  - name: Mara Obi\n    article: ferry\n---\n';
    const { articles } = built(
      { ferry: FERRY, pier: `${FERRY} ` },
      { speakers: { 'lena-moe': card } },
    );
    expect(articles.map(({ claims }) => claims[0]!.speaker!.id)).toEqual(['lena-moe', 'mara-obi']);
  });

  test('an unnamed speaker here is not the one elsewhere', () => {
    const text = FERRY.replace('Mara Obi', 'a resident');
    const { articles } = built({ ferry: text, pier: `${text} ` });
    expect(new Set(articles.map(({ claims }) => claims[0]!.speaker!.id)).size).toBe(2);
  });

  test('the same alias on two cards is an error that names both', () => {
    const { messages } = built(
      { ferry: FERRY },
      {
        speakers: {
          'mara-obi': OBI,
          'ida-berg': '---\nname: Ida Berg\nkind: person\naliases:\n  - The Engineer\n---\n',
        },
      },
    );
    expect(messages.join('\n')).toMatch(
      /content\/speakers\/.*Unexpected alias `(?:The|the) [Ee]ngineer`, which `content\/speakers\//,
    );
  });
});

test('turns under a bare label go to the speaker whom the card names for it', () => {
  const text =
    'Drawing the tides\n\nQ: How does one draw something that moves twice a day?\n\nA: You draw the edges of what you know.\n\nQ: Has anybody ever complained?\n\nA: Every skipper has.\n';
  const { articles } = built(
    { tides: text },
    { articles: { tides: '---\nlabels:\n  A: mara-obi\n---\n' }, speakers: { 'mara-obi': OBI } },
  );
  expect(
    articles[0]!.claims.map(({ type, speaker }) => `${type} ${speaker?.id ?? 'nobody'}`),
  ).toEqual(['question nobody', 'answer mara-obi', 'question nobody', 'answer mara-obi']);
  expect(articles[0]!.turns.map(({ speaker }) => speaker)).toEqual([
    null,
    'mara-obi',
    null,
    'mara-obi',
  ]);
});
