/** What a claim can be taken along as: with files of its own, or within its page and its article's files. */
import { parse as parseBib } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArchive } from '../../src/archive/query.ts';
import type { ArticleRecord, SiteCard } from '../../src/model/records.ts';
import { exportAll, type Output } from '../../src/publish/exports/index.ts';
import { articleItem, claimItem } from '../../src/publish/exports/citations.ts';
import { singleMarks } from '../../src/publish/exports/describe.ts';
import {
  aroundWords,
  articleCitations,
  takenAlong,
} from '../../src/publish/exports/taken-along.ts';
import { dataLink, heldInPage } from '../../src/text/data-link.ts';
import { databaseInMemory } from '../support/database.ts';
import { siteFixture } from '../support/site-fixture.ts';
import { Annotation } from './web-annotation-model.ts';

const root = 'https://verbatim.example/sub/';

/** The fixture and what the exporters write of it, with or without files beside claims. */
function exported(claimFiles: SiteCard['claimFiles']) {
  const input = siteFixture();
  const site = { ...input.site, ...(claimFiles && { claimFiles }) };
  const archive = createArchive({ ...input, site });
  const files = new Map<string, string>();
  const put = (path: string, text: string) => {
    files.set(path, (files.get(path) ?? '') + text);
    return { bytes: text.length, sha256: '0'.repeat(64) };
  };
  const output: Output = {
    write: (path, text) => put(path, typeof text === 'string' ? text : text.join('')),
    open: (path) => ({
      append(piece) {
        if (typeof piece === 'string') put(path, piece);
      },
      close: () => put(path, ''),
    }),
    database: databaseInMemory,
  };
  const source = (article: ArticleRecord) => article.text;
  exportAll(archive, { root, source, versions: () => [] }, output);
  const taken = (id: string) => {
    const claim = archive.claim(id)!;
    const sortNames = (speaker: string) => archive.speaker(speaker)?.sortName;
    const article = archive.articleOf(claim);
    const cited = claimItem(claim, article, site, root, sortNames);
    return takenAlong(claim, article, { site, root, cited });
  };
  return { archive, files, taken };
}
const each = exported('each');
const lean = exported(undefined);
const { claims } = lean.archive;

/** Files that tell of those beside claims, or count them. */
const NOT_ALIKE = new Set(['data/datapackage.json', 'data/annotations.json']);

/** The text of a link that holds a file, as a browser reads it. */
const textOf = (address: string) => {
  const url = new URL(address).href;
  return decodeURIComponent(url.slice(url.indexOf(',') + 1));
};

test('an article has its citations beside its page where it had them, and else in its page', () => {
  const { archive, files } = lean;
  const sortNames = (speaker: string) => archive.speaker(speaker)?.sortName;
  for (const article of archive.articles) {
    const { id, beside } = article;
    const cited = articleItem(article, archive.site, root, sortNames);
    const kept = articleCitations({ ...article, beside: 'all' }, cited);
    const paths = ['bib', 'ris', 'json'].map((ending) => `articles/${id}/cite.${ending}`);
    expect(kept.map((link) => 'path' in link && link.path)).toEqual(paths);
    expect(paths.map((path) => files.has(path))).toEqual(paths.map(() => beside === 'all'));
    expect(files.has(`articles/${id}/feed.xml`)).toBe(beside === 'all');
    const { beside: _, ...bare } = article;
    const held = articleCitations(bare, cited).map((link) =>
      'address' in link ? textOf(link.address) : '',
    );
    expect(parseBib(held[0]!).entries.map(({ key }) => key)).toEqual([id]);
    if (beside) expect(held.slice(0, 2)).toEqual(paths.slice(0, 2).map((path) => files.get(path)));
    expect(JSON.parse(held[2]!)).toHaveLength(1);
  }
});

test('of each citation it is told where in it the words of the claim stand', () => {
  const { archive, taken } = lean;
  const sortNames = (speaker: string) => archive.speaker(speaker)?.sortName;
  const at = { site: archive.site, root, sortNames };
  for (const claim of claims) {
    const own = taken(claim.id);
    const { line, styles } = aroundWords(own, claim, archive.articleOf(claim), at);
    const places = [
      { text: own.citation, around: line },
      ...own.styles.map(({ style, text }) => ({ text, around: styles[style] })),
    ];
    const cut = places.flatMap(({ text, around }) => {
      const [before = 0, after = 0] = around?.['data-around'].split(' ').map(Number) ?? [];
      return around ? [text.slice(before, text.length - after)] : [];
    });
    expect(cut.length).toBeGreaterThan(0);
    const words = singleMarks(claim.text).replace(/[.,]$/, '');
    for (const found of cut) expect(found.replace(/[.,]$/, '')).toBe(words);
  }
});

describe('a claim without files of its own', () => {
  test('has in its page what the files beside it would hold', () => {
    for (const { id } of claims) {
      const links = lean.taken(id).links.flatMap((link) => ('address' in link ? [link] : []));
      expect(links.map(({ name, saved }) => [name, saved])).toEqual([
        ['BibTeX', `${id}.bib`],
        ['RIS', `${id}.ris`],
        ['CSL-JSON', `${id}.json`],
        ['Markdown', `${id}.md`],
      ]);
      const [bib, ris, csl, md] = links.map(({ address }) => textOf(address));
      expect(bib).toBe(each.files.get(`claims/${id}/cite.bib`));
      expect(ris).toBe(each.files.get(`claims/${id}/cite.ris`));
      expect(JSON.parse(csl!)).toEqual(JSON.parse(each.files.get(`claims/${id}/cite.json`)!));
      expect(md).toBe(each.files.get(`claims/${id}/claim.md`));
      expect(parseBib(bib!).entries.map(({ key }) => key)).toEqual([id]);
      expect(lean.taken(id).citation).toBe(each.taken(id).citation);
    }
  });

  test('leads to its record and its annotation in the files of its article', () => {
    for (const { id } of claims) {
      const at = (name: string) => {
        const link = lean.taken(id).links.find((one) => one.name === name);
        const [path = '', fragment = ''] = link && 'path' in link ? link.path.split('#') : [];
        return { value: JSON.parse(lean.files.get(path) ?? 'null') as unknown, path, fragment };
      };
      const record = at('Record');
      // RFC 6901, as a fragment
      const found = record.fragment
        .split('/')
        .slice(1)
        .reduce((value, key) => (value as Record<string, unknown>)[key], record.value);
      expect(found).toEqual(JSON.parse(each.files.get(`claims/${id}/claim.json`)!));

      const page = at('Web Annotation');
      const { items } = page.value as { items: { id: string }[] };
      const named = items.filter((item) => item.id === `${root}${page.path}#${page.fragment}`);
      expect(named.length).toBe(1);
      const own = Annotation.parse(JSON.parse(each.files.get(`claims/${id}/anno.json`)!));
      expect({ ...named[0], '@context': own['@context'], id: own.id }).toEqual(own);
    }
  });

  test('has no file, and everything in the data files as the others have', () => {
    expect([...lean.files.keys()].filter((path) => path.startsWith('claims/'))).toEqual([]);
    for (const [path, text] of lean.files)
      if (path.startsWith('data/') && !NOT_ALIKE.has(path))
        expect.soft(text, path).toBe(each.files.get(path));
    const beside = [...lean.files.keys()].filter((path) =>
      path.startsWith('articles/night-ferry/'),
    );
    expect(beside.length).toBeLessThanOrEqual(10);
  });

  test('has the relations that persons set as annotations, and the computed ones in its record', () => {
    const linking = ({ files }: typeof lean) =>
      [...files]
        .filter(([path]) => /^articles\/.*annotations\.json$/.test(path))
        .flatMap(([, text]) => (JSON.parse(text) as { items: { motivation: string }[] }).items)
        .filter(({ motivation }) => motivation === 'linking').length;
    const relations = claims.flatMap((claim) => claim.relations);
    const curated = relations.filter(({ basis }) => basis === 'curated');
    expect(curated.length).toBeGreaterThan(0);
    expect(relations.length).toBeGreaterThan(curated.length);
    expect(linking(each)).toBe(relations.length);
    expect(linking(lean)).toBe(curated.length);
    const { total } = JSON.parse(lean.files.get('data/annotations.json') ?? '') as {
      total: number;
    };
    expect(total).toBe(claims.length + curated.length);
    expect(claims.every(({ id }) => lean.files.get('data/claims.jsonl')?.includes(id))).toBe(true);
  });

  test('gives every annotation an id of its own', () => {
    for (const { files } of [each, lean]) {
      const ids = [...files]
        .filter(([path]) => path.endsWith('/annotations.json') && path.startsWith('articles/'))
        .flatMap(([, text]) => (JSON.parse(text) as { items: { id: string }[] }).items)
        .map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(claims.length);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

test('a claim with files of its own leads to them', () => {
  for (const { id } of claims) {
    const paths = each.taken(id).links.map((link) => ('path' in link ? link.path : link.address));
    expect(paths).toEqual(
      ['cite.bib', 'cite.ris', 'cite.json', 'claim.md', 'anno.json', 'claim.json'].map(
        (file) => `claims/${id}/${file}`,
      ),
    );
    for (const path of paths) expect(each.files.has(path), path).toBe(true);
  }
});

describe('a file within a link', () => {
  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'%#"&<>\'{}[]\\^`| \n\t\r\0\u007f?/:@'),
      fc.constantFrom('é', '“', '漢', '😀', '\ud800', '%41', '&amp;', '</a>'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  });

  test('comes out as it went in, from an attribute that needs no escaping', () => {
    fc.assert(
      fc.property(words, (text) => {
        const link = dataLink('text/markdown', text);
        expect(link).not.toMatch(/["&<>\s]/);
        expect(textOf(link)).toBe(text.toWellFormed());
        const page = `<p>x</p><a download="a.md" href="data:,n">N</a> <a download="b.md" href="${link}">B</a>`;
        expect(heldInPage(page, 'b.md')).toBe(text.toWellFormed());
        expect(heldInPage(page, 'c.md')).toBeNull();
      }),
    );
  });

  test('is found whatever the order of its attributes', () => {
    expect(heldInPage('<a href="data:x/y;charset=utf-8,a%20b" download="i.bib">', 'i.bib')).toBe(
      'a b',
    );
    expect(heldInPage('<a href="claims/x/cite.bib">', 'i.bib')).toBeNull();
  });
});
