/** What only programs obey and readers do not see: read away from texts, refused in cards, shown where a capture is. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { controlsShown } from '../../src/text/unseen.ts';
import { built } from '../support/content.ts';

/** One of each kind: C0, escape, DEL, C1, turned round, isolated, no character at all. */
const ODD =
  'rook\u0007s \u001b[2Jby \u007fthe \u0090quay \u202eyb\u202c and \u2066by\u2069 \ufffebe';
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;

const PARAGRAPHS = [
  'The rowers of the upper basin met at noon, and their clerk set down in full what was said before the gates were shut.',
  `“We counted ${ODD} twice,” said Tove\u0007 Halve\u202estad\u202c, a rower.`,
];
const asReferences = (words: string) =>
  words.replace(/[^\x20-\x7e“”]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const SOURCES = {
  plain: `The rowers\u202e of \u0007 Low Basin\n\nBy Ida\u009d Ro\u202eerg\n\n4 May 2021\n\n${PARAGRAPHS.join('\n\n')}\n`,
  'front-matter.md': `---\ntitle: "Rowers \\x07 of \\u202eLow\\ud83d Basin"\nauthor: ["Ida\\x1b Roerg", "Jon\\u2067 Abel"]\noutlet: "Low\\x9d Basin Post"\n---\n\n${PARAGRAPHS.join('\n\n')}\n`,
  'page.html': `<!doctype html><html lang="en"><head><title>Rowers &#7; of &#x202e;Low Basin</title><meta name="author" content="Ida&#x1b; Roerg"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rowers \\u0007 of Low Basin \\ud83d","publisher":{"name":"Low \\u202eBasin Post"}}</script></head><body><article><h1>Rowers &#7; of &#x202e;Low Basin</h1>${PARAGRAPHS.map((words) => `<p>${asReferences(words)}</p>`).join('')}<p>The gates of the upper basin stay shut until the ice is gone, a board at the lock says.</p></article></body></html>`,
};

/** Every string of a value but the source's own characters. */
const wordsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value ?? {}).flatMap(([key, inner]) =>
        key === 'exact' ? [] : wordsOf(inner),
      );

describe('of a source', () => {
  test.each(Object.entries(SOURCES))('%s nothing that is read has them', (name, source) => {
    const [id = '', ending = 'txt'] = name.split('.');
    const path = `content/sources/${id}.${ending}`;
    const file = new VFile({ path, value: new TextEncoder().encode(source) });
    const { articles, speakers } = built(
      {},
      {},
      {
        sources: [{ article: id, versions: [{ version: 1, path, file }] }],
      },
    );
    const [article] = articles;
    expect(article?.text).toContain('said Tove Halvestad');
    expect(article?.title).toMatch(/rowers of Low\ufffd? Basin/i);
    expect(wordsOf([article, speakers]).filter((words) => CONTROL.test(words))).toEqual([]);
  });

  test('the words of a claim read back, control characters and all', () => {
    const { articles } = built({ plain: SOURCES.plain });
    const parts = articles.flatMap(({ claims }) => claims.flatMap((claim) => claim.parts));
    expect(parts.some(({ exact }) => exact.includes(ODD))).toBe(true);
    for (const { start, end, exact } of parts) expect(SOURCES.plain.slice(start, end)).toBe(exact);
  });
});

describe('of a card', () => {
  test.each([
    ['as they are', 'name: Ida\u202e Roerg\nkind: person', 2, 'U+202E'],
    ['escaped', 'kind: person\nname: "Ida\\x1b Roerg"', 3, 'U+001B'],
    ['in a list', 'name: Ida Roerg\nkind: person\naliases:\n  - "the\\u0090 rower"', 5, 'U+0090'],
    ['half of a character', 'kind: person\nname: "Ida \\ud83d"', 3, 'U+D83D'],
    ['below', 'name: Ida Roerg\nkind: person\n---\nA\u0008 note.\n---', 5, 'U+0008'],
  ])('%s they are named at their line', (_, lines, line, code) => {
    const { messages } = built(
      { plain: SOURCES.plain },
      { speakers: { ida: `---\n${lines}\n---\n` } },
    );
    expect(messages).toContainEqual(
      expect.stringMatching(
        RegExp(
          `^content/speakers/ida\\.md:${line}:\\d+: Unexpected control character ${code.replace('+', '\\+')}`,
        ),
      ),
    );
  });

  test('letters of scripts that are written from the right, and what joins them, are words', () => {
    const name = 'می\u200cخواهم 👩\u200d🚀';
    const { messages, speakers } = built(
      { plain: SOURCES.plain },
      { speakers: { ida: `---\nname: ${name}\nkind: person\n---\n` } },
    );
    expect(messages.filter((message) => message.includes('speakers/'))).toEqual([]);
    expect(speakers.map((one) => one.name)).toContain(name);
  });
});

test('a capture on a page shows a sign for each', () =>
  expect(controlsShown('a\u0007b\u001b[c\u007fd\u0090e\u202ef\ufffeg\n\u200fh\t')).toBe(
    'a␇b␛[c\ufffdd\ufffde\ufffdf\ufffdg\n\u200fh\t',
  ));
