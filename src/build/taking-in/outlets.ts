/** The outlets of the archive, by name, and the cards of those that captures name for the first time. */
import type { VFile } from 'vfile';
import { readCard } from '../../intake/cards/read.ts';
import { OutletCard } from '../../intake/cards/schema.ts';
import { idOfName, isReservedName, nameKey } from '../../model/names.ts';
import { root } from '../archive-files/content.ts';
import { namesIn, readFile } from '../archive-files/reading.ts';
import { outletCard } from './article-card.ts';
import type { Holdings } from './holdings.ts';

const FOLDER = 'content/outlets';

export class Outlets {
  private readonly ids = new Map<string, string>();

  /** Reads the cards; one that is not in order is the build's to tell. */
  constructor() {
    for (const name of namesIn(root, FOLDER).filter((one) => one.endsWith('.md'))) {
      const file: VFile = readFile(root, `${FOLDER}/${name}`);
      if (file.value === undefined) continue;
      const card = readCard(file, OutletCard);
      const id = name.slice(0, -'.md'.length);
      for (const called of card ? [card.data.name, ...(card.data.aliases ?? [])] : [])
        this.ids.set(nameKey(called), id);
    }
  }

  /** The id of an outlet of that name; where there is none, its card is added. Null for a name that makes no id. */
  idOf(name: string, holdings: Holdings): string | null {
    const known = this.ids.get(nameKey(name));
    if (known !== undefined) return known;
    const id = idOfName(name, 'outlet');
    if (!/[\p{L}\p{N}]/u.test(name) || isReservedName(id)) return null;
    // Another outlet's card of that id stays what it is.
    if (holdings.addFile(`${FOLDER}/${id}.md`, () => outletCard(name)) === null) return null;
    this.ids.set(nameKey(name), id);
    return id;
  }
}
