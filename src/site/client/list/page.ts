/** The page of the reader's own list, or of one that stands in the address. */
import { count } from '../../../model/wording.ts';
import { readClaim, wordsLine, type ReadClaim, type StandingClaim } from '../claim-page.ts';
import { saveText } from '../save-text.ts';
import { byId, make } from '../search/dom.ts';
import { idsInFragment, keepIds, keptIds, listFragment, whenListChanges } from './kept.ts';
import { LIST_FILES, listInFile, listInText, textsOf } from './take-out.ts';

/** Pages read at once. */
const AT_ONCE = 6;

const target = byId('list');
const { claims: claimsAddress = '', address: listAddress = '' } = target.dataset;
const status = byId('list-status');
const say = (words: string) => (status.textContent = words);

const read = new Map<string, ReadClaim>();
/** The way to copy that was chosen. */
let chosen = '';
/** What stood on the list before the last change, while it can be undone. */
let before: string[] | null = null;
/** Counts the drawings, so that a late answer does not draw over a newer one. */
let drawn = 0;

const sent = (): string[] | null => idsInFragment(location.hash);

async function readAll(ids: readonly string[]): Promise<ReadClaim[]> {
  const wanting = ids.filter((id) => !read.has(id));
  for (let at = 0; at < wanting.length; at += AT_ONCE) {
    say(`Reading claims ${at + 1} to ${Math.min(at + AT_ONCE, wanting.length)}`);
    const found = await Promise.all(
      wanting.slice(at, at + AT_ONCE).map((id) => readClaim(claimsAddress, id)),
    );
    for (const claim of found) if (claim.kind !== 'unread') read.set(claim.id, claim);
  }
  return ids.map((id) => read.get(id) ?? { kind: 'unread', id });
}

function change(ids: readonly string[], words: string, focus?: string): void {
  const former = keptIds();
  if (!keepIds(ids)) return void say('This browser keeps nothing for this site.');
  before = former;
  void draw(focus).then(() => say(words));
}

const act = (label: string, name: string, focus: string, click: () => void): HTMLElement =>
  make(
    'button',
    { class: 'act', type: 'button', 'aria-label': name, 'data-act': focus, click },
    label,
  );

/** Moves a claim of one's own list, or takes it off. */
function acts(id: string, at: number, ids: readonly string[]): HTMLElement {
  const moved = (by: number) => {
    const next = ids.filter((one) => one !== id);
    next.splice(at + by, 0, id);
    change(
      next,
      `Claim ${id} is now number ${at + by + 1} of ${ids.length}.`,
      `${by < 0 ? 'up' : 'down'} ${id}`,
    );
  };
  const off = () =>
    change(
      ids.filter((one) => one !== id),
      `Claim ${id} was taken off.`,
      'undo',
    );
  return make(
    'p',
    { class: 'acts' },
    at > 0 && act('Up', `Move claim ${id} up`, `up ${id}`, () => moved(-1)),
    at < ids.length - 1 && act('Down', `Move claim ${id} down`, `down ${id}`, () => moved(1)),
    act('Take off', `Take off claim ${id}`, `off ${id}`, off),
  );
}

/** What the list shows of a claim: itself, or what became of it. */
function shown(claim: ReadClaim, ids: readonly string[], isOwn: boolean): (HTMLElement | false)[] {
  switch (claim.kind) {
    case 'standing':
      return [
        wordsLine(claim),
        make(
          'p',
          { class: 'by' },
          ...claim.by.map((node) => node.cloneNode(true)),
          '; ',
          make('span', { class: `k ${claim.type}` }, claim.type),
        ),
      ];
    case 'gone': {
      const { successor, id } = claim;
      return [
        make('p', {}, make('a', { href: claim.address }, claim.heading)),
        make('p', { class: 'why' }, 'It is not among the citations below.'),
        isOwn &&
          successor !== null &&
          act(
            'Put the other in its place',
            `Put the other in its place: claim ${successor}`,
            `other ${id}`,
            () =>
              change(
                ids.map((one) => (one === id ? successor : one)),
                `Claim ${successor} is in the place of claim ${id}.`,
                `off ${successor}`,
              ),
          ),
      ];
    }
    case 'absent':
      return [make('p', {}, `There is no claim ${claim.id} in the archive.`)];
    case 'unread':
      return [make('p', {}, `Claim ${claim.id} could not be read now. It stays on the list.`)];
  }
}

async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied ${what}.`);
  } catch {
    say('Copying was not allowed; select the text instead.');
  }
}

async function save(name: string, claims: readonly StandingClaim[]): Promise<void> {
  const file = LIST_FILES[name];
  if (!file) return;
  say(`Making the ${name} file`);
  try {
    saveText(await listInFile(claims, file), { name: `claims.${file.ending}`, type: file.type });
    say(`${name} file with ${count(claims.length, 'claim')}`);
  } catch (reason) {
    console.error(reason);
    say(`The ${name} file could not be made.`);
  }
}

/** The list as text in the way chosen, as files, and as an address. */
function takeOut(claims: readonly StandingClaim[], ids: readonly string[]): HTMLElement[] {
  const ways = textsOf(claims);
  const text = make('pre', { class: 'proof', tabindex: '0', 'aria-label': 'The list as text' });
  const select = make(
    'select',
    { class: 'field', id: 'list-way' },
    ...ways.map(({ name }) => make('option', {}, name)),
  );
  const write = () => {
    const way = ways.find(({ name }) => name === select.value) ?? ways[0];
    chosen = select.value;
    text.textContent = way ? listInText(claims, way) : '';
  };
  if (ways.some(({ name }) => name === chosen)) select.value = chosen;
  select.addEventListener('change', write);
  write();
  const link = `${listAddress}#${listFragment(ids)}`;
  const section = (title: string, ...content: (HTMLElement | false)[]) =>
    make('section', { class: 'sec' }, make('h2', {}, title), make('div', {}, ...content));
  return [
    ...(claims.length > 0
      ? [
          section(
            'Cite the list',
            make(
              'p',
              { class: 'acts' },
              make('label', { for: 'list-way' }, 'As'),
              ' ',
              select,
              act(
                'Copy',
                'Copy the list as text',
                'copy',
                () => void copy(text.textContent, 'the list'),
              ),
            ),
            text,
            make(
              'p',
              { class: 'acts' },
              'Files: ',
              ...Object.keys(LIST_FILES).map((name) =>
                act(name, `${name} file of the list`, name, () => void save(name, claims)),
              ),
            ),
          ),
        ]
      : []),
    section(
      'Send the list',
      make(
        'p',
        {},
        'This address holds the list as it stands now. What stands behind # is sent to no host.',
      ),
      make('p', { class: 'copy' }, make('a', { href: link }, link)),
      make(
        'p',
        { class: 'acts' },
        act(
          'Copy',
          'Copy the link to the list',
          'link',
          () => void copy(link, 'the link to the list'),
        ),
      ),
    ),
  ];
}

/** Ways to begin, where nothing is kept. */
const nothing = (isOwn: boolean): HTMLElement =>
  make(
    'p',
    {},
    isOwn
      ? 'Nothing is kept so far. Beside each claim stands “keep”: in '
      : 'The address holds no claim. Claims stand in ',
    make('a', { href: claimsAddress }, 'the list of claims'),
    ', in ',
    make(
      'a',
      { href: new URL('../search/', new URL(claimsAddress, location.href)).href },
      'the results of a search',
    ),
    ', on the page of a claim and in the margin of an article.',
  );

/** What can be done with the whole: with one's own list, or with one that was sent. */
function whole(ids: readonly string[], isOwn: boolean): HTMLElement | false {
  const undo = before;
  if (isOwn)
    return (
      (ids.length > 0 || undo !== null) &&
      make(
        'p',
        { class: 'acts' },
        undo !== null &&
          act('Undo', 'Undo the last change of the list', 'undo', () => {
            change(undo, 'The list is as it was.', 'undo');
          }),
        ids.length > 0 &&
          act('Empty the list', 'Empty the list', 'empty', () =>
            change([], 'The list is empty.', 'undo'),
          ),
      )
    );
  const own = keptIds();
  const wanting = ids.filter((id) => !own.includes(id));
  return make(
    'p',
    { class: 'acts' },
    'This list came with the address; yours is as it was. ',
    wanting.length > 0 &&
      act(
        `Keep ${count(wanting.length, 'claim')}`,
        `Keep ${count(wanting.length, 'claim')} on your list`,
        'keep',
        () => {
          change(
            [...own, ...wanting],
            `${count(own.length + wanting.length, 'claim')} on your list.`,
            'keep',
          );
        },
      ),
    make('a', { href: listAddress === '' ? '#' : location.pathname }, 'Your own list'),
  );
}

async function draw(focus?: string): Promise<void> {
  const mine = ++drawn;
  const fromAddress = sent();
  const isOwn = fromAddress === null;
  const ids = fromAddress ?? keptIds();
  target.ariaBusy = 'true';
  const claims = await readAll(ids);
  if (mine !== drawn) return;
  const standing = claims.filter((claim) => claim.kind === 'standing');
  const all = whole(ids, isOwn);
  target.replaceChildren(
    make(
      'section',
      { class: 'sec' },
      make('h2', {}, isOwn ? 'Kept' : 'Sent', make('small', {}, count(ids.length, 'claim'))),
      make(
        'div',
        {},
        all,
        ids.length === 0
          ? nothing(isOwn)
          : make(
              'ol',
              { class: 'rows' },
              ...claims.map((claim, at) =>
                make('li', {}, ...shown(claim, ids, isOwn), isOwn && acts(claim.id, at, ids)),
              ),
            ),
      ),
    ),
    ...(ids.length > 0 ? takeOut(standing, ids) : []),
  );
  target.removeAttribute('aria-busy');
  say(`${count(ids.length, 'claim')} on the list.`);
  const gone = claims.length - standing.length;
  if (gone > 0) say(`${count(ids.length, 'claim')} on the list, ${gone} of them not to be cited.`);
  if (focus !== undefined) focusOn(focus);
}

/** Gives the focus to the act of this name, or to what stands in for it. */
function focusOn(name: string): void {
  const id = name.split(' ')[1];
  const at = (act: string) => target.querySelector<HTMLElement>(`[data-act="${act}"]`);
  (
    at(name) ??
    (id ? (at(`up ${id}`) ?? at(`down ${id}`)) : null) ??
    at('undo') ??
    at('empty')
  )?.focus();
}

whenListChanges(() => void draw());
addEventListener('hashchange', () => {
  before = null;
  void draw();
});
void draw();
