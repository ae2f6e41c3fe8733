/** What pages say of claims whose source changed, and of what persons decided on them. */
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifySite } from '../../src/build/verify/index.ts';
import { attribute, builtSite, elements, textContent, type BuiltSite } from '../support/built.ts';
import { HTML_RULES } from '../support/html-rules.ts';
import { versionedArchive, type VersionedArchive } from '../support/versioned-archive.ts';

let archive: VersionedArchive;
let built: BuiltSite;
beforeAll(() => {
  archive = versionedArchive();
  built = builtSite(archive.build());
});
afterAll(() => archive?.remove());

const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
/** What a page says in its main part. */
const said = (page: string) =>
  clean(
    textContent(
      elements(built.tree(`${page}index.html`)).find(({ tagName }) => tagName === 'main')!,
    ),
  );
const found = (page: string, name: string) =>
  elements(built.tree(`${page}index.html`))
    .filter(({ tagName }) => tagName === name)
    .map((node) => clean(textContent(node)));
/** A list of terms as `term: what is said of it`. */
const terms = (page: string) =>
  elements(built.tree(`${page}index.html`))
    .filter(({ tagName }) => tagName === 'dl')
    .flatMap((list) => {
      const parts = elements(list).filter(({ tagName }) => tagName === 'dt' || tagName === 'dd');
      return parts.flatMap((part, i) =>
        part.tagName === 'dt'
          ? [`${clean(textContent(part))}: ${clean(textContent(parts[i + 1]!))}`]
          : [],
      );
    });

test('the site is in order', async () => {
  expect((await verifySite(built.folder)).problems).toEqual([]);
  const validator = new HtmlValidate(HTML_RULES);
  for (const page of built.pages.filter((one) => /^(claims|articles|about)\//.test(one))) {
    const { results } = await validator.validateString(built.read(page), page);
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${page} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  }
});

describe('a claim that a person confirmed in other words', () => {
  const page = () => `claims/${archive.ids.mara}/`;
  test('shows the former words with their version, the difference, the reason, who decided and when', () => {
    expect(found(page(), 'blockquote').slice(0, 2)).toEqual([
      '“We will keep the night ferry, almost whatever it costs,”',
      'We will keep the night ferry, whatever it costs,',
    ]);
    expect(found(page(), 'ins')).toContain('almost');
    expect(terms(page())).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Stood in: version 1, characters \d+ to \d+/),
        expect.stringContaining(`whose address leads here`),
        'Reason: the publisher mended a slip',
        'Decided by: Rosa Lind',
        'Decided on: 1 March 2024',
      ]),
    );
  });
  test('says that its stance may have been judged on the former words, there and under the topic', () => {
    expect(said(page())).toContain('perhaps on the former words');
    expect(said('topics/is-the-night-ferry-to-stay/')).toContain(
      'the stance may have been judged on the former words',
    );
  });
  test('is led to by the other id, whose page names who decided and shows the words that stand now', () => {
    const other = `claims/${archive.fresh.mara}/`;
    expect(found(other, 'h1')).toEqual([
      `Claim ${archive.fresh.mara} was merged into claim ${archive.ids.mara}`,
    ]);
    expect(terms(other)).toEqual(
      expect.arrayContaining([
        'Decided by: Rosa Lind',
        'Decided on: 1 March 2024',
        expect.stringMatching(
          /^Now: “We will keep the night ferry, almost whatever it costs,” Mara Obi, claim 1 in Harbour Post/,
        ),
      ]),
    );
  });
});

describe('what became of the words, and what the claim is, are told apart', () => {
  test.each([
    ['tove', 'waits for a person', 'changed', 'has lost its place'],
    ['ida', 'superseded', 'changed', 'was superseded by claim'],
    ['felix', 'merged', 'changed', 'was merged into claim'],
    ['noor', 'withdrawn', 'changed', 'was withdrawn'],
    ['lena', 'waits for a person', 'gone', 'has lost its place'],
    ['pia', 'withdrawn', 'moved', 'was withdrawn'],
  ] as const)('%s: %s, words %s', (who, status, fate, heading) => {
    const page = `claims/${archive.ids[who]}/`;
    expect(found(page, 'h1')[0]).toContain(heading);
    expect(terms(page)).toEqual(
      expect.arrayContaining([
        `Status: ${status}`,
        expect.stringMatching(new RegExp(`^Words in the newest version: ${fate} `)),
      ]),
    );
    if (status === 'withdrawn') expect(said(page)).not.toMatch(/fare|letters/);
    else expect(said(page)).toMatch(/Speaker(?:Tove|Ida|Felix|Lena) /);
    const list = said('articles/board-keeps-the-ferry/versions/');
    expect(list).toMatch(new RegExp(`status: ${status}[^]*claim ${archive.ids[who]}`));
  });

  test('on the page about permanence each stands once, under what it is', () => {
    const [waiting, ...others] = elements(built.tree('about/permanence/index.html'))
      .filter(
        ({ tagName, properties }) =>
          tagName === 'section' &&
          attribute({ tagName, properties } as never, 'className')?.includes('sec'),
      )
      .filter((section) =>
        /^(Waiting|Superseded|Merged|Withdrawn|Moved|Names)/.test(textContent(section)),
      )
      .map((section) => clean(textContent(section)));
    expect(waiting).toMatch(/^Waiting for a person2 addresses/);
    expect(others.map((text) => /^[A-Za-z ]+/.exec(text)![0])).toEqual([
      'Superseded',
      'Merged',
      'Withdrawn',
      'Moved',
      'Names without claims',
    ]);
    for (const text of others) expect(text).not.toContain('waits for a person');
  });
});

test('an orphan’s page says what stands in its place, and takes it for nothing', () => {
  expect(found(`claims/${archive.ids.lena}/`, 'h2')).toEqual(['What stands there now']);
  expect(found(`claims/${archive.ids.tove}/`, 'h2')).toEqual(['What it may be now']);
  expect(said(`claims/${archive.ids.tove}/`)).toMatch(/Tove Lindqvist[^;]*; direct, claim 2/);
  expect(said(`claims/${archive.ids.tove}/`)).not.toMatch(/replaced|overwritten/);
});

test('claims of a withdrawn article name who withdrew it', () =>
  expect(terms(`claims/${archive.ids.sold}/`)).toEqual(
    expect.arrayContaining([
      'Article: ferry-to-be-sold',
      'Status: withdrawn',
      'Reason: at the publisher’s request',
      'Decided by: Rosa Lind',
      'Decided on: 6 March 2024',
    ]),
  ));

test('what moved, and names that nobody withdrew, are called what they are', () => {
  expect(found('outlets/harbour-gazette/', 'h1')).toEqual(['Outlet harbour-gazette has moved']);
  expect(terms('outlets/harbour-gazette/')).toContain('Now: Harbour Post');
  expect(said('speakers/nobody-here/')).toContain('Speaker nobody-here has no claims today');
  expect(said('speakers/nobody-here/')).not.toMatch(/withdrawn/i);
});

describe('the differences of two versions', () => {
  const page = 'articles/board-keeps-the-ferry/versions/1-2/';
  test('are counted, and each leads to the next', () => {
    const all = elements(built.tree(`${page}index.html`));
    const jumps = all
      .filter((node) => attribute(node, 'className') === 'jump')
      .map((node) => attribute(node, 'href'));
    expect(jumps).toEqual([
      ...Array.from({ length: jumps.length - 1 }, (_, i) => `#change-${i + 2}`),
      '#changes',
    ]);
    expect(said(page)).toContain(`Changes${jumps.length} changes`);
    expect(
      all.flatMap((node) => attribute(node, 'id') ?? []).filter((id) => id.startsWith('change-')),
    ).toHaveLength(jumps.length);
  });
  test('set removed and added words apart, and keep a removed sentence whole', () => {
    expect(said(page)).toContain('no longer still');
    expect(found(page, 'del')).toContain(
      '“Half of the money is already spent,” said Lena Falk, a member of the board.',
    );
  });
});

test('an article that was taken in on a day was captured by then', () =>
  expect(said('articles/board-keeps-the-ferry/')).toContain(
    'Capturedon or before 6 February 2024 inferred: version 2 was taken in on that day',
  ));
