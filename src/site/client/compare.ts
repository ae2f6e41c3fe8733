/** Puts two claims beside each other from `?a=…&b=…`, out of their own pages. */
const target = document.querySelector<HTMLElement>('#compared');
const query = new URLSearchParams(location.search);
const ids = ['a', 'b'].map((name) => query.get(name) ?? '');

/** The claim's words and whose they are, from its page below `claims`; null where there is none. */
async function claim(claims: string, id: string): Promise<Node[] | null> {
  if (!/^[0-9a-z]+$/.test(id)) return null;
  const address = `${claims}${id}/`;
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const words = page.querySelector('.bigwords p');
  const by = page.querySelector('.attrib');
  if (!words || !by) {
    // The claim lost its place or was decided on; its page says what became of it.
    const gone = page.querySelector('h1');
    if (!gone) return null;
    const line = document.createElement('p');
    line.append(
      Object.assign(document.createElement('a'), { href: address, textContent: gone.textContent }),
    );
    return [line];
  }
  const shown = document.createElement('p');
  shown.className = 'words';
  const link = document.createElement('a');
  link.href = address;
  link.textContent = words.textContent;
  shown.append(link);
  const line = document.createElement('p');
  line.className = 'by';
  line.append(...[...by.childNodes].map((node) => document.importNode(node, true)));
  return [shown, line];
}

if (target && ids.every(Boolean)) {
  for (const [i, name] of ['a', 'b'].entries()) {
    const field = document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (field) field.value = ids[i] ?? '';
  }
  const found = await Promise.all(ids.map((id) => claim(target.dataset.claims ?? '', id)));
  const section = document.createElement('section');
  section.className = 'sec full pair';
  const heading = document.createElement('h2');
  heading.textContent = `Claims ${ids.join(' and ')}`;
  const two = document.createElement('div');
  two.className = 'two';
  for (const [i, nodes] of found.entries()) {
    const side = document.createElement('div');
    if (nodes) side.append(...nodes);
    else
      side.append(
        Object.assign(document.createElement('p'), {
          textContent: `There is no claim ${ids[i]} in the archive.`,
        }),
      );
    two.append(side);
  }
  section.append(heading, two);
  target.replaceChildren(section);
  target.hidden = false;
}

export {};
