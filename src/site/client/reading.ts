/**
 * Conveniences for reading; nothing needs them. `j` and `k` step from claim to claim,
 * and what can be copied gets a button that says aloud that it was.
 */
const claims = [...document.querySelectorAll<HTMLElement>('.text .claim[id]')];

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || claims.length === 0)
    return;
  const step = { j: 1, k: -1 }[event.key];
  if (step === undefined) return;
  const at = claims.findIndex((claim) => `#${claim.id}` === location.hash);
  let next = at + step;
  if (at < 0) next = step > 0 ? firstInView() : -1;
  const claim = claims[next];
  if (!claim) return;
  event.preventDefault();
  location.replace(`#${claim.id}`);
  claim.tabIndex = -1;
  claim.focus({ preventScroll: true });
});

/** The first claim that is not above the window, so that stepping begins where one reads. */
function firstInView(): number {
  const at = claims.findIndex((claim) => claim.getBoundingClientRect().top >= 0);
  return at < 0 ? 0 : at;
}

/* All pieces of a claim answer together to pointer and address. */
const pieces = (id: string) => document.querySelectorAll(`.claim[data-claim="${id}"]`);
const light = (event: Event, on: boolean) => {
  const id = (event.target as Element).closest?.('.claim')?.getAttribute('data-claim');
  if (id) for (const piece of pieces(id)) piece.classList.toggle('lit', on);
};
const text = document.querySelector('.text');
text?.addEventListener('pointerover', (event) => light(event, true));
text?.addEventListener('pointerout', (event) => light(event, false));

const spoken = document.createElement('p');
spoken.setAttribute('role', 'status');
spoken.className = 'vh';
document.body.append(spoken);

const say = (words: string) => {
  spoken.textContent = '';
  setTimeout(() => (spoken.textContent = words), 50);
};

/** Its words are set by the style sheet, so that the page’s text stays what selectors count. */
function button(label: string, hidden: string, act: () => Promise<string>): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'act';
  made.dataset.label = label;
  made.ariaLabel = [label, hidden].filter(Boolean).join(' ');
  made.addEventListener('click', () => {
    act().then(
      (done) => {
        say(done);
        made.dataset.done = '';
        setTimeout(() => delete made.dataset.done, 2000);
      },
      () => say('Copying was not allowed; select the text instead.'),
    );
  });
  return made;
}

if (navigator.clipboard) {
  for (const element of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const what = element.dataset.copy ?? '';
    element.after(
      button('Copy', what, async () => {
        await navigator.clipboard.writeText(
          element instanceof HTMLAnchorElement ? element.href : (element.textContent ?? ''),
        );
        return `Copied the ${what}.`;
      }),
    );
  }
  for (const address of document.querySelectorAll<HTMLAnchorElement>('.notes .addr')) {
    const id = address.lastChild?.textContent ?? '';
    address.after(
      button('copy link', `to claim ${id}`, async () => {
        await navigator.clipboard.writeText(address.href);
        return `Copied the link to claim ${id}.`;
      }),
    );
  }
}

const link = document.querySelector<HTMLAnchorElement>('a[data-copy="link"]');
if (link && 'share' in navigator && matchMedia('(pointer: coarse)').matches) {
  link.after(
    button('Share', 'this claim', async () => {
      await navigator.share({ title: document.title, url: link.href }).catch(() => undefined);
      return '';
    }),
  );
}

export {};
