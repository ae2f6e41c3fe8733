/** What the card of the site sets: read into its record, or refused with what was found and what would do. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/whole.ts';
import { datapackage } from '../../src/publish/exports/datapackage.ts';
import { contentOf } from '../support/content.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const PNG = bytes('\x89PNG\r\n\x1a\nand so on');

function site(
  lines: readonly string[],
  {
    logo,
    about,
    pages = {},
  }: { logo?: Uint8Array; about?: string; pages?: Record<string, string> } = {},
) {
  const value = `---\nname: Test\naddress: https://archive.example/\ncurator: Nobody\n${lines.join('\n')}\n---\n`;
  const content = contentOf(
    {},
    { pages },
    {
      site: new VFile({ path: 'content/site.md', value }),
      ...(logo && { logo: new VFile({ path: 'content/logo.svg', value: logo }) }),
      ...(about !== undefined && {
        about: new VFile({ path: 'content/about.md', value: Buffer.from(about) }),
      }),
    },
  );
  const { site: record } = buildArchive(content);
  const files = [
    content.site,
    ...(content.about ? [content.about] : []),
    ...content.cards.pages.map(({ file }) => file),
  ];
  const messages = files.flatMap(({ path, messages: all }) =>
    all.map(({ line, reason, note }) => `${path}:${line}: ${reason}\n${String(note)}`),
  );
  return { record, messages };
}

test('everything it may set stands in the record', () => {
  const { record, messages } = site(
    [
      'description: Of the night ferry.',
      'licence: CC-BY-4.0',
      'accent: "#7A1F3D"',
      'logo: logo.svg',
      'footer: Kept by [the library](https://library.example/).',
      'menu: [articles, imprint]',
    ],
    {
      logo: PNG,
      about: '# Why\n\nTo keep it.\n',
      pages: { imprint: '---\ntitle: Imprint\n---\nQuay 3.\n' },
    },
  );
  expect(messages).toEqual([]);
  expect(record).toMatchObject({
    description: 'Of the night ferry.',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    accent: { light: '#7a1f3d', dark: expect.stringMatching(/^#[\da-f]{6}$/) as string },
    logo: { file: 'logo.png', type: 'image/png', base64: Buffer.from(PNG).toString('base64') },
    footer: 'Kept by [the library](https://library.example/).',
    menu: ['articles', 'imprint'],
    aboutPage: '# Why\n\nTo keep it.',
    pages: [{ id: 'imprint', title: 'Imprint', text: 'Quay 3.' }],
  });
});

describe('releases of the archive', () => {
  const releases = (...lines: string[]) => ['releases:', ...lines.map((line) => `  - {${line}}`)];
  const FIRST = 'version: "1.0", date: 2023-02-01, changes: The first texts.';
  const SECOND = 'version: "1.1", date: 2024-05-12, changes: Two speakers are told apart.';

  test('stand the newest first', () => {
    const { record, messages } = site(releases(FIRST, SECOND));
    expect(messages).toEqual([]);
    expect(record?.releases).toEqual([
      { version: '1.1', date: '2024-05-12', changes: 'Two speakers are told apart.' },
      { version: '1.0', date: '2023-02-01', changes: 'The first texts.' },
    ]);
    expect(
      JSON.parse(datapackage({ root: 'https://a.example/', site: record! }, [])) as object,
    ).toHaveProperty('version', '1.1');
  });

  test.each([
    ['the same version twice', releases(FIRST, FIRST), /another version in each/],
    ['no day', releases('version: "1.0", changes: Texts.'), /date/],
    ['a version that is a number', releases(FIRST.replace('"1.0"', '1.0')), /version/],
  ])('are refused with %s', (_, lines, what) => {
    const { messages } = site(lines);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(what);
    expect(messages[0]).toMatch(/^content\/site\.md:[56]: /);
  });
});

test('what it does not set is not in the record', () =>
  expect(Object.keys(site([]).record ?? {}).sort()).toEqual(
    ['about', 'address', 'curator', 'name', 'report'].sort(),
  ));

describe('a colour that cannot be read is refused with its contrast', () => {
  test.each([
    [
      'accent: "#ffcc00"',
      5,
      /accent `#ffcc00` with a contrast of 1\.\d\d:1 on light pages, expected at least 4\.5:1/,
    ],
    [
      'accent: {light: "#7a1f3d", dark: "#7a1f3d"}',
      5,
      /accent `#7a1f3d` with a contrast of \d\.\d\d:1 on dark pages/,
    ],
    ['accent: plum', 5, /expected a colour such as `"#7a1f3d"`/],
  ])('%s', (line, at, reason) => {
    const { messages } = site([line]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(new RegExp(`^content/site\\.md:${at}: `));
    expect(messages[0]).toMatch(reason);
  });
  test('the colour that is offered instead is taken', () => {
    const better = /nearest to it is `("#[\da-f]{6}")`/.exec(
      site(['accent: "#ffcc00"']).messages[0] ?? '',
    )?.[1];
    expect(site([`accent: ${better}`]).messages).toEqual([]);
  });
});

describe('a logo that a site cannot show is refused', () => {
  const svg = (inside: string) => bytes(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
  test.each([
    ['a script', svg('<script>alert(1)</script>'), /`<script` in the SVG/],
    ['a handler', svg('<path onload="alert(1)"/>'), /`onload=` in the SVG/],
    ['an address', svg('<image href="https://example.org/a.png"/>'), /in the SVG/],
    ['a style from elsewhere', svg('<style>@import "a.css"</style>'), /`@import` in the SVG/],
    [
      'an entity',
      bytes('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'),
      /SVG, PNG, WebP or JPEG|in the SVG/,
    ],
    ['a text', bytes('logo'), /expected an SVG, PNG, WebP or JPEG picture/],
    ['too large a one', new Uint8Array(200_001), /picture of 200,001 bytes/],
  ])('%s', (_, logo, reason) => {
    const { record, messages } = site(['logo: logo.svg'], { logo });
    expect(messages).toEqual([expect.stringMatching(reason)]);
    expect(record?.logo).toBeUndefined();
  });
  test('one that is not there', () =>
    expect(site(['logo: logo.svg']).messages).toEqual([
      expect.stringMatching(/Put the picture at content\/logo\.svg/),
    ]));
  test('a path out of the content folder', () =>
    expect(site(['logo: ../logo.svg']).messages).toEqual([
      expect.stringMatching(/in the content folder/),
    ]));
  test.each([
    ['drawn', svg('<defs><linearGradient id="a"/></defs><path fill="url(#a)"/><use href="#a"/>')],
    [
      'with a declaration',
      bytes('<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg/>'),
    ],
  ])('an SVG that is only %s is taken', (_, logo) =>
    expect(site(['logo: logo.svg'], { logo }).record?.logo?.type).toBe('image/svg+xml'),
  );
});

test('a menu entry that is nothing is refused, with what it may be and how to begin a page of that name', () => {
  const { messages } = site(['menu: [articles, speeches, imprint]'], {
    pages: { imprint: '---\ntitle: Imprint\n---\n' },
  });
  expect(messages).toEqual([
    expect.stringMatching(/menu entry `speeches`, expected one of .*`imprint`/),
  ]);
  expect(messages[0]).toMatch(/content\/pages\/speeches\.md[\s\S]*title: THE TITLE/);
});

test('a page of one’s own without a title is told', () =>
  expect(site([], { pages: { imprint: 'Quay 3.\n' } }).messages).toEqual([
    expect.stringMatching(/^content\/pages\/imprint\.md:1: [\s\S]*title: THE TITLE OF THE PAGE/),
  ]));
