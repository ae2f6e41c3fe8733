/** The list of claims found, with its order and its pages. */
import { SORTS, type Sort } from '../../../search/state.ts';
import { count } from '../../../model/wording.ts';
import type { Coverage } from '../../../search/names.ts';
import { make } from './dom.ts';
import type { Answer, Shown } from './engine.ts';
import { claimRow } from './rows.ts';
import { button, type View } from './view.ts';

/** Claims on a page of results. */
export const PAGE = 10;

const SORT_NAMES: Record<Sort, string> = {
  relevance: 'relevance',
  newest: 'newest',
  oldest: 'oldest',
  position: 'place in the article',
};

/** Order, claims and pages; `uncertain` is what the counts leave open. */
export const resultList = (
  view: View,
  answer: Answer,
  list: readonly Shown[],
  { uncertain, more }: { uncertain: string; more: boolean },
): (HTMLElement | string)[] => [
  sorts(view),
  uncertain ? make('p', { class: 'why' }, uncertain) : '',
  make(
    'ol',
    { class: 'rows', start: String((view.state.page - 1) * PAGE + 1) },
    ...list.map((one) => claimRow(view.root, one, answer.terms)),
  ),
  list.length === 0 ? noSuchPage(view) : '',
  pager(view, answer, more),
];

const sorts = (view: View): HTMLElement =>
  make(
    'p',
    { class: 'sorts' },
    make('span', {}, 'Sort:'),
    ' ',
    ...SORTS.flatMap((sort) => [
      view.link(
        { ...view.state, sort, page: 1 },
        { 'aria-current': sort === view.state.sort ? 'true' : null },
        SORT_NAMES[sort],
      ),
      ' ',
    ]),
    make('a', { class: 'to-facets', href: '#facets' }, 'narrow the results'),
  );

const noSuchPage = (view: View): HTMLElement =>
  make(
    'p',
    {},
    'There is no such page of results. ',
    view.link({ ...view.state, page: 1 }, {}, 'To the first page'),
  );

/** The pages around this one, with the first and the last. */
function pager(view: View, { selection }: Answer, more: boolean): HTMLElement | string {
  const last = Math.ceil(selection.groups.length / PAGE);
  if (last <= 1) return '';
  const near = [...new Set([1, ...[-2, -1, 0, 1, 2].map((n) => view.state.page + n), last])]
    .filter((n) => n >= 1 && n <= last)
    .sort((a, b) => a - b);
  return make(
    'nav',
    { class: 'pager', 'aria-label': 'Pages of results' },
    ...(view.state.page > 1
      ? [view.link({ ...view.state, page: view.state.page - 1 }, { rel: 'prev' }, 'Previous'), ' ']
      : []),
    ...near.flatMap((n, i) => [
      n - (near[i - 1] ?? n) > 1 ? '… ' : '',
      n === view.state.page
        ? make(
            'span',
            { 'aria-current': 'page' },
            make('span', { class: 'vh' }, 'Page '),
            String(n),
          )
        : view.link(
            { ...view.state, page: n },
            {},
            make('span', { class: 'vh' }, 'Page '),
            String(n),
          ),
      ' ',
    ]),
    ...(more
      ? [view.link({ ...view.state, page: view.state.page + 1 }, { rel: 'next' }, 'Next')]
      : []),
  );
}

/** What was not searched, and a way to search it. */
export function older(view: View, rest: Coverage): HTMLElement {
  const years = rest.first ? `, ${rest.first} to ${rest.last},` : '';
  const searchThem = async () => {
    view.say('Loading older claims');
    try {
      await view.engine.openOlder();
      await view.again('result-count');
    } catch (reason) {
      console.error(reason);
      view.showError();
    }
  };
  return make(
    'p',
    { class: 'older' },
    `${count(rest.claims, 'older claim')}${years} not searched yet. `,
    button('btn solo', searchThem, 'Search them too'),
  );
}
