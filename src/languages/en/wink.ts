/** The only file that knows wink-nlp: words with part of speech and lemma, and the words of its language model. */
import { createRequire } from 'node:module';
import type winkNLP from 'wink-nlp';
import type { ItsFunction, Model } from 'wink-nlp';
import type { TaggedWord } from '../../engine/tokens.ts';

interface WinkCore {
  features: { lexeme: { hash: Record<string, number>; list: string[]; intrinsicSize: number } };
}

interface LanguageModel {
  core(): WinkCore;
  metaCER(): unknown;
}

/** Loaded when a text is read: most of what a command waits for where it reads none. */
const require = createRequire(import.meta.url);
const wink = () => require('wink-nlp') as typeof winkNLP;
const languageModel = () => require('wink-eng-lite-web-model') as LanguageModel;

/**
 * wink-nlp keeps every unknown word it meets, and cuts later texts differently for having met it. So the words
 * a text added are taken out again after it: the same text gives the same tokens whatever came before.
 */
class Reader {
  readonly nlp;
  readonly #core: WinkCore;
  #known: number;

  constructor() {
    let core: WinkCore | undefined;
    const model = { ...languageModel(), core: () => (core = readCore()), metaCER };
    this.nlp = wink()(model as unknown as Model, ['pos']);
    if (!core) throw new Error('wink-nlp did not read its language model');
    this.#core = core;
    this.#known = core.features.lexeme.list.length;
  }

  /** Takes out the words added since the last call. */
  forget(): void {
    const { hash, list } = this.#core.features.lexeme;
    for (const word of list.slice(this.#known)) delete hash[word];
    this.#known = list.length;
  }

  /** Whether the word at a place of the list is one of the language model's own. */
  hasPlace(place: number | undefined): boolean {
    return place !== undefined && place < this.#core.features.lexeme.intrinsicSize;
  }

  /** Whether a form is one of the language model's own. */
  knows(form: string): boolean {
    const { hash } = this.#core.features.lexeme;
    return Object.hasOwn(hash, form) && this.hasPlace(hash[form]);
  }

  /** The list of former words stays (wink-nlp addresses it by index), so a reader is replaced when it grows. */
  get isWornOut(): boolean {
    return this.#known > 180_000;
  }
}

const readCore = (): WinkCore => languageModel().core();

let entityModel: unknown;

/** Asked for once: the language model encodes what it hands out anew each time, so that it doubles with every reader. */
const metaCER = (): unknown => (entityModel ??= languageModel().metaCER());

let reader: Reader | undefined;

/** Shows the words of a text in order, line breaks among them; their lemmas can be asked for until it returns. */
export function readWords(text: string, see: (word: TaggedWord) => void): void {
  if (reader?.isWornOut) reader = undefined;
  const current = (reader ??= new Reader());
  const { its } = current.nlp;
  const tokens = current.nlp.readDoc(text).tokens();
  const places = tokens.out(its.uniqueId) as unknown as number[];
  const values = tokens.out<string>(its.value);
  const tags = tokens.out(its.pos) as string[];
  const lemmaOf = its.lemma as unknown as ItsFunction<string | undefined>;
  for (const [i, value] of values.entries())
    see({
      value,
      tag: tags[i] ?? '',
      lemma: () => {
        const lemma = tokens.itemAt(i).out<string | undefined>(lemmaOf);
        // The lemma of a known form is known. Of a contraction that wink-nlp leaves whole ("heve"), it gives none, or
        // a word that some former text had.
        const isForm =
          lemma !== undefined && (current.knows(lemma) || !current.hasPlace(places[i]));
        return isForm ? lemma : value;
      },
    });
  current.forget();
}

/** Every form that the language model knows: some 87,000, proper names among them. */
export const knownForms = (): readonly string[] => readCore().features.lexeme.list;
