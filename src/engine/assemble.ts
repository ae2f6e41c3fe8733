/**
 * Joins what the paragraphs of a text found: introductions, continuations, turns, claims within claims.
 *
 * In: the text, its marks and turns. Out: every draft, the containing one before those within it, and what stays
 * doubtful. A draft is one object while it is found, since others take over its speaker; nobody keeps it after.
 */
import { trimmed } from '../text/spans.ts';
import type { Span } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { combine } from './combine.ts';
import { draftOf, endOf, nameAt } from './drafts.ts';
import type { Draft, Lead, ParagraphClaims } from './draft.ts';
import { introduced, introducedBy } from './introductions.ts';
import type { MarkScan, Stretch } from './marks.ts';
import { nestedInQuotations, nestedInReport, nestedInTurn } from './nested.ts';
import { closeOpen, endOfBlock, signedBy, type BlockEnd } from './open-drafts.ts';
import type { LanguagePack } from './pack.ts';
import type { Tagger } from './tagger/index.ts';
import type { Tokens } from './tokens.ts';
import type { TurnDraft } from './turns.ts';
import { isAside, spokenParts } from './turns/notes.ts';
import type { Doubt, EngineParagraph, EngineText } from './types.ts';

export interface ToAssemble {
  pack: LanguagePack;
  input: EngineText;
  /** Marks of each paragraph. */
  scans: readonly MarkScan[];
  turns: readonly TurnDraft[];
  /** Null where rules alone decide. */
  tagger: Tagger | null;
  /** Whether claims that only the model found say what spoke for them. */
  explain: boolean;
}

/** Every draft of a text; doubts of unbalanced marks and of quotations that nobody is named for. */
export function assemble(from: ToAssemble): { drafts: Draft[]; doubts: Doubt[] } {
  const assembly = new Assembly(from);
  from.input.paragraphs.forEach((paragraph, index) => assembly.read(paragraph, index));
  return assembly;
}

class Assembly {
  readonly drafts: Draft[] = [];
  readonly doubts: Doubt[] = [];
  readonly #from: ToAssemble;
  readonly #text: string;
  readonly #words: Tokens | null;
  readonly #turnOf = new Map<number, TurnDraft>();
  /** The introduction that the paragraph before ends with. */
  #lead: Lead | null = null;
  /** Last claim of the paragraph before, for continuations. */
  #previous: Draft | null = null;
  #previousOpen = false;
  #turnClaim: Draft | null = null;
  /** The end of the block quotation that was read last. */
  #block: BlockEnd | null = null;

  constructor(from: ToAssemble) {
    this.#from = from;
    this.#text = from.input.text;
    this.#words = from.tagger && from.pack.text.tagged(this.#text);
    for (const turn of from.turns)
      for (let index = turn.from; index < turn.to; index++) this.#turnOf.set(index, turn);
  }

  /** Takes up the next paragraph. */
  read(paragraph: EngineParagraph, index: number): void {
    const turn = this.#turnOf.get(index);
    if (turn) {
      this.#ofTurn(turn, paragraph, index);
      return;
    }
    this.#turnClaim = null;
    const scan = at(this.#from.scans, index);
    for (const { start, end } of scan.strays)
      this.doubts.push({ kind: 'unbalanced-mark', start, end, detail: 'no mark answers it' });
    if (paragraph.kind === 'heading') return;
    if (paragraph.kind === 'quote' && this.#ofBlock(paragraph, index, scan)) return;
    this.#ofProse(paragraph, index, scan);
  }

  /** A paragraph of an interview: a claim of its own, or the rest of the one that a page break cut. */
  #ofTurn(turn: TurnDraft, paragraph: EngineParagraph, index: number): void {
    this.#lead = null;
    this.#previous = null;
    const isFirst = index === turn.from;
    const { conversations } = this.#from.pack;
    const words = spokenParts(
      this.#text,
      {
        start: isFirst ? Math.max(paragraph.start, turn.body) : paragraph.start,
        end: paragraph.end,
      },
      conversations,
    );
    const [head] = words;
    const tail = words.at(-1);
    const isNoSpeech = isFirst
      ? paragraph.kind === 'heading' || paragraph.kind === 'caption'
      : !paragraph.continues && isAside(this.#from.input, index, conversations);
    if (!head || !tail || isNoSpeech) return;
    const cut = paragraph.continues && this.#turnClaim?.turn === turn.number && this.#turnClaim;
    if (cut) {
      cut.parts.push(...words);
      cut.reasons.push('A page break cuts the paragraph.');
    }
    const claim = cut || this.#turnDraft(turn, words, index);
    this.#turnClaim = claim;
    const body = { start: head.start, end: tail.end };
    this.drafts.push(...nestedInTurn(this.#around(index), body, claim));
  }

  #turnDraft(turn: TurnDraft, parts: readonly Span[], index: number): Draft {
    const hasLabel = turn.label.end > turn.label.start && turn.rule !== 'dash';
    const draft = draftOf(index, [...parts], {
      type: turn.kind,
      turn: turn.number,
      mention: hasLabel ? nameAt(turn.label) : null,
      rule: turn.kind === 'answer' ? 'turn-answer' : 'turn-question',
      confidence: this.#from.pack.claims.confidence['turn-answer'],
      reasons: [TURN_REASONS[turn.rule]],
    });
    this.drafts.push(draft);
    return draft;
  }

  /** A block quotation, which has no marks of its own; false where its words are to be read as others are. */
  #ofBlock(paragraph: EngineParagraph, index: number, scan: MarkScan): boolean {
    const body = trimmed(this.#text, paragraph);
    const { name, paragraph: last } = this.#blockAt(index);
    if (!body || (scan.stretches.length > 0 && !name)) return false;
    const lead = this.#lead;
    this.#lead = null;
    if (name && last === index) {
      this.#previous = null;
      return true;
    }
    const { pack } = this.#from;
    const draft = draftOf(index, [body], {
      rule: 'block-quotation',
      confidence: pack.claims.confidence['block-quotation'],
      reasons: ['The paragraph is set as a block quotation.'],
      open: true,
    });
    if (name)
      Object.assign(
        draft,
        signedBy(
          name,
          pack,
          'The paragraph is set as a block quotation, under which a dash and a name stand.',
        ),
      );
    else if (lead) Object.assign(draft, introducedBy(lead));
    else if (this.#previous) Object.assign(draft, { inherits: this.#previous, open: false });
    this.drafts.push(draft);
    this.#previous = draft;
    return true;
  }

  /** The end of the block quotation at `index`, looked for once a block. */
  #blockAt(index: number): BlockEnd {
    if (!this.#block || this.#block.paragraph < index)
      this.#block = endOfBlock(this.#text, this.#from.input.paragraphs, index);
    return this.#block;
  }

  #ofProse(paragraph: EngineParagraph, index: number, scan: MarkScan): void {
    const { pack } = this.#from;
    const found = this.#found(paragraph, index);
    const { stretches } = scan;
    const drafts = this.#lead
      ? introduced(this.#lead, found, stretches, { pack, start: paragraph.start, paragraph: index })
      : (this.#restOfBlock(paragraph, index) ?? found.drafts);
    const place = {
      pack,
      text: this.#text,
      paragraph,
      next: this.#from.input.paragraphs[index + 1],
      stretches,
      previous: this.#previous,
      previousOpen: this.#previousOpen,
    };
    for (const draft of drafts) {
      const doubt = draft.open ? closeOpen(draft, place) : null;
      if (doubt) this.doubts.push(doubt);
    }
    this.drafts.push(...drafts);
    for (const draft of drafts) {
      const around = this.#around(index);
      this.drafts.push(...nestedInQuotations(around, draft), ...nestedInReport(around, draft));
    }
    this.#doubtRepairs(scan, index);
    this.#leave(drafts, found.lead, scan.open);
  }

  /** A paragraph in the first person behind a block without marks goes on with it; null elsewhere. */
  #restOfBlock(paragraph: EngineParagraph, index: number): Draft[] | null {
    const { pack, scans } = this.#from;
    const block = this.#previous;
    const body = trimmed(this.#text, paragraph);
    const isBehind = block?.rule === 'block-quotation' && block.paragraph === index - 1;
    if (!isBehind || !body || at(scans, index).stretches.length > 0) return null;
    if (!pack.claims.isOfSpeaker(this.#text.slice(body.start, body.end))) return null;
    return [
      draftOf(index, [body], {
        inherits: block,
        rule: 'block-quotation',
        confidence: pack.claims.confidence['block-quotation'],
        reasons: ['It goes on in the first person behind words of the same speaker.'],
      }),
    ];
  }

  #found(paragraph: EngineParagraph, index: number): ParagraphClaims {
    const { pack, tagger, explain, input } = this.#from;
    const { stretches } = at(this.#from.scans, index);
    const ruled = pack.claims.inParagraph(this.#text, paragraph, stretches, index);
    if (!this.#words || !tagger || paragraph.kind === 'quote') return ruled;
    return combine(ruled, {
      pack,
      span: paragraph,
      stretches,
      tokens: this.#words,
      tagger,
      paragraph: index,
      running: runningIn(this.#text, at(this.#from.scans, index), {
        paragraph,
        next: input.paragraphs[index + 1],
        previousOpen: this.#previousOpen,
      }),
      explain,
    });
  }

  #around(paragraph: number) {
    const { pack, scans } = this.#from;
    return { pack, text: this.#text, stretches: at(scans, paragraph).stretches, paragraph };
  }

  /** Marks that were put right; not the one that a quotation of several paragraphs leaves open on purpose. */
  #doubtRepairs({ stretches, open }: MarkScan, index: number): void {
    const next = this.#from.input.paragraphs[index + 1];
    for (const stretch of stretches) {
      const goesOn = open && stretch === stretches.at(-1) && opensWithMark(this.#text, next);
      if (!stretch.repair || goesOn) continue;
      const { start, end } = stretch.open;
      this.doubts.push({
        kind: 'unbalanced-mark',
        start,
        end: Math.max(end, start + 1),
        detail: stretch.repair,
      });
    }
  }

  /** What the next paragraph may take up. */
  #leave(drafts: readonly Draft[], lead: Lead | null, open: boolean): void {
    const last = drafts.reduce<Draft | null>(
      (latest, draft) => (latest && endOf(draft) < endOf(latest) ? latest : draft),
      null,
    );
    this.#lead = lead && last && !lead.mention ? { ...lead, inherits: last } : lead;
    this.#previous = last;
    this.#previousOpen = open;
  }
}

const LABELLED =
  'The text is laid out as an interview with labels; the paragraph belongs to this turn.';
const TURN_REASONS: Record<TurnDraft['rule'], string> = {
  bold: 'The text is laid out as an interview: questions in bold type, answers under them.',
  dash: 'The text is laid out as a dialogue with dashes.',
  label: LABELLED,
  question:
    'Paragraphs end in a question mark and are put to somebody, who answers in the first person below them.',
  'question-answer': LABELLED,
  unlabelled:
    'The paragraph ends in a question mark between the words of somebody who answers; no label says who asks.',
};

/** The quotation at the head of a paragraph that goes on from the one before or in the next; null without one. */
function runningIn(
  text: string,
  { stretches: [first], open }: MarkScan,
  around: { paragraph: Span; next: Span | undefined; previousOpen: boolean },
): Stretch | null {
  if (!first || first.outer.start > around.paragraph.start + 1) return null;
  const goesOn = open && first.close === null && opensWithMark(text, around.next);
  return around.previousOpen || goesOn ? first : null;
}

const opensWithMark = (text: string, next: Span | undefined): boolean =>
  next !== undefined && /^\s?["“„«‘'`]/.test(text.slice(next.start, next.start + 2));
