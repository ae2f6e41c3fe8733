import fc from 'fast-check';
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { flowOf } from '../../src/site/reading/flow.ts';
import { markedBlocks, markedExcerpt } from '../../src/site/reading/highlight.ts';
import type { ArticleRecord, Block, ClaimRecord, Inline } from '../../src/model/records.ts';
import { siteFixture } from '../support/site-fixture.ts';

function textOf(node: Root | RootContent): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return node.type === 'text' ? node.value : '';
}
const parse = (html: string): Root => fromHtml(html, { fragment: true });
const all = (node: Root | RootContent): Element[] =>
  'children' in node
    ? [...(node.type === 'element' ? [node] : []), ...node.children.flatMap(all)]
    : [];
const isPiece = (id: string) => (e: Element) => e.properties['dataClaim'] === id;

/** An article of plain blocks with claims at the given stretches of its reading text. */
function articleWith(
  texts: string[],
  spans: { id: string; parts: [number, number][]; type?: ClaimRecord['type'] }[],
  inlines: Inline[] = [],
): ArticleRecord {
  const article = siteFixture().articles[2]!;
  const text = texts.join('\n\n');
  let at = 0;
  const blocks = texts.map((t): Block => {
    const span = { start: at, end: at + t.length };
    at += t.length + 2;
    return {
      role: 'paragraph',
      ...span,
      source: span,
      inlines: inlines.filter((i) => i.start >= span.start && i.end <= span.end),
      turn: null,
      why: null,
      rule: null,
    };
  });
  const like = article.claims[0]!;
  const claims = spans.map(({ id, parts, type = 'direct' }, i): ClaimRecord => ({
    ...like,
    id,
    type,
    number: i + 1,
    parts: parts.map(([start, end]) => ({
      start,
      end,
      exact: text.slice(start, end),
      reading: { start, end },
    })),
    text: parts.map(([start, end]) => text.slice(start, end)).join(' '),
  }));
  return { ...article, text, blocks, claims, turns: [] };
}

const ids = ['bbbbbb', 'cccccc', 'dddddd', 'ffffff', 'gggggg', 'hhhhhh'];
const letters = fc
  .string({
    unit: fc.constantFrom('a', 'é', '“', '”', '<', '&', '"', ' ', '𝒳', 'z', '.'),
    minLength: 1,
    maxLength: 40,
  })
  .filter((t) => t.trim() === t);
const drawn = fc
  .record({
    texts: fc.array(letters, { minLength: 1, maxLength: 4 }),
    cuts: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 6 }),
    marks: fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(),
        fc.constantFrom('emphasis' as const, 'strong' as const, 'code' as const),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ texts, cuts, marks }) => {
    const length = texts.join('\n\n').length;
    const claims = cuts.flatMap((four, i) => {
      const [a, b, c, d] = four.map((n) => n % (length + 1)).sort((x, y) => x - y) as [
        number,
        number,
        number,
        number,
      ];
      const parts = (
        [
          [a, b],
          [c, d],
        ] as [number, number][]
      ).filter(([s, e]) => e > s);
      return parts.length > 0 ? [{ id: ids[i]!, parts }] : [];
    });
    const inlines = marks.flatMap(([a, b, mark]): Inline[] => {
      const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      return end > start ? [{ start, end, mark, href: null }] : [];
    });
    return articleWith(texts, claims, inlines);
  });

describe('marking claims', () => {
  test('adds nothing to the text and takes nothing away', () => {
    fc.assert(
      fc.property(drawn, (article) => {
        const shown = markedBlocks(article).map(({ html }) => textOf(parse(html)));
        expect(shown.join('\n\n')).toBe(article.text);
      }),
    );
  });

  test('marks exactly each claim’s words, in every block', () => {
    fc.assert(
      fc.property(drawn, (article) => {
        const trees = markedBlocks(article).map(({ html }) => parse(html));
        for (const claim of article.claims) {
          const marked = trees
            .flatMap((tree) => all(tree).filter(isPiece(claim.id)))
            .map(textOf)
            .join('');
          const within = (i: number) => article.blocks.some((b) => b.start <= i && i < b.end);
          // Parts of a claim follow each other without overlap; what lies between two blocks has no place on the page.
          const words = claim.parts
            .flatMap(({ reading }) =>
              Array.from({ length: reading.end - reading.start }, (_, k) => reading.start + k),
            )
            .filter(within)
            .map((i) => article.text[i]);
          expect(marked).toBe(words.join(''));
        }
      }),
    );
  });

  test('gives an id once at most, and only to the first piece; the number to the last', () => {
    fc.assert(
      fc.property(drawn, (article) => {
        const elements = markedBlocks(article).flatMap(({ html }) => all(parse(html)));
        for (const claim of article.claims) {
          const pieces = elements.filter(isPiece(claim.id));
          expect(pieces.filter((p) => p.properties['id'] !== undefined).length).toBeLessThanOrEqual(
            1,
          );
          if (pieces.some((p) => p.properties['id']))
            expect(pieces[0]!.properties['id']).toBe(claim.id);
          const numbered = pieces.findIndex((p) => p.properties['dataN'] !== undefined);
          if (numbered >= 0) expect(numbered).toBe(pieces.length - 1);
        }
      }),
    );
  });
});

describe('one claim and another', () => {
  const text = 'She said he said it was late.';
  const at = (words: string): [number, number] => [
    text.indexOf(words),
    text.indexOf(words) + words.length,
  ];

  test('a nested claim lies inside the outer one, which stays whole', () => {
    const [block] = markedBlocks(
      articleWith(
        [text],
        [
          { id: 'bbbbbb', parts: [at('he said it was late')] },
          { id: 'cccccc', parts: [at('it was late')] },
        ],
      ),
    );
    expect(block!.html).toMatchInlineSnapshot(
      `"She said <span class="claim direct" id="bbbbbb" data-claim="bbbbbb" data-k="1" data-said="Claim, Mara Obi: " data-n="1">he said <span class="claim direct" id="cccccc" data-claim="cccccc" data-k="2" data-said="Claim, Mara Obi: " data-n="2">it was late</span></span>."`,
    );
  });

  test('overlapping claims are cut at the border', () => {
    const [block] = markedBlocks(
      articleWith(
        [text],
        [
          { id: 'bbbbbb', parts: [at('She said he')] },
          { id: 'cccccc', parts: [at('he said it')] },
        ],
      ),
    );
    const pieces = all(parse(block!.html)).map((e) => [
      e.properties['dataClaim'],
      e.properties['id'] ?? null,
      e.properties['dataN'] ?? null,
      textOf(e),
    ]);
    expect(pieces).toEqual([
      ['bbbbbb', 'bbbbbb', '1', 'She said he'],
      ['cccccc', 'cccccc', null, 'he'],
      ['cccccc', null, '2', ' said it'],
    ]);
  });

  test.each([
    ['“It was late,” she said.', 'It was late,', '”'],
    ['He heard “it was late”.', 'it was late', '”'],
    ['“She said: ‘It was late.’”', 'It was late.', '’”'],
    ['She said: "It was late."', 'It was late.', '"'],
  ])('the number of a claim stands behind the mark that closes it: %s', (words, claim, mark) => {
    const start = words.indexOf(claim);
    const [block] = markedBlocks(
      articleWith([words], [{ id: 'bbbbbb', parts: [[start, start + claim.length]] }]),
    );
    expect(textOf(parse(block!.html))).toBe(words);
    const numbered = all(parse(block!.html)).filter((e) => e.properties['dataN'] !== undefined);
    expect(numbered.map(textOf)).toEqual([mark]);
  });

  test('a mark that opens what follows closes no claim', () => {
    const [block] = markedBlocks(
      articleWith(['It was late"he said".'], [{ id: 'bbbbbb', parts: [[0, 11]] }]),
    );
    const numbered = all(parse(block!.html)).filter((e) => e.properties['dataN'] !== undefined);
    expect(numbered.map(textOf)).toEqual(['It was late']);
  });

  test('an interrupted claim has its id on the first part and its number on the last', () => {
    const [block] = markedBlocks(
      articleWith([text], [{ id: 'bbbbbb', parts: [at('She'), at('late')] }]),
    );
    expect(
      all(parse(block!.html)).map((e) => [
        e.properties['id'] ?? null,
        e.properties['dataN'] ?? null,
      ]),
    ).toEqual([
      ['bbbbbb', null],
      [null, '1'],
    ]);
  });
});

describe('untrusted text', () => {
  test('stays text, and an address that runs something is no link', () => {
    const text = '<script>alert(1)</script> <img src=x onerror=alert(2)> click & go';
    const from = text.indexOf('click');
    const [block] = markedBlocks(
      articleWith(
        [text],
        [{ id: 'bbbbbb', parts: [[0, 10]] }],
        [{ start: from, end: from + 5, mark: 'link', href: 'javascript:alert(3)' }],
      ),
    );
    expect(textOf(parse(block!.html))).toBe(text);
    expect(all(parse(block!.html)).map((e) => e.tagName)).toEqual(['span']);
  });

  test('a speaker’s name cannot leave its attribute', () => {
    const article = articleWith(['Yes.'], [{ id: 'bbbbbb', parts: [[0, 3]] }]);
    article.claims[0]!.speaker = {
      ...article.claims[0]!.speaker!,
      name: '"><script>alert(1)</script>',
    };
    const elements = all(parse(markedBlocks(article)[0]!.html));
    expect(elements.map((e) => e.tagName)).toEqual(['span']);
    expect(elements[0]!.properties['dataSaid']).toBe('Claim, "><script>alert(1)</script>: ');
  });

  test('a link to the web stays one', () => {
    const [block] = markedBlocks(
      articleWith(
        ['See here.'],
        [],
        [{ start: 4, end: 8, mark: 'link', href: 'https://wire.example/' }],
      ),
    );
    expect(block!.html).toBe('See <a href="https://wire.example/" rel="noreferrer">here</a>.');
  });
});

describe('an article', () => {
  test.each(siteFixture().articles.map((a) => [a.id, a] as const))(
    '%s keeps the order of its source, with nothing left out',
    (_, article) => {
      const { head, text } = flowOf(article);
      const flat = [...head, ...text]
        .flatMap((item) => (item.kind === 'turn' ? item.items : [item]))
        .flatMap((item) => (item.kind === 'fold' ? item.blocks : [item.block]));
      expect(flat.map(({ html }) => textOf(parse(html))).join('\n\n')).toBe(article.text);
    },
  );

  test('an interview’s labels are set apart, with their colon', () => {
    const talk = siteFixture().articles[1]!;
    const turn = flowOf(talk).text.find((item) => item.kind === 'turn')!;
    const [first] = turn.kind === 'turn' ? turn.items : [];
    const label =
      first?.kind === 'block'
        ? all(parse(first.block.html)).find((e) =>
            (e.properties['className'] as string[]).includes('speaker-label'),
          )
        : undefined;
    expect(label && textOf(label)).toBe('Jon Reyes: ');
  });

  test('folded lines give each reason once', () => {
    const folds = flowOf(siteFixture().articles[0]!).text.filter((item) => item.kind === 'fold');
    expect(folds.map((fold) => fold.kind === 'fold' && fold.reasons)).toEqual([
      [{ why: 'invitation to share', rule: 'share-bar' }],
      [
        { why: 'comment form of the page', rule: 'comment-form' },
        { why: 'rights line', rule: 'rights' },
      ],
    ]);
  });
});

test('an excerpt marks the claim and has no ids, so that it may stand beside the text', () => {
  const harbour = siteFixture().articles[0]!;
  const claim = harbour.claims[0]!;
  const html = markedExcerpt(
    harbour,
    { start: claim.parts[0]!.reading.start, end: claim.parts[1]!.reading.end },
    claim,
  );
  expect(all(parse(html)).map((e) => [e.properties['id'], textOf(e)])).toEqual([
    [undefined, 'We will keep the night ferry,'],
    [undefined, 'and we will keep the fare.'],
  ]);
});
