/** What is found of one paragraph so far. */
import { draftOf } from '../../../engine/drafts.ts';
import type { Draft, Mention, Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import type { ClaimType, Span } from '../../../model/records.ts';
import { spanOfTokens } from '../phrases.ts';
import { RULES, type Rule } from './catalogue.ts';
import { mentionOf, polarityOf } from './frame.ts';
import { outletOf } from './outlets.ts';
import type { Told } from './told.ts';
import type { Unattributed } from './unattributed.ts';

/** The claims of a paragraph, and the quotations that need no other claim. */
export class Findings {
  readonly drafts: Draft[] = [];
  readonly used = new Set<Stretch>();
  readonly tokens: readonly Token[];
  readonly #paragraph: number;

  /** `paragraph`: its number in the text. */
  constructor(tokens: readonly Token[], paragraph: number) {
    this.tokens = tokens;
    this.#paragraph = paragraph;
  }

  /** The quotations of tokens `[from, to)` need no other claim. */
  use(from: number, to: number): void {
    for (const { quote } of this.tokens.slice(from, to)) if (quote) this.used.add(quote);
  }

  /**
   * A claim of words that an attribution tells; `after`: where words after its cue begin, -1 if
   * none do.
   */
  addTold(rule: Rule, { attribution, type, parts, reasons, takes }: Told, after: number): void {
    const { tokens } = this;
    const { from, to, kind, subject } = attribution;
    const passer = attribution.passer ?? outletOf(tokens, attribution, after);
    for (const run of takes) this.use(run.from, run.to);
    this.#add(rule, type, parts, reasons, {
      cue: spanOfTokens(tokens, from, to),
      cueKind: kind,
      polarity: polarityOf(attribution),
      mention: subject && mentionOf(tokens, subject),
      via: passer ? [mentionOf(tokens, passer)] : [],
    });
  }

  /** A claim of a quotation that no cue took. */
  addUnattributed(rule: Rule, found: Unattributed): Draft {
    const { type, part, reason, mention, cue = null, inherits = null, open = false, hint } = found;
    const known = { mention, cue, inherits, open };
    return this.#add(rule, type, [part], [reason], hint === undefined ? known : { ...known, hint });
  }

  #add(
    rule: Rule,
    type: ClaimType,
    parts: Span[],
    reasons: string[],
    known: Partial<Draft> & { mention: Mention | null },
  ): Draft {
    const draft = draftOf(this.#paragraph, parts, {
      type,
      rule,
      confidence: RULES[rule],
      reasons,
      ...known,
    });
    this.drafts.push(draft);
    return draft;
  }
}
