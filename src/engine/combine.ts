/**
 * Joins what the rules found in a paragraph with what the model found. Marks and cues that the rules are sure of
 * stand; the model finds the rest and mends bounds and mentions. The result has the shape the rules give.
 */
import type { Span } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { length } from '../text/spans.ts';
import { endOf, startOf } from './drafts.ts';
import type { Draft, ParagraphClaims } from './draft.ts';
import type { Stretch } from './marks.ts';
import type { LanguagePack } from './pack.ts';
import { crosses, near, Scene, shared, within, type Content } from './scene.ts';
import { settle, type Background } from './settle.ts';
import type { Tagger, TaggerInput } from './tagger/index.ts';
import { ruleCodes, tokenAt } from './tagger/rule-codes.ts';
import type { Tokens } from './tokens.ts';

/** Tokens of the longest paragraph whose decisions are explained: to explain one, all of its features are made again. */
const LONGEST_EXPLAINED = 600;

/** The rule for quotations that somebody's stance leads to, of which the model knows nothing. */
const LED = 'stance-before';

/** A paragraph, and what is to be joined in it. */
export interface ToCombine {
  pack: LanguagePack;
  span: Span;
  /** Its quotations. */
  stretches: readonly Stretch[];
  /** Words of the whole text. */
  tokens: Tokens;
  tagger: Tagger;
  /** Its index. */
  paragraph: number;
  /** The quotation that opens the paragraph and runs over several, if one does: its words are one speaker's. */
  running: Stretch | null;
  /** Whether claims that only the model found say what spoke for them. */
  explain: boolean;
}

/** Completes the claims of one paragraph. */
export function combine(found: ParagraphClaims, from: ToCombine): ParagraphClaims {
  const { tokens, span } = from;
  const a = tokenAt(tokens, span.start);
  let b = a;
  while (b < tokens.count && at(tokens.start, b) < span.end) b++;
  return a === b ? found : { ...found, drafts: new Combining(found, from, a, b).drafts() };
}

/** What is known of each draft beside itself. */
type Backgrounds = Map<Draft, Background>;

class Combining {
  readonly #found: ParagraphClaims;
  readonly #from: ToCombine;
  readonly #input: TaggerInput;
  readonly #scene: Scene;
  /** The model's claims, and those of them that belong to a claim of the rules. */
  readonly #contents: readonly Content[];
  readonly #taken = new Set<Content>();
  readonly #background: Backgrounds = new Map();

  constructor(found: ParagraphClaims, from: ToCombine, a: number, b: number) {
    const { pack, tokens, stretches, tagger } = from;
    this.#found = found;
    this.#from = from;
    const rules = ruleCodes(tokens, a, b, found.drafts, tagger.lexicon);
    this.#input = { tokens, a, b, stretches, rules };
    this.#scene = new Scene(pack, tokens, found, stretches, tagger.tag(this.#input));
    this.#contents = this.#scene.contents();
  }

  drafts(): Draft[] {
    const { pack, tagger, stretches } = this.#from;
    const { tokens, a, b } = this.#input;
    const ruled = this.#apart(this.#found.drafts.flatMap((draft) => this.#weighed(draft) ?? []));
    const all = [...ruled, ...this.#addedTo(ruled)];
    for (const draft of all) draft.decision ??= { group: `${draft.rule}, unseen by the model` };
    all.sort((x, y) => startOf(x) - startOf(y) || endOf(y) - endOf(x));
    const settled = settle(all, {
      pack,
      background: this.#background,
      scene: this.#scene,
      judge: tagger.judge,
      run: { tokens, a, b },
      stretches,
      lexicon: tagger.lexicon,
    });
    this.#hand(settled);
    return settled;
  }

  /** A draft of the rules with what the model knows better; null where the model takes its words for unsaid. */
  #weighed(draft: Draft): Draft | null {
    const rule = { parts: draft.parts, mention: draft.mention };
    const isRunning = startOf(draft) === this.#from.running?.inner.start;
    const isLed = draft.rule === LED;
    this.#background.set(draft, { rule, isSure: isRunning || isLed });
    if (isLed) return this.#taking(draft);
    if (isRunning && draft.type === 'direct') return this.#taking(draft);
    if (this.#from.pack.cues.passesOn(this.#from.tokens.text, draft)) return draft;
    const around = near(this.#contents, startOf(draft), endOf(draft));
    const matches = around.filter(
      (content) => !this.#taken.has(content) && draft.parts.some((part) => within(content, part)),
    );
    const isSeen = draft.parts.some(
      (part) => 2 * matches.reduce((n, content) => n + shared(content, part), 0) >= length(part),
    );
    const [model] = matches;
    if (!isSeen || !model) {
      // The model sees nothing here, or something else: then the rules' claim is weighed by itself, or a cue decides.
      const isCrossed = around.some((content) =>
        draft.parts.some((part) => crosses(part, content)),
      );
      return isCrossed && draft.cue === null ? null : draft;
    }
    for (const content of matches) this.#taken.add(content);
    if (!draft.cue && this.#scene.isUnsaid(model)) return null;
    this.#background.set(draft, { rule, model });
    return this.#scene.mend(draft, matches);
  }

  /** A draft as it is; what the model sees in its words belongs to it. */
  #taking(draft: Draft): Draft {
    for (const content of near(this.#contents, startOf(draft), endOf(draft)))
      if (draft.parts.some((part) => crosses(part, content))) this.#taken.add(content);
    return draft;
  }

  /** No claim begins in another: where a mended one would, it begins where the rules say, and else it goes. */
  #apart(drafts: readonly Draft[]): Draft[] {
    let end = -1;
    return drafts.filter((draft) => {
      const ruled = this.#background.get(draft)?.rule?.parts;
      if (startOf(draft) < end && ruled) Object.assign(draft, { parts: [...ruled] });
      if (startOf(draft) < end) return false;
      end = endOf(draft);
      return true;
    });
  }

  /** Claims that only the model found, clear of those of the rules. */
  #addedTo(ruled: readonly Draft[]): Draft[] {
    const { span, tagger, paragraph, explain } = this.#from;
    const covered = new Uint8Array(span.end - span.start);
    for (const { parts } of ruled)
      for (const part of parts) covered.fill(1, part.start - span.start, part.end - span.start);
    // A cue of the rules attributes what stands on its one side; the model puts nothing on the other.
    const sides = new Map(
      ruled.flatMap((draft) =>
        draft.cue ? [[draft.cue.start, draft.cue.start < startOf(draft)]] : [],
      ),
    );
    return this.#contents.flatMap((content) => {
      const isFree =
        !this.#taken.has(content) &&
        !covered.subarray(content.start - span.start, content.end - span.start).includes(1);
      const draft = isFree ? this.#scene.make(content, paragraph) : null;
      if (!draft || !mayAdd(draft, content, sides)) return [];
      if (explain && this.#input.b - this.#input.a <= LONGEST_EXPLAINED)
        draft.reasons.push(
          `What spoke for it most: ${[...new Set(tagger.reasons(this.#input, content.tagged))].join('; ')}.`,
        );
      this.#background.set(draft, { model: content });
      return [draft];
    });
  }

  /** A claim that took over the speaker of one that is gone takes over that of the one before it. */
  #hand(drafts: readonly Draft[]): void {
    const kept = new Set(drafts);
    for (const [i, draft] of drafts.entries()) {
      const of = draft.inherits;
      if (of && of.paragraph === this.#from.paragraph && !kept.has(of)) {
        draft.inherits = drafts[i - 1] ?? null;
        draft.open = draft.inherits === null;
      }
      if (draft.rule === 'model') this.#scene.inherit(drafts, i);
    }
  }
}

/** Whether the rules leave room for a claim of the model. `sides`: by cue, whether the claim stands behind it. */
function mayAdd(
  { cue, type }: Draft,
  { start }: Content,
  sides: ReadonlyMap<number, boolean>,
): boolean {
  if (!cue) return true;
  const isBehind = cue.start < start;
  const ruled = sides.get(cue.start);
  if (ruled !== undefined && ruled !== isBehind) return false;
  // "The bridge, which Ann Lee said was safe, fell": past the end of what the rules see told, nothing more is.
  return type === 'direct' || ruled === undefined || !isBehind;
}
