/**
 * `npm run dev` follows an archive; what is said where nothing could be made of it yet; and what every command says of
 * a folder that is no archive.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { run, serving } from '../support/processes.ts';

const site = (name: string) =>
  `---\nname: ${name}\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n`;
const text = (title: string, words: string, name: string) =>
  `${title}\n\nBy Jon Reyes\n\n14 March 2021\n\n“${words},” said ${name}, chair of the harbour board, on Monday. The old hall by the quay was full, and most who had come were sailors.\n`;

let folder = '';
const put = (root: string, path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-live-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run dev', () => {
  test('follows the content of the archive that is named', async () => {
    // Not built yet: a source that was published is never rewritten.
    const fresh = join(folder, 'Bücher & 100% #1', 'fresh');
    put(
      fresh,
      'content/site.md',
      site('Fresh archive').replace('curator:', 'accent: "#7a1f3d"\nlogo: logo.svg\ncurator:'),
    );
    put(fresh, 'content/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>');
    const rewrite = (words: string) =>
      put(
        fresh,
        'content/sources/old-mill.txt',
        text('Board sells the mill', words, 'Tove Lindqvist'),
      );
    rewrite('We will sell the old mill');
    const dev = await serving('dev', ['--archive', fresh]);
    try {
      const page = async (path: string) => {
        const answer = await fetch(new URL(path, dev.address));
        return `${answer.status} ${await answer.text()}`;
      };
      expect(await page('/articles/old-mill/')).toContain('sell the old mill');
      expect(await page('/logo.svg')).toMatch(/^200 <svg/);
      expect(await page('/accent.css')).toMatch(/^200 [^]*#7a1f3d/);
      for (const words of ['We will keep the new mill', 'We will burn the third mill']) {
        rewrite(words);
        await vi.waitFor(async () => expect(await page('/articles/old-mill/')).toContain(words), {
          timeout: 60_000,
          interval: 500,
        });
      }
      put(
        fresh,
        'content/sources/new-dam.txt',
        text('The new dam', 'The dam holds for now', 'Pia Holm'),
      );
      await vi.waitFor(
        async () => expect(await page('/articles/new-dam/')).toContain('dam holds for now'),
        { timeout: 60_000, interval: 500 },
      );
      expect(await page('/')).toContain('The new dam');
    } finally {
      await dev.end();
    }
  });
});

describe('an archive of which nothing could be made yet', () => {
  test('a card that is mended while the site starts is followed', async () => {
    const early = join(folder, 'early');
    const card = site('Early archive');
    put(early, 'content/site.md', card.replace('curator:', 'colour: red\ncurator:'));
    put(early, 'content/sources/old-pier.txt', text('Board shuts the pier', 'It sways', 'Ann Lee'));
    let isMended = false;
    const dev = await serving('dev', ['--archive', early], {}, (output) => {
      if (isMended || !output.includes('There is nothing to show')) return;
      isMended = true;
      put(early, 'content/site.md', card);
    });
    try {
      await vi.waitFor(
        async () => expect(await (await fetch(dev.address)).text()).toContain('Early archive'),
        { timeout: 60_000, interval: 500 },
      );
    } finally {
      await dev.end();
    }
  });

  test('nothing is said of records from before', async () => {
    const broken = join(folder, 'broken');
    put(
      broken,
      'content/site.md',
      site('Broken archive').replace('curator:', 'colour: red\ncurator:'),
    );
    put(
      broken,
      'content/sources/old-weir.txt',
      text('Board drains the weir', 'It leaks', 'Ann Lee'),
    );
    expect(run('records', ['--archive', broken])).toMatchObject({
      status: 1,
      output: expect.stringMatching(/1 error: no records were written\.\s*$/) as string,
    });
    const dev = await serving('dev', ['--archive', broken]);
    try {
      expect(dev.output()).toMatch(/1 error\. There is nothing to show until it is mended\./);
      const nothing = await fetch(dev.address);
      expect([nothing.status, await nothing.text()]).toEqual([
        503,
        expect.stringMatching(/Unexpected key `colour`[^]*There is nothing to show/),
      ]);
      expect(dev.output()).not.toMatch(/^ *at /m);
      put(broken, 'content/site.md', site('Mended archive'));
      await vi.waitFor(
        async () => expect(await (await fetch(dev.address)).text()).toContain('Mended archive'),
        { timeout: 60_000, interval: 500 },
      );
      put(
        broken,
        'content/site.md',
        site('Mended archive').replace('curator:', 'colour: red\ncurator:'),
      );
      await vi.waitFor(
        () => expect(dev.output()).toContain('The site keeps showing the records from before.'),
        { timeout: 60_000, interval: 500 },
      );
    } finally {
      await dev.end();
    }
    expect(run('records', ['--archive', broken]).output).toMatch(
      /1 error: no records were written; those from before are untouched\.\s*$/,
    );
  });
});

describe('an archive that is none', () => {
  const COMMANDS = [
    'start',
    'dev',
    'build',
    'merge',
    'upgrade',
    'records',
    'explain',
    'verify',
    'shots',
    'lighthouse',
    'add',
  ];

  test.each(COMMANDS)('npm run %s names the folder that is not there', (script) => {
    const missing = join(folder, 'nowhere');
    const { status, output } = run(script, ['--archive', missing], { PORT: '0' });
    expect(status).toBe(1);
    expect(output).toContain(`There is no folder ${missing}`);
    expect(output).not.toMatch(/^\s+at /m);
    expect(existsSync(missing)).toBe(false);
  });

  // All ask at the same door, which has just been seen to be shut.
  test.each(['start', 'records', 'add'])(
    'npm run %s names the folder without `content`',
    (script) => {
      const other = join(folder, 'photographs');
      put(other, 'harbour.jpg', 'no picture');
      const { status, output } = run(script, [], { VERBATIM_ROOT: other, PORT: '0' });
      expect(status).toBe(1);
      expect(output).toContain(`${other} is no archive`);
      expect(output).not.toMatch(/^\s+at /m);
      expect(readdirSync(other)).toEqual(['harbour.jpg']);
    },
  );

  test('an option without its folder is named', () => {
    const { status, output } = run('records', ['--archive']);
    expect(status).toBe(1);
    expect(output).toContain('--archive');
  });
});
