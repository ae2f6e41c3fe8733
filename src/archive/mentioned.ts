/** Whom an article speaks of, without the draft that tells it. */
import { at } from '../text/certain.ts';
import type { Identity } from './identify.ts';
import type { ReadDraft } from './kept-draft.ts';

/** The speakers that an article may bring. */
export interface Mentioned {
  article: string;
  entities: {
    identity: Extract<Identity, { id: string }>;
    /** The role as printed beside the name. */
    role: string | null;
    /** Names as printed, with a capital letter. */
    printed: string[];
  }[];
}

/** Those whom no card describes. */
export const mentionedIn = ({ id, identities, found, clean }: ReadDraft): Mentioned => ({
  article: id,
  entities: identities.flatMap((identity, i) => {
    if (!('id' in identity) || identity.carded) return [];
    const { role, mentions } = at(found.entities, i);
    const printed = mentions
      .map(({ start, end }) => clean.text.slice(start, end))
      .filter((name) => /\p{Lu}/u.test(name) && name.length > 2);
    return [{ identity, role, printed: [...new Set(printed)] }];
  }),
});
