/** Puts two claims beside each other from `?a=…&b=…`, out of their own pages. */
import { readClaim, wordsLine, type ReadClaim } from './claim-page.ts';
import { make } from './search/dom.ts';

const target = document.querySelector<HTMLElement>('#compared');
const query = new URLSearchParams(location.search);
const ids = ['a', 'b'].map((name) => query.get(name) ?? '');

function side(claim: ReadClaim): HTMLElement {
  switch (claim.kind) {
    case 'standing':
      return make('div', {}, wordsLine(claim), make('p', { class: 'by' }, ...claim.by));
    case 'gone':
      // The claim lost its place or was decided on; its page says what became of it.
      return make('div', {}, make('p', {}, make('a', { href: claim.address }, claim.heading)));
    case 'absent':
      return make('div', {}, make('p', {}, `There is no claim ${claim.id} in the archive.`));
    case 'unread':
      return make('div', {}, make('p', {}, `Claim ${claim.id} could not be read.`));
  }
}

if (target && ids.every(Boolean)) {
  for (const [i, name] of ['a', 'b'].entries()) {
    const field = document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (field) field.value = ids[i] ?? '';
  }
  const found = await Promise.all(ids.map((id) => readClaim(target.dataset.claims ?? '', id)));
  target.replaceChildren(
    make(
      'section',
      { class: 'sec full pair' },
      make('h2', {}, `Claims ${ids.join(' and ')}`),
      make('div', { class: 'two' }, ...found.map(side)),
    ),
  );
  target.hidden = false;
}
