/** Which lists and pages the archive leads to, in its head and in its foot: those with something in them. */
import { derived } from '../../archive/asking.ts';
import type { Archive } from '../../archive/query.ts';
import { DEFAULT_SITE, type MENU } from '../../intake/cards/schema.ts';
import { ownPagePath } from '../../model/urls.ts';

export interface MenuEntry {
  /** The section or the page of one's own that it is. */
  id: string;
  name: string;
  path: string;
}

type Section = (typeof MENU)[number];

/** Every list, whether it has something in it, and its name. */
const sectionsOf = (archive: Archive): Record<Section, { name: string; isFilled: boolean }> => {
  const { articles, claims, topics, places, totals } = archive;
  const isDated = (date: { from: string | null; to: string | null } | null) =>
    date !== null && (date.from !== null || date.to !== null);
  return {
    articles: { name: 'Articles', isFilled: articles.length > 0 },
    claims: { name: 'Claims', isFilled: claims.length > 0 },
    speakers: { name: 'Speakers', isFilled: totals.speakers > 0 },
    outlets: { name: 'Outlets', isFilled: totals.outlets > 0 },
    topics: { name: 'Topics', isFilled: topics.length > 0 },
    timeline: {
      name: 'Timeline',
      isFilled:
        articles.some(({ published }) => isDated(published)) ||
        claims.some(({ said }) => isDated(said)),
    },
    places: { name: 'Places', isFilled: places.some((place) => place.claims.length > 0) },
    quoting: {
      name: 'Who quotes whom',
      isFilled: totals.outlets > 0 && claims.some(({ speaker }) => speaker !== null),
    },
    data: { name: 'Data files', isFilled: articles.length > 0 },
    about: { name: 'About', isFilled: true },
  };
};

/** Whether a list has something in it. */
export const isFilled = (archive: Archive, section: Section): boolean =>
  sectionsOf(archive)[section].isFilled;

/** Whether there is somebody to whom errors can be told. */
export const takesReports = ({ site }: Pick<Archive, 'site'>): boolean =>
  site.report !== null || site.curator !== DEFAULT_SITE.curator;

/** The lists of the head where the site card names none. */
const USUAL: readonly string[] = [
  'articles',
  'claims',
  'speakers',
  'outlets',
  'topics',
  'timeline',
  'about',
];

interface Menus {
  head: MenuEntry[];
  foot: MenuEntry[];
  /** Whether there is something to search. */
  hasSearch: boolean;
}

/** What the head and the foot lead to; asked once for an archive. */
export const menusOf = derived('menus', (archive: Archive): Menus => {
  const { menu = USUAL, pages = [] } = archive.site;
  const sections: Record<string, { name: string; isFilled: boolean } | undefined> =
    sectionsOf(archive);
  const own = new Map(pages.map((page) => [page.id, page]));
  const entriesOf = (ids: readonly string[]): MenuEntry[] =>
    ids.flatMap((id) => {
      const section = sections[id];
      if (section) return section.isFilled ? [{ id, name: section.name, path: `${id}/` }] : [];
      const page = own.get(id);
      return page ? [{ id, name: page.title, path: ownPagePath(id) }] : [];
    });
  const lists = entriesOf(['data', 'quoting', 'places']);
  const compare =
    archive.claims.length > 1 ? [{ id: 'compare', name: 'Compare', path: 'compare/' }] : [];
  return {
    head: entriesOf(menu),
    foot: [
      { id: 'about', name: 'Method', path: 'about/' },
      { id: 'permanence', name: 'Permanence', path: 'about/permanence/' },
      ...lists,
      ...compare,
      ...(takesReports(archive)
        ? [{ id: 'report', name: 'Report an error', path: 'about/#report' }]
        : []),
      { id: 'rights', name: 'Rights', path: 'about/#rights' },
      ...entriesOf(pages.map(({ id }) => id)),
    ],
    hasSearch: archive.totals.articles > 0,
  };
});
