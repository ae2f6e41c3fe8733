import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createArchive, type ArchiveInput } from '../../../src/archive/query.ts';
import { writePictures } from '../../../src/build/pictures/write-pictures.ts';
import { siteFixture } from '../../support/site-fixture.ts';

const work = mkdtempSync(join(tmpdir(), 'verbatim-pictures-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let site = '';
let cache = '';
beforeEach(() => {
  site = mkdtempSync(join(work, 'site-'));
  cache = join(mkdtempSync(join(work, 'kept-')), 'pictures');
});

const fixture = siteFixture();
const archive = createArchive(fixture);
const ofCard = (pictures: 'all' | 'chosen' | 'none', input: ArchiveInput = fixture) =>
  createArchive({ ...input, site: { ...input.site, pictures } });
const names = (kind: string): string[] =>
  existsSync(join(site, 'share', kind)) ? readdirSync(join(site, 'share', kind)).sort() : [];
const allBytes = (folder: string): string[] =>
  readdirSync(join(folder, 'share'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.png'))
    .sort()
    .map((name) => readFileSync(join(folder, 'share', name), 'base64'));
const pictures = archive.articles.length + archive.claims.length + archive.topics.length;

test('every article, claim and question has its picture, by its id', async () => {
  expect(await writePictures(archive, site, { cache })).toEqual({ made: pictures, kept: 0 });
  expect(names('articles')).toEqual(archive.articles.map(({ id }) => `${id}.png`).sort());
  expect(names('claims')).toEqual(archive.claims.map(({ id }) => `${id}.png`).sort());
  expect(names('topics')).toEqual(archive.topics.map(({ id }) => `${id}.png`).sort());
});

test('a picture that was drawn is taken again, and only as long as it shows the same', async () => {
  await writePictures(archive, site, { cache });
  const first = allBytes(site);
  const drawn = readdirSync(cache).map((name) => statSync(join(cache, name)).mtimeMs);
  rmSync(join(site, 'share'), { recursive: true });
  expect(await writePictures(archive, site, { cache })).toEqual({ made: 0, kept: pictures });
  expect(allBytes(site)).toEqual(first);
  expect(readdirSync(cache).map((name) => statSync(join(cache, name)).mtimeMs)).toEqual(drawn);

  const [changed, ...rest] = fixture.articles;
  const other = createArchive({
    ...fixture,
    articles: [{ ...changed!, title: `${changed!.title}, again` }, ...rest],
  });
  expect(await writePictures(other, site, { cache })).toEqual({ made: 1, kept: pictures - 1 });
  // What no page shows any more is gone.
  expect(readdirSync(cache)).toHaveLength(pictures);
});

test('what is damaged or half written is drawn anew; what a person did to the site stays there', async () => {
  await writePictures(archive, site, { cache });
  const first = allBytes(site);
  const [one, two] = readdirSync(cache);
  writeFileSync(join(cache, one!), readFileSync(join(cache, one!)).subarray(0, 500));
  const bytes = readFileSync(join(cache, two!));
  bytes[400]! ^= 4;
  writeFileSync(join(cache, two!), bytes);
  writeFileSync(join(cache, 'abc.next'), 'half');
  // The site's file is not the kept one: to write over it changes no later build.
  for (const name of names('claims')) writeFileSync(join(site, 'share/claims', name), 'other');
  expect(await writePictures(archive, site, { cache })).toEqual({ made: 2, kept: pictures - 2 });
  expect(allBytes(site)).toEqual(first);
  expect(readdirSync(cache).every((name) => name.endsWith('.png'))).toBe(true);
});

test('the bytes do not depend on how many workers draw', async () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    fixture.articles.map((article) => ({
      ...article,
      id: `${article.id}-${i}`,
      title: `${article.title} (${i})`,
      claims: article.claims.map((claim) => ({
        ...claim,
        id: `${claim.id}${i}`,
        article: `${article.id}-${i}`,
      })),
    })),
  ).flat();
  const large = ofCard('all', { ...fixture, articles: many });
  const counts = await writePictures(large, site, { cache, workers: 2 });
  expect(counts.made).toBeGreaterThan(600);
  const together = allBytes(site);
  const alone = mkdtempSync(join(work, 'site-'));
  expect(await writePictures(large, alone, { cache: join(alone, 'kept'), workers: 1 })).toEqual(
    counts,
  );
  expect(allBytes(alone)).toEqual(together);
});

test('the site card says which claims have one', async () => {
  await writePictures(ofCard('chosen'), site, { cache });
  expect(names('articles')).toHaveLength(archive.articles.length);
  expect(names('claims').length).toBeGreaterThan(0);
  expect(names('claims').length).toBeLessThan(archive.claims.length);
  const kept = readdirSync(cache);
  const empty = mkdtempSync(join(work, 'site-'));
  expect(await writePictures(ofCard('none'), empty, { cache })).toEqual({ made: 0, kept: 0 });
  expect(readdirSync(empty)).toEqual([]);
  expect(readdirSync(cache)).toEqual(kept);
});

test('a picture with letters that the faces lack is not made', async () => {
  const [first, ...rest] = fixture.articles;
  const other = createArchive({
    ...fixture,
    articles: [{ ...first!, title: '部長は言った' }, ...rest],
  });
  await writePictures(other, site, { cache });
  expect(names('articles')).not.toContain(`${first!.id}.png`);
  expect(names('articles')).toHaveLength(rest.length);
});

test('a worker that fails fails the build', async () => {
  const many = Array.from({ length: 900 }, (_, i) => ({
    ...fixture.articles[0]!,
    id: `harbour-${i}`,
    claims: [],
  }));
  // Folders stand where files are to be.
  for (const { id } of many) mkdirSync(join(site, `share/articles/${id}.png`), { recursive: true });
  await expect(
    writePictures(createArchive({ ...fixture, articles: many }), site, { cache, workers: 2 }),
  ).rejects.toThrow(/EISDIR|EPERM|EACCES/);
});
