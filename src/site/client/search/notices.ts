/** What is said around the results: what was not understood, and what to do where there are none. */
import { withWord } from '../../../search/query.ts';
import { FACETS, readState } from '../../../search/state.ts';
import { count, listed, quoted } from '../../../model/wording.ts';
import { make } from './dom.ts';
import type { Answer } from './engine.ts';
import type { View } from './view.ts';

/** Above the results: what was not understood, and what was searched for instead. */
export function notices(view: View, { problems: found, replaced, also }: Answer): HTMLElement[] {
  const lines: HTMLElement[] = found.map((text) => make('li', {}, text));
  for (const { from, to } of replaced) {
    lines.push(
      to
        ? make(
            'li',
            {},
            `No claim has “${from}”. Searched for `,
            make('b', {}, to),
            ' instead. ',
            view.link(
              { ...view.state, q: withWord(view.state.q, from, to), page: 1 },
              {},
              `Search for “${to}”`,
            ),
            ', or ',
            view.link(
              { ...view.state, q: withWord(view.state.q, from, `"${from}"`), page: 1 },
              {},
              `for exactly “${from}”`,
            ),
            '.',
          )
        : make('li', {}, `No claim has “${from}” or a word like it.`),
    );
  }
  for (const { word, spellings } of also)
    lines.push(
      make(
        'li',
        {},
        `Searched for ${listed(spellings.map(quoted))} as well: other spellings of “${word}”.`,
      ),
    );
  return lines.length > 0 ? [make('ul', { class: 'notes-on-query' }, ...lines)] : [];
}

/** What a reader can do where nothing was found. */
export function nothing(view: View, { query }: Answer): HTMLElement[] {
  const ways: (Node | string)[][] = [];
  if (query.phrases.length > 0) {
    const loose = view.state.q
      .replace(/["“”„«»]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    ways.push([
      view.link({ ...view.state, q: loose, page: 1 }, {}, 'Search for the words one by one'),
      ', in any order and place',
    ]);
  }
  if (
    FACETS.some((facet) => view.state.facets[facet].length > 0) ||
    view.state.from ||
    view.state.to
  ) {
    ways.push([
      view.link(
        {
          ...view.state,
          facets: readState(new URLSearchParams()).facets,
          from: '',
          to: '',
          page: 1,
        },
        {},
        'Search without narrowing',
      ),
    ]);
  }
  ways.push([
    make('a', { href: '#articles' }, 'The whole text of the articles'),
    ', not only what is quoted in them',
  ]);
  ways.push([
    make('a', { href: new URL('claims/', view.root).href }, 'All claims'),
    ', ',
    make('a', { href: new URL('speakers/', view.root).href }, 'speakers'),
    ', ',
    make('a', { href: new URL('topics/', view.root).href }, 'topics'),
  ]);
  return [
    make(
      'p',
      { class: 'words' },
      query.phrases.length > 0 && query.words.length === 0
        ? 'No claim contains exactly these words in this order.'
        : 'No claim fits what was asked.',
    ),
    make('ul', { class: 'stack' }, ...ways.map((way) => make('li', {}, ...way))),
    make(
      'p',
      { class: 'why' },
      `That a claim is not found here does not mean that it was never made. The archive holds ${count(view.engine.manifest.all.articles, 'article')}.`,
    ),
  ];
}
