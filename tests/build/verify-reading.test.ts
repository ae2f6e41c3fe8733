/** What is read of any source is, for the proof of a site, what its source says: no text stops a build there. */
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { asRead } from '../../src/build/verify/as-read.ts';
import { articleDeparture } from '../../src/build/verify/reading.ts';
import type { PublicArticle } from '../../src/publish/exports/schema.ts';
import { built } from '../support/content.ts';

/** Where the record of a source departs from it; null where it does not. */
function departureOf(source: string, path = 'content/sources/one.txt') {
  const file = new VFile({ path, value: new TextEncoder().encode(source) });
  const sources = [{ article: 'one', versions: [{ version: 1, path, file }] }];
  const [article] = built({}, {}, { sources }).articles;
  if (!article) return null;
  const { format, undone, text } = article;
  return articleDeparture(asRead({ undone } as PublicArticle, source), text, format === 'markdown');
}

const everyControl = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter(
  (sign) => /[\p{Cf}\p{Cc}\p{Z}]/u.test(sign) && sign !== '\0',
);

describe('a text reads as its source', () => {
  test.each(everyControl.map((sign) => [sign.charCodeAt(0).toString(16), sign]))(
    'with U+%s anywhere in it',
    (_, x) => {
      const body = `He${x} said${x} that it was ${x}fine${x}.\n${x}\nThe end${x}`;
      const title = `Bri${x}dge ${x} shut${x}\n\n${x}“We don${x}’t ${x}know${x},${x}”${x} said Ann Cole${x}.`;
      expect(departureOf(`${title}\n\n${body}`)).toBeNull();
      expect(departureOf(`# ${title}\n\n**${body}**\n\n> *${x}*[one](#)`)).toBeNull();
    },
  );

  test.each(['&#0;', '&#x85;', '&#xD800;', '&#xFFFE;', '&#1114112;', '&#9;', '&#127;', '&#xAD;'])(
    'with %s, which a parser of Markdown replaces',
    (reference) => {
      const value = `# Bridge shut\n\n“We ${reference} know,” said Ann Cole. It was ${reference}.\n`;
      expect(departureOf(value, 'content/sources/one.md')).toBeNull();
    },
  );

  test('whatever stands in it', () => {
    const words = fc.constantFrom(
      ...[
        'Ann Cole',
        ' said',
        ' that ',
        '“We go,”',
        '\n',
        '\n\n',
        '\r\n',
        '**',
        '_',
        '](',
        '[',
        '&amp;',
      ],
      ...[
        '&rsquo;',
        '&#x202e;',

        '\\',
        '`',
        '# ',
        '> ',
        '1. ',
        '---\n',
        '<b>',
        '=E2=80=99',
        'â€™',
        '—',
      ],
    );
    const piece = fc.oneof(
      { weight: 4, arbitrary: words },
      { weight: 1, arbitrary: fc.constantFrom(...everyControl) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), (pieces) => {
        const source = `A title\n\n${pieces.join('')}`.replaceAll('\0', '');
        expect(departureOf(source)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});
