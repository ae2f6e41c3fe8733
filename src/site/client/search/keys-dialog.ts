/** All keys of the site, in a dialog. */
import styles from '../../styles/quick.css?url';
import { make } from './dom.ts';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['/'], 'quick search, also Ctrl K'],
  [['j'], 'the next claim of an article'],
  [['k'], 'the claim before'],
  [['?'], 'these keys'],
  [['Esc'], 'closes what is open'],
];

let dialog: HTMLDialogElement | undefined;

function made(): HTMLDialogElement {
  const close = make('button', { class: 'btn solo', type: 'button' }, 'Close');
  const element = make(
    'dialog',
    { class: 'quick', 'aria-labelledby': 'keys-title' },
    make('h2', { class: 'hang', id: 'keys-title' }, 'Keys'),
    make(
      'dl',
      { class: 'pairs keys' },
      ...KEYS.flatMap(([keys, does]) => [
        make('dt', {}, ...keys.map((key) => make('kbd', {}, key))),
        make('dd', {}, does),
      ]),
    ),
    close,
  );
  close.addEventListener('click', () => element.close());
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  document.head.append(make('link', { rel: 'stylesheet', href: styles }));
  document.body.append(element);
  return element;
}

/** Opens the dialog. */
export function openKeys(): void {
  dialog ??= made();
  if (!dialog.open) dialog.showModal();
}
