/** Which article an annotation is about: by an address, by its text, or by the name of its document. */
import { newestOf } from '../../archive/content.ts';
import { decoded } from '../../text/decoding.ts';
import type { Snapshot } from '../state.ts';
import type { Anchorage } from './anchor.ts';
import type { Foreign } from './foreign.ts';

type State = Pick<Snapshot, 'articles' | 'claims' | 'begun' | 'draft'>;

/** An address as it is compared: without scheme, fragment and the slash at its end. */
const plainAddress = (address: string): string =>
  address
    .replace(/^[a-z]+:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/s, '')
    .replace(/\/+$/, '')
    .toLowerCase();

const folded = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The articles of an archive as annotations may name them. */
export class Articles {
  readonly #state: State;
  readonly #byAddress = new Map<string, string>();
  readonly #byText = new Map<string, string[]>();
  readonly #anchorages = new Map<string, Anchorage | null>();

  constructor(state: State) {
    this.#state = state;
    for (const { id, original, archived } of state.articles.values())
      for (const address of [original, archived])
        if (address) this.#byAddress.set(plainAddress(address), id);
  }

  /** The article that an annotation names; null where it names none of the archive. */
  of({ about }: Pick<Foreign, 'about'>): string | null {
    for (const address of about.addresses) {
      const id = this.#at(address);
      if (id !== null) return id;
    }
    if (about.text !== null) {
      const [only, ...more] = this.#withText(about.text);
      if (only !== undefined && more.length === 0) return only;
    }
    return about.name !== null && this.#state.articles.has(about.name) ? about.name : null;
  }

  #at(address: string): string | null {
    const known = this.#byAddress.get(plainAddress(address));
    if (known !== undefined) return known;
    const path = /\/articles\/([a-z0-9-]+)(?:\/|$|[?#])/.exec(address)?.[1];
    if (path !== undefined && this.#state.articles.has(path)) return path;
    const claim = /\/claims\/([a-z0-9]+)(?:\/|$|[?#])/.exec(address)?.[1];
    return (claim !== undefined && this.#state.claims.get(claim)?.article) || null;
  }

  /** Articles whose source or reading text is this one, whatever its breaks of lines. */
  #withText(text: string): string[] {
    if (this.#byText.size === 0)
      for (const { id, text: reading } of this.#state.articles.values())
        for (const one of new Set([folded(this.source(id) ?? ''), folded(reading)]))
          this.#byText.set(one, [...(this.#byText.get(one) ?? []), id]);
    return this.#byText.get(folded(text)) ?? [];
  }

  /** The newest version of a source, decoded; null where there is none. */
  source(article: string): string | null {
    const source = this.#state.begun.content.sources.find((one) => one.article === article);
    const value = source ? newestOf(source).file.value : undefined;
    return value instanceof Uint8Array ? decoded(value) : null;
  }

  /** What words are looked for in. */
  anchorage(article: string): Anchorage | null {
    const known = this.#anchorages.get(article);
    if (known !== undefined) return known;
    const draft = this.#state.draft(article);
    const made = draft && { source: draft.raw.text, clean: draft.clean };
    this.#anchorages.set(article, made);
    return made;
  }

  get ids(): string[] {
    return [...this.#state.articles.keys()];
  }
}
