/**
 * What a site has no more that the site before it had: files, and elements of pages. Pages that stayed as they were
 * may lead there, and are looked through for it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from './page.ts';
import { idsOf } from './shows.ts';
import type { Made, Site } from './site.ts';
import { leadsOf } from './tags.ts';

/** Where more was lost, the links of all pages are followed. */
const MOST = 60;

/** The pages and feeds that stayed as they were and may lead to something that was lost. */
export function* leadingToLost(site: Site, before: NonNullable<Made['before']>): Generator<string> {
  const lost = lostSince(site, before);
  if (lost.length === 0) return;
  for (const name of site.files)
    if (/\.(?:html|xml)$/.test(name) && before.has(name)) {
      const bytes = site.read(name);
      if (bytes && (lost.length > MOST || lost.some((one) => bytes.includes(one)))) yield name;
    }
}

/** What an address that leads to something lost has in it. */
function lostSince(site: Site, before: NonNullable<Made['before']>): string[] {
  const lost = new Set<string>();
  for (const name of before.files) {
    if (before.has(name)) continue;
    if (!site.files.has(name)) lost.add(lastPart(name));
    else if (name.endsWith('.html')) {
      const now = new Set(idsOf(site, name));
      for (const id of idsIn(readFileSync(join(before.folder, name))))
        if (!now.has(id)) lost.add(`#${id}`);
    }
  }
  return [...lost];
}

/** The last part of an address that is its own: `cx1234` of `claims/cx1234/index.html`. */
const lastPart = (name: string): string =>
  name.replace(/(?:^|\/)index\.html$/, '').replace(/^.*\//, '');

const idsIn = (bytes: Buffer): Iterable<string> =>
  leadsOf(bytes)?.ids ?? readPage(bytes.toString('utf8')).ids;
