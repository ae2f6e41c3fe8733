/** What our own code throws in one article, or over all of them: named, with all else that is wrong. */
import { expect, test, vi } from 'vitest';
import { runOnThreads } from '../../../src/build/archive-files/records.ts';
import { renderAll, type PageModule } from '../../../src/build/rendering/pages.ts';
import type * as pageRuntime from '../../../src/build/rendering/runtime.ts';
import { describe as inWords } from '../../../src/build/terminal/errors.ts';
import { contentOf } from '../../support/content.ts';

/** Names of functions that meet a fault in what the article `ill` holds. */
const faulty = vi.hoisted(() => new Set<string>());
const throwing = vi.hoisted(
  () =>
    <Module extends object>(real: Module, name: keyof Module & string): Module => {
      const work = real[name] as (...given: unknown[]) => unknown;
      return {
        ...real,
        [name]: (...given: unknown[]) => {
          if (faulty.has(name) && /Zyxwv|sources\/ill/.test(JSON.stringify(given[0])))
            throw new TypeError('a fault');
          return work(...given);
        },
      };
    },
);
vi.mock(import('../../../src/archive/mentioned.ts'), async (real) =>
  throwing(await real(), 'mentionedIn'),
);
vi.mock(import('../../../src/archive/one-name.ts'), async (real) =>
  throwing(await real(), 'namesIn'),
);
vi.mock(import('../../../src/archive/lost-speakers.ts'), async (real) =>
  throwing(await real(), 'withMerged'),
);
vi.mock(import('../../../src/archive/sources.ts'), async (real) =>
  throwing(await real(), 'checkSources'),
);

const TEXTS = {
  ill: 'The Zyxwv ferry\nBy Ann Lee\n4 May 2021\n\n“We will keep it,” said Otto Zyxwv.\n',
  empty: '',
};

/** What is printed of an archive in which a function throws. */
async function saidOf(name: string): Promise<string> {
  faulty.clear();
  faulty.add(name);
  try {
    return (await runOnThreads(contentOf(TEXTS), { folder: null })).report;
  } catch (error) {
    return inWords(error);
  }
}

test('a fault in whom an article speaks of names the article', async () => {
  const said = await saidOf('mentionedIn');
  expect(said).toMatch(/Internal fault in stage mentions of content\/sources\/ill\.txt.*a fault/);
  expect(said).toContain('content/sources/empty.txt');
});

test.each(['namesIn', 'withMerged', 'checkSources'])(
  'a fault over all articles, in %s, names its stage and what else is wrong',
  async (name) => {
    const said = await saidOf(name);
    expect(said).toMatch(/Internal fault in stage archive of the whole archive.*a fault/);
    if (name !== 'checkSources') expect(said).toContain('content/sources/empty.txt');
    expect(said).not.toMatch(/^ +at /m);
  },
);

test('pages that fail are all named with what was thrown, the others are written', async () => {
  const page: PageModule = {
    getStaticPaths: () => ['a', 'ill', 'b', 'worse'].map((id) => ({ params: { id } })),
    default: ({ params }: Parameters<pageRuntime.Component>[0]) => {
      if (params.id === 'ill' || params.id === 'worse') throw new TypeError('a fault');
      return new String('page');
    },
  };
  const written: string[] = [];
  const said = await renderAll(
    { styles: {}, scripts: {}, pages: [['claims/[id].astro', page]] },
    (one) => written.push(one.path),
  ).then(
    () => 'nothing',
    (error: unknown) => inWords(error),
  );
  expect(written).toEqual(['claims/a/index.html', 'claims/b/index.html']);
  expect(said).toContain('claims/ill/index.html (src/site/pages/claims/[id].astro)');
  expect(said).toContain('claims/worse/index.html');
  expect(said).toContain('TypeError: a fault');
});

test('what the machine refuses ends the rendering at once', async () => {
  const pages: [string, PageModule][] = ['a', 'b'].map((name) => [
    `${name}.txt.ts`,
    { GET: () => new Response(name) },
  ]);
  const written: string[] = [];
  const full = (one: { path: string }) => {
    written.push(one.path);
    throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
  };
  await expect(renderAll({ styles: {}, scripts: {}, pages }, full)).rejects.toMatchObject({
    code: 'ENOSPC',
  });
  expect(written).toEqual(['a.txt']);
});
