/** Files that cite part of a claim are those that a claim of these words alone would have. */
import { expect, test } from 'vitest';
import { claimItem, toBibtex, toRis } from '../../src/publish/exports/citations.ts';
import { claimMarkdown } from '../../src/publish/exports/plain.ts';
import { partInFile } from '../../src/publish/part-in-file.ts';
import { siteFixture } from '../support/site-fixture.ts';

const ROOT = 'https://harbour.example/';
const PART = '… the “upper” lock & 40% of its gates …';
const WORDS = `we keep ${PART.replaceAll('… ', '').replaceAll(' …', '')} {as they are}, all #3 of them`;

test('in every kind of file', () => {
  const { articles, site } = siteFixture();
  const article = articles.find(({ claims }) => claims.length > 0);
  const found = article?.claims[0];
  if (!article || !found) throw new Error('no claim was found');
  const claim = { ...found, text: WORDS };
  const address = `${ROOT}claims/${claim.id}/`;
  const partAddress = `${address}#words=3-9-k2fa`;
  const files = (text: string) => {
    const cited = claimItem({ ...claim, text }, article, site, ROOT, () => undefined);
    return {
      bib: toBibtex(cited),
      ris: toRis(cited),
      json: JSON.stringify([cited.item]),
      md: claimMarkdown({ ...claim, text }, article, ROOT),
    };
  };
  const [whole, part] = [files(claim.text), files(PART)];
  const told = { words: claim.text, part: PART, address, partAddress };
  for (const ending of ['bib', 'ris', 'json'] as const)
    expect(partInFile(whole[ending], ending, told)).toBe(
      part[ending].replaceAll(address, partAddress),
    );
  // Words that Markdown would escape are left as they are, and nothing is cited wrongly.
  expect(partInFile(whole.md, 'md', { ...told, words: 'other words' })).toBeNull();
  expect(partInFile(whole.bib, 'txt', told)).toBeNull();
});
