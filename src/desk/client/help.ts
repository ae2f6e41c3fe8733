/** The dialog that shows the keys of the view that is open. */
import { h, render } from 'preact';
import { areSingleKeysOn, setSingleKeys, type KeyRow } from './keys.ts';

const NAMES: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
  Enter: 'Enter',
};
const shown = (key: string) =>
  key
    .split('+')
    .map((part) => {
      const named = Object.entries(NAMES).find(
        ([name]) => name.toLowerCase() === part.toLowerCase(),
      );
      return (
        named?.[1] ??
        part.replace(/^(?:ctrl|shift)$/, (word) => (word === 'ctrl' ? 'Ctrl' : 'Shift'))
      );
    })
    .join('+') || '+';

function KeyTable({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  if (rows.length === 0) return null;
  return h('table', null, [
    h('caption', null, title),
    h(
      'tbody',
      null,
      rows.map(({ keys, words }) =>
        h('tr', { key: keys.join(' ') }, [
          h(
            'th',
            { scope: 'row' },
            keys.length > 3
              ? [h('kbd', null, keys[0]), ' to ', h('kbd', null, keys.at(-1))]
              : keys.flatMap((key, i) => [i > 0 && ' ', h('kbd', { key }, shown(key))]),
          ),
          h('td', null, words),
        ]),
      ),
    ),
  ]);
}

/** Opens the dialog; the focus goes back to where it was when it is closed. */
export function showHelp(own: readonly KeyRow[], common: readonly KeyRow[]): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    render(null, dialog);
    dialog.remove();
  });
  render(
    h('form', { method: 'dialog', class: 'stack' }, [
      h('h2', { id: 'keys-title' }, 'Keys'),
      h(KeyTable, { title: 'Here', rows: own }),
      h(KeyTable, { title: 'Everywhere', rows: common }),
      h('label', { class: 'switch' }, [
        h('input', {
          type: 'checkbox',
          defaultChecked: areSingleKeysOn(),
          onChange: (event: Event) =>
            setSingleKeys((event.currentTarget as HTMLInputElement).checked),
        }),
        ' Letters alone do something. Put this off where speech becomes typing.',
      ]),
      h('button', { class: 'btn', type: 'submit' }, 'Close'),
    ]),
    dialog,
  );
  dialog.showModal();
}
