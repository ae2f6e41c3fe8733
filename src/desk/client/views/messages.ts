/** What the archive is unsure of: each message with its place and how to mend it, grouped by file. */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { count } from '../../../model/wording.ts';
import type { Messages } from '../../api.ts';
import { addressOf } from '../routes.ts';
import type { State } from '../store.ts';

type Message = Messages['messages'][number];

/** So many are drawn at once. */
const PAGE = 200;

function Place({ path, line, article }: Message) {
  const words = h('code', null, line === null ? path : `${path}:${line}`);
  return article === null
    ? words
    : h('a', { href: addressOf({ view: 'article', id: article, claim: null }) }, words);
}

const counts = (errors: number, warnings: number): string =>
  [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')]
    .filter(Boolean)
    .join(' and ');

export function MessagesView({ state }: { state: State }) {
  const { messages } = state;
  const [shown, setShown] = useState(PAGE);
  if (!messages) return h('p', { class: 'empty', tabIndex: -1, 'data-home': true }, 'Looking …');
  const errors = messages.filter(({ isError }) => isError).length;
  return h('div', { class: 'messages-view stack' }, [
    h('h1', { tabIndex: -1, 'data-home': true }, 'Messages'),
    h(
      'p',
      null,
      messages.length === 0
        ? 'Nothing is unsure in the content folder.'
        : `${counts(errors, messages.length - errors)} on the files of the content folder. What a message asks for is written in the file that it names; the list follows the folder.`,
    ),
    h(
      'ul',
      { class: 'rows' },
      messages
        .slice(0, shown)
        .map((one, i) =>
          h('li', { key: i, class: 'stack' }, [
            h('p', null, [
              h('b', null, one.isError ? 'Error' : 'Warning'),
              ' in ',
              h(Place, one),
              `: ${one.reason}`,
            ]),
            one.note && h('pre', { class: 'remedy' }, one.note),
          ]),
        ),
    ),
    messages.length > shown &&
      h(
        'button',
        { type: 'button', class: 'btn', onClick: () => setShown(shown + PAGE) },
        `Show ${count(Math.min(PAGE, messages.length - shown), 'more message')}`,
      ),
  ]);
}
