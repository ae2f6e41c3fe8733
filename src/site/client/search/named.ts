/** Speakers, outlets and questions that are called what was asked, and the claim whose id it is. */
import type { Names } from '../../../search/names.ts';
import { asksNothing, type Query } from '../../../search/query.ts';
import { nameMatches } from '../../../search/spelling.ts';
import { claimPath, outletPath, speakerPath, topicPath } from '../../../model/urls.ts';
import { count } from '../../../model/wording.ts';
import { make } from './dom.ts';
import type { View } from './view.ts';

/** Of each kind so many are named. */
const MOST = 3;
/** Ids have at least six characters, without 0, 1, vowels and l. */
const ID = /^[2-9b-df-hj-km-np-tv-z]{6,}$/;

interface Named {
  kind: string;
  name: string;
  about: string;
  path: string;
}

/** Those whose names have all the words, the most quoted first. */
function called(text: string, names: Names): Named[] {
  const kinds = [
    ['Question', names.topics, topicPath],
    ['Speaker', names.speakers, speakerPath],
    ['Outlet', names.outlets, outletPath],
  ] as const;
  return kinds.flatMap(([kind, entries, pathOf]) =>
    entries
      .filter(([, name, , ...others]) =>
        [name, ...others].some((one) => nameMatches(text, String(one))),
      )
      .slice(0, MOST)
      .map(([id, name, claims]) => ({
        kind,
        name,
        about: count(claims, 'claim'),
        path: pathOf(id),
      })),
  );
}

/** The claim with this id, by the title of its page; none where there is no such page. */
async function claimWith(id: string, root: string): Promise<Named[]> {
  if (!ID.test(id)) return [];
  const answer = await fetch(new URL(claimPath(id), root)).catch(() => null);
  if (!answer?.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const name = page.querySelector('h1')?.textContent?.trim();
  return name ? [{ kind: 'Id', name, about: '', path: claimPath(id) }] : [];
}

/** What is called what was asked, as a list; nothing where nothing is. Never fails: the claims are shown without it. */
export async function namedAs(view: View, query: Query): Promise<HTMLElement[]> {
  if (asksNothing(query)) return [];
  const text = [...query.words, ...query.phrases.flat()].join(' ');
  const [ids, names] = await Promise.all([
    claimWith(view.state.q.trim().toLowerCase(), view.root),
    view.engine.allNames().catch(() => null),
  ]);
  const found = [...ids, ...(names ? called(text, names) : [])];
  if (found.length === 0) return [];
  return [
    make(
      'ul',
      { class: 'named', 'aria-label': 'Names and questions' },
      ...found.map(({ kind, name, about, path }) =>
        make(
          'li',
          {},
          make('span', { class: 'quiet' }, `${kind} `),
          make('a', { href: new URL(path, view.root).href }, name),
          about ? make('span', { class: 'quiet' }, ` ${about}`) : '',
        ),
      ),
    ),
  ];
}
