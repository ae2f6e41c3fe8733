/** Taking in captures that are no text: what is read of them stands in source, card, manifest and record. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { VersionRow } from '../../../src/ledger/index.ts';
import { claimItem, toBibtex, toRis } from '../../../src/publish/exports/citations.ts';
import { column, pdfOf } from '../../support/captures.ts';
import { add, empty, oneFolder, records } from '../../support/command.ts';

const project = join(import.meta.dirname, '../../..');
const root = oneFolder('add-captures');
const captures = join(root, 'captures');
const site = (more = '') =>
  writeFileSync(
    join(root, 'content/site.md'),
    `---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n${more}---\n\nOf this test.\n`,
  );
beforeEach(() => {
  empty(root);
  mkdirSync(captures);
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  site();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const capture = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(captures, name), content);
  return join(captures, name);
};
const held = (folder: string) =>
  existsSync(join(root, 'content', folder))
    ? readdirSync(join(root, 'content', folder)).sort()
    : [];
const text = (path: string) => readFileSync(join(root, 'content', path), 'utf8');
const rows = () => JSON.parse(text('sources/manifest.json')) as VersionRow[];
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const said = (output: string) => output.replaceAll(`${captures}/`, '');

const FERRY =
  'The night ferry stays\n\nBy Ann Lee\n\n3 May 2021\n\n“We will keep the night ferry,” said Mara Obi, who chairs the harbour board. ' +
  'The board met in the old customs house, and thirty people stood in the rain to hear what it would say. ' +
  '“It sails at ten,” she added, and named neither the price nor the boat that would replace the one sold in March.\n';

/** The records of the archive as it stands. */
const built = async () => {
  const { readContent } = await import('../../../src/build/archive-files/content.ts');
  const { runPipeline } = await import('../../../src/build/archive-files/pipeline.ts');
  const { errors, archive } = runPipeline(readContent());
  expect(errors).toBe(0);
  return archive;
};

describe('the frame', () => {
  test('the day of a text that was put among the sources by hand is noted once', async () => {
    const path = join(root, 'content/sources/ferry.txt');
    writeFileSync(path, FERRY);
    writeFileSync(join(root, 'content/sources/manifest.json'), '[]\n');
    expect((await add(path)).stdout).toContain('it is noted that the archive has it from today');
    expect(rows()).toMatchObject([
      { article: 'ferry', version: 1, file: 'ferry.txt', sha256: sha256(FERRY), reason: null },
    ]);
    expect(rows()[0]?.taken).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await add(path)).stdout).toContain('the archive holds these bytes already');
    expect(rows()).toHaveLength(1);
  });

  test('a text that was packed or is in UTF-16 is taken in, with the digest of what was given', async () => {
    const packed = gzipSync(FERRY);
    const wide = Buffer.from(
      `\ufeff${FERRY.replace('Ann Lee', 'Bo Berg').replace('ten', 'nine')}`,
      'utf16le',
    );
    const { status, stdout } = await add(
      capture('ferry.txt.gz', packed),
      capture('late.txt', wide),
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Its text was in UTF-16 and is taken in as UTF-8.');
    expect(held('sources')).toEqual(['ferry.txt', 'late.txt', 'manifest.json']);
    expect(text('sources/ferry.txt')).toBe(FERRY);
    expect(rows().map(({ capture: from }) => from)).toEqual([
      {
        kind: 'gzip',
        name: 'ferry.txt.gz',
        sha256: sha256(packed),
        bytes: packed.length,
        kept: 'content/captures/ferry.gz',
      },
      expect.objectContaining({ kind: 'utf-16', sha256: sha256(wide) }),
    ]);
    expect(readFileSync(join(root, 'content/captures/ferry.gz')).equals(packed)).toBe(true);
    const { stderr } = await records();
    expect(stderr).not.toMatch(/captures|error/);
  });

  test('a capture is kept up to the size that the site card sets, and only once', async () => {
    site('keepCaptures: 0 kB\n');
    const packed = gzipSync(FERRY);
    expect((await add(capture('ferry.txt.gz', packed))).stdout).toContain('is not kept');
    expect(held('captures')).toEqual([]);
    expect(rows()[0]?.capture).toEqual(
      expect.objectContaining({ sha256: sha256(packed), bytes: packed.length }),
    );
    const again = await add(capture('again.txt.gz', packed));
    expect(again.stdout).toMatch(/holds this text already, as ferry\.txt/);
    expect(held('sources')).toEqual(['ferry.txt', 'manifest.json']);
  });

  test('a file in captures that stands for no text is named', async () => {
    await add(capture('ferry.txt.gz', gzipSync(FERRY)));
    writeFileSync(join(root, 'content/captures/stray.pdf'), 'x');
    const { stderr } = await records();
    expect(stderr).toMatch(/content\/captures\/stray\.pdf/);
    expect(stderr).not.toMatch(/content\/captures\/ferry/);
  });

  test('a capture that was changed or lost is named, and nothing is built on it', async () => {
    const packed = gzipSync(FERRY);
    await add(capture('ferry.txt.gz', packed));
    expect((await records()).status).toBe(0);
    const kept = join(root, 'content/captures/ferry.gz');
    const changed = Buffer.from(packed);
    changed[20] = 0;
    writeFileSync(kept, changed);
    const { status, stderr } = await records();
    expect(status).toBe(1);
    expect(stderr).toContain(
      `Unexpected bytes of the capture from which ferry.txt was taken, expected ${packed.length} bytes with the SHA-256 ${sha256(packed)}`,
    );
    rmSync(kept);
    const gone = await records();
    expect([gone.status, gone.stderr]).toEqual([
      1,
      expect.stringContaining('Unexpected archive without the capture from which ferry.txt was'),
    ]);
  });

  test('patterns and standard input are taken, and one table closes the call', async () => {
    capture('one.txt', FERRY);
    capture('two.txt', FERRY);
    capture('three.txt', `${FERRY}\nThis report was shortened.\n`);
    capture('four.bin', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 1]));
    const { status, stdout } = await add(join(captures, '*.*'));
    expect(status).toBe(1);
    expect(said(stdout).slice(said(stdout).indexOf('  taken '))).toMatchInlineSnapshot(`
      "  taken          one.txt    content/sources/one.txt
        taken          three.txt  content/sources/three.txt
        refused        four.bin   a program
        duplicate      two.txt    the same bytes as one.txt
        near copy      three.txt  94 % of it is in one
      2 texts taken in, 1 refused. \`npm run records\` now says what it was unsure of, with the card entries that settle it.
      "
    `);
    expect(held('sources')).toEqual(['manifest.json', 'one.txt', 'three.txt']);
    expect(text('articles/three.md')).toContain('copies: [one]');
    expect((await add(join(captures, '*.pdf'))).stderr).toMatch(
      /^There is no file or folder that fits/,
    );
    const piped = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(project, 'scripts/add.ts'), '-'],
      {
        cwd: project,
        encoding: 'utf8',
        input: 'The last lamplighter\n\nThe lamp is out, they say.\n',
      },
    );
    expect([piped.status, piped.stderr]).toEqual([0, '']);
    expect(held('sources')).toContain('the-last-lamplighter.txt');
  });

  test('a page in another encoding is kept, and read in UTF-8', async () => {
    const page = `<html><head><title>The night ferry stays</title></head><body><p>${FERRY}</p></body></html>`;
    const given = Uint8Array.from(
      [...page].map((sign) => ({ '“': 0x93, '”': 0x94 })[sign] ?? sign.charCodeAt(0)),
    );
    const { status, stdout } = await add(capture('ferry.htm', given));
    expect([status, stdout]).toEqual([0, expect.stringContaining('Its text was in windows-1252')]);
    expect(text('sources/ferry.html')).toBe(page);
    expect(rows()[0]?.capture).toEqual({
      ...{ kind: 'html', name: 'ferry.htm', sha256: sha256(given), bytes: given.length },
      kept: 'content/captures/ferry.htm',
    });
    expect((await records()).status).toBe(0);
  });

  test('pages without an article are refused, unless somebody says what they are', async () => {
    const fault = capture(
      'gone.html',
      '<html><title>404 Not Found</title><p>There is nothing here.</p></html>',
    );
    const frames = capture(
      'frames.html',
      '<html><title>Post</title><frameset><frame src="a.html"></frameset></html>',
    );
    const { status, stderr } = await add(fault, frames);
    expect(status).toBe(1);
    expect(said(stderr)).toMatchInlineSnapshot(`
      "gone.html was not taken in: it is the page of a fault or a barrier and no article: \`404 Not Found\`.
        Save the page once more from a browser that shows the article (as it stands then, with SingleFile or as MHTML); of a page in frames, save the frame.
        If it is an article all the same: npm run add -- --format html gone.html
      frames.html was not taken in: it holds no running text: what it shows stands in the files of its frames, or is put in by scripts.
      "
    `);
    expect(held('sources')).toEqual([]);
    expect((await add('--format', 'html', fault)).status).toBe(0);
    expect(text('articles/gone.md')).toContain('\nformat: html\n');
  });

  test('rows of one title are articles of their own, and one report in two papers is a copy', async () => {
    const row = (paper: string, words: string, title = 'The night ferry stays') =>
      JSON.stringify({ title, url: `https://${paper}.example/a`, source: paper, text: words });
    const other =
      'A lamplighter writes about the lamps of the old harbour, which nobody has lit since spring.';
    await add(capture('one.jsonl', `${row('post', FERRY)}\n${row('echo', FERRY)}\n`));
    await add(capture('two.jsonl', `${row('mail', other)}\n${row('post', FERRY)}\n`));
    expect(held('sources')).toEqual([
      'manifest.json',
      'the-night-ferry-stays-2.txt',
      'the-night-ferry-stays-3.txt',
      'the-night-ferry-stays.txt',
    ]);
    expect(text('articles/the-night-ferry-stays-2.md')).toContain(
      'copies: [the-night-ferry-stays]',
    );
    const { status, stderr } = await records();
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('same bytes')]);
  });

  test('one report on two pages is told by its paragraphs, whatever stands around them', async () => {
    const page = (menu: string) =>
      `<html><head><title>Ferry</title><script>${menu.repeat(40)}</script></head><body><nav>${menu.repeat(60)}</nav>${FERRY.split(
        '\n\n',
      )
        .map((line) => `<p>${line}</p>`)
        .join('')}<footer>${menu.repeat(30)}</footer></body></html>`;
    const { stdout } = await add(
      capture('one.html', page('Sport today and tomorrow. ')),
      capture('two.html', page('Weather for the week ahead. ')),
    );
    expect(said(stdout)).toMatch(/near copy +two\.html +\d\d+ % of it is in one/);
  });

  test('the card shows every key with what was found', async () => {
    await add(capture('ferry.txt', FERRY));
    expect(text('articles/ferry.md')).toMatchInlineSnapshot(`
      "---
      # What the text does not state, or what was read wrongly. Take the # away to say it yourself.
      # title: The night ferry stays # found in the text
      # dek: THE LINE BELOW THE TITLE
      # byline: [ { name: Ann Lee, role: author } ] # found in the text
      # outlet: ID # of content/outlets/<id>.md, which holds \`name: …\` between two lines ---
      # published: {edtf: 2021-05-03, basis: stated} # found in the text
      # captured: {edtf: 2021-05-04, basis: stated} # when this copy was made
      # spoken: {edtf: 2021-03-12, basis: stated} # when the words of an interview were spoken
      # kind: report # or interview, opinion, transcript, statement, other
      # form: narrative # or dialogue
      # language: en # detected
      # rights: {holder: WHO HOLDS THEM, statement: AS THE TEXT STATES THEM}
      # original: https://example.org/ # the address it was published at
      # archived: https://example.org/copy # the address of a copy in a web archive
      # format: plain-text # or markdown, where it was taken for the other
      # undo: [] # what is undone before it is read
      # copies: [ID] # articles that are copies of this one
      # formerly: [ID] # what this file was called before
      # labels: {Q: ID, A: ID} # whose turns a label of an interview heads
      # claims:
      #   - {words: THE WORDS OF A CLAIM, speaker: ID, why: HOW ONE KNOWS}
      # accept:
      #   - {message: unknown-outlet, line: 1, why: WHY THE WARNING MAY STAND}
      ---
      "
    `);
    expect((await records()).status).toBe(0);
  });

  test('what unpacks without end is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(65_000_000, 32), { level: 9 });
    const packed = gzipSync(gzipSync(gzipSync(gzipSync(FERRY))));
    const { status, stderr } = await add(capture('a.gz', bomb), capture('b.gz', packed));
    expect(status).toBe(1);
    expect(said(stderr)).toMatchInlineSnapshot(`
      "a.gz was not taken in: it is a compressed file (gzip) and unpacks to more than 64 MB.
        Unpack it, and take in the parts that are wanted.
      b.gz was not taken in: it is a compressed file (gzip), packed within itself again and again.
        Capture it once more, or take in its text as a \`.txt\` file.
      "
    `);
    expect(held('sources')).toEqual([]);
  });
});

describe('a PDF', () => {
  const page = (words: string[]) => column(50, 720, words);
  const paper = pdfOf(
    [
      [
        { words: 'The night ferry stays', x: 50, y: 760, size: 20 },
        ...page([
          'The board met on Monday in the old customs house. “We will keep the',
          'night ferry,” said Mara Obi, who chairs the board of the',
        ]),
      ],
      page([
        'harbour. Thirty people stood in the rain to hear it.',
        '“It sails at ten,” said Ida Berg of the harbour office.',
      ]),
    ],
    { info: '/Title (The night ferry stays) /Author (Ann Lee)' },
  );

  test('is taken in as its text, and each claim has its page', async () => {
    const { status, stdout } = await add(capture('ferry-paper.pdf', paper));
    expect([status, said(stdout)]).toEqual([0, expect.stringContaining('2 pages.')]);
    expect(text('articles/ferry-paper.md')).toContain(
      'title: "The night ferry stays" # the entry Title of the PDF, and printed in it',
    );
    expect(readFileSync(join(root, 'content/captures/ferry-paper.pdf')).equals(paper)).toBe(true);
    const { articles } = await built();
    expect(articles[0]?.source.capture).toEqual({
      kind: 'pdf',
      name: 'ferry-paper.pdf',
      sha256: sha256(paper),
      bytes: paper.length,
      kept: 'content/captures/ferry-paper.pdf',
    });
    expect(
      articles[0]?.claims.map((claim) => [claim.text, claim.speaker?.name, claim.page]),
    ).toEqual([
      ['We will keep the night ferry,', 'Mara Obi', 1],
      ['It sails at ten,', 'Ida Berg', 2],
    ]);
    const [article] = articles;
    const claim = article?.claims[1];
    const site = {
      name: 'Test archive',
      address: 'http://localhost:4321/',
      curator: 'A',
      report: null,
      about: '',
    };
    const cited =
      article && claim && claimItem(claim, article, site, site.address, () => undefined);
    expect(cited?.item.page).toBe('2');
    expect(cited && toBibtex(cited)).toContain('pages = {2},');
    expect(cited && toRis(cited)).toContain('\nSP  - 2\n');
    // The break of the page stands within a sentence, and is read as a blank.
    expect(articles[0]?.text).toContain('the board of the harbour. Thirty');
  });

  test('that is damaged is refused, and what else was named is taken', async () => {
    const { status, stderr } = await add(
      capture('cut.pdf', paper.subarray(0, 100)),
      capture('ferry.txt', FERRY),
    );
    expect([status, held('sources')]).toEqual([1, ['ferry.txt', 'manifest.json']]);
    expect(said(stderr)).toBe(
      'cut.pdf was not taken in: it is a PDF file and is damaged.\n  Capture it once more, or take in its text as a `.txt` file.\n',
    );
    expect(held('captures')).toEqual([]);
  });
});

describe('times', () => {
  const claims = async () => {
    const { articles } = await built();
    return articles.flatMap((article) =>
      article.claims.map((claim) => [claim.text, claim.speaker?.name, claim.time]),
    );
  };
  const SAID = [
    'Why does the office want to sell both boats at once?',
    'Because nobody will buy one alone, and the yard closed in 2011.',
    'What would replace them in the winter months?',
    'A bus over the new bridge, every half hour until midnight.',
  ];
  const spoken = (
    times: readonly string[],
    turn: (time: string, name: string, words: string) => string,
  ) =>
    SAID.map((words, i) => turn(times[i] ?? '', i % 2 ? 'Peter Amsel' : 'Ingrid Vale', words)).join(
      '\n\n',
    );

  test('of subtitles stand with each claim', async () => {
    const starts = ['00:00:01', '00:12:31', '01:02:03', '01:02:10'];
    const { status } = await add(
      capture(
        'talk.vtt',
        `WEBVTT\n\n${spoken(starts, (time, name, words) => `${time}.000 --> ${time}.900\n<v ${name}>${words}`)}\n`,
      ),
    );
    expect([status, held('sources')]).toEqual([0, ['manifest.json', 'talk.txt']]);
    expect(await claims()).toEqual(
      SAID.map((words, i) => [words, i % 2 ? 'Peter Amsel' : 'Ingrid Vale', starts[i]]),
    );
  });

  test.each([
    [
      ['00:00:05', '00:12:31', '00:13:00', '01:14:00'],
      ['00:00:05', '00:12:31', '00:13:00', '01:14:00'],
    ],
    [
      ['00:05', '12:31', '13:00', '14:00'],
      ['00:00:05', '00:12:31', '00:13:00', '00:14:00'],
    ],
    // Times of day.
    [
      ['19:02', '19:05', '19:06', '19:07'],
      [undefined, undefined, undefined, undefined],
    ],
  ])('of a transcript: %j', async (starts, times) => {
    const turns = spoken(starts, (time, name, words) => `[${time}] ${name}: ${words}`);
    await add(capture('hearing.txt', `Hearing on the night ferry\n\n${turns}\n`));
    expect((await claims()).map(([, , time]) => time)).toEqual(times);
  });
});

describe('a list of facts', () => {
  const list = (rows: string) =>
    capture('list.csv', `filename,headline,byline,outlet,date,url,archived copy\n${rows}`);
  const ROW =
    'ferry.txt,The ferry of the night,Ann Lee; Bo Berg,Harbour Post,2021-05-03,https://harbour.example/ferry,https://web.example/web/20240512101500/https://harbour.example/ferry\n';

  test('fills the cards of many files, and makes the outlet that it names', async () => {
    const file = capture('ferry.txt', FERRY);
    const { status, stderr } = await add('--metadata', list(ROW), file);
    expect([status, stderr]).toEqual([0, '']);
    expect(
      text('articles/ferry.md')
        .split('\n')
        .filter((line) => !line.startsWith('#')),
    ).toEqual([
      '---',
      'title: "The ferry of the night" # the field “headline” of row 1 of list.csv',
      'byline: # the field “byline” of row 1 of list.csv',
      '  - { name: "Ann Lee", role: author }',
      '  - { name: "Bo Berg", role: author }',
      'outlet: harbour-post # the field “outlet” of row 1 of list.csv',
      'published:',
      '  edtf: 2021-05-03',
      '  basis: stated',
      '  note: "the field “date” of row 1 of list.csv"',
      'captured:',
      '  edtf: 2024-05-12',
      '  basis: stated',
      '  note: "the field “archived copy” of row 1 of list.csv"',
      'original: "https://harbour.example/ferry" # the field “url” of row 1 of list.csv',
      'archived: "https://web.example/web/20240512101500/https://harbour.example/ferry" # the field “archived copy” of row 1 of list.csv',
      '---',
      '',
    ]);
    const { articles } = await built();
    expect(articles[0]).toMatchObject({
      title: 'The ferry of the night',
      outlet: { id: 'harbour-post', name: 'Harbour Post' },
      published: { edtf: '2021-05-03', basis: 'stated' },
      archived: 'https://web.example/web/20240512101500/https://harbour.example/ferry',
    });
  });

  test.each([
    [
      'refs.ris',
      'TY  - NEWS\r\nTI  - The ferry of the night\r\nAU  - Lee, Ann\r\nAU  - Berg, Bo\r\nT2  - Harbour Post\r\nDA  - 2021/05/03/\r\nY2  - 2024/05/12/\r\nUR  - https://harbour.example/ferry\r\nL1  - files/12/ferry.txt\r\nER  - \r\n',
    ],
    [
      'refs.bib',
      '% of the desk\n@online{lee, title = {The ferry of the {night}}, author = {Lee, Ann and Bo Berg}, journaltitle = {Harbour Post}, date = {2021-05-03}, urldate = {2024-05-12}, url = {https://harbour.example/ferry}, file = {Text:files/12/ferry.txt:text/plain}}\n',
    ],
    [
      'old.bib',
      '@article{lee, title = "The ferry of the night", author = "Ann Lee and Bo Berg", journal = "Harbour Post", year = 2021, month = may, day = 3, urldate = {2024-05-12}, url = {https://harbour.example/ferry}, file = {ferry.txt}}\n',
    ],
  ])('of a program that manages citations: %s', async (name, content) => {
    const { status, stderr } = await add(
      '--metadata',
      capture(name, content),
      capture('ferry.txt', FERRY),
    );
    expect([status, stderr]).toEqual([0, '']);
    const { articles } = await built();
    expect(articles[0]).toMatchObject({
      title: 'The ferry of the night',
      byline: [{ name: 'Ann Lee' }, { name: 'Bo Berg' }],
      outlet: { name: 'Harbour Post' },
      published: { edtf: '2021-05-03', basis: 'stated' },
      captured: { edtf: '2024-05-12' },
      original: 'https://harbour.example/ferry',
    });
  });

  test('of citations that is damaged is refused, and nothing is taken in', async () => {
    const { status, stderr } = await add(
      '--metadata',
      capture('refs.bib', '@online{lee, title = {The ferry'),
      capture('ferry.txt', FERRY),
    );
    expect([status, said(stderr)]).toEqual([
      1,
      expect.stringMatching(
        /^The list refs\.bib cannot be read: it is a list of citations that is damaged: /,
      ),
    ]);
    expect(held('sources')).toEqual([]);
  });

  test('tells of a saved page by the address that the page states', async () => {
    const page = `<!doctype html><html><head><title>Ferry</title><link rel="canonical" href="https://harbour.example/ferry"></head><body><h1>Ferry</h1><p>${FERRY.slice(50).trim()}</p></body></html>`;
    const { status } = await add(
      '--metadata',
      capture('list.csv', 'title,url\nThe ferry of the night,https://harbour.example/ferry\n'),
      capture('page.html', page),
    );
    expect(status).toBe(0);
    expect(text('articles/page.md')).toContain('title: "The ferry of the night"');
  });

  test('that tells of other files, or of none, says so', async () => {
    const file = capture('ferry.txt', FERRY);
    const other = await add('--metadata', list(ROW + ROW.replace('ferry.txt', 'boat.txt')), file);
    expect([other.status, said(other.stderr)]).toEqual([
      1,
      'list.csv tells of files that were not named, or not found: row 2.\n',
    ]);
    expect(held('sources')).toContain('ferry.txt');
    const none = await add(
      '--metadata',
      capture('bare.csv', 'title,date\nFerry,2021-05-03\n'),
      file,
    );
    expect(said(none.stderr)).toMatch(/^The list bare\.csv names neither files nor addresses/);
  });
});
