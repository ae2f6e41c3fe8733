import type {
  ClaimType,
  CueKind,
  MentionBasis,
  Polarity,
  Span,
  SpeakerKind,
} from '../model/records.ts';

/**
 * What the engine reads: clean text (no markup, white space collapsed) and where its paragraphs stand.
 * Boilerplate, titles and bylines are not listed, so nothing is found in them.
 */
export interface EngineText {
  text: string;
  paragraphs: readonly EngineParagraph[];
  /** `auto` looks for interview turns; `marked` for those that a label, a dash or bold type marks; `always` treats `Name: text` lines as turns; `never` does not. */
  turns?: 'auto' | 'marked' | 'always' | 'never';
  /** Names known to be the interviewer's (from a byline or a credit line). */
  interviewers?: readonly string[];
  /** The title, and the persons who sign the text. */
  title?: string | null;
  authors?: readonly string[];
}

export interface EngineParagraph extends Span {
  kind: 'paragraph' | 'heading' | 'quote' | 'caption';
  /** Goes on with the sentence of the paragraph before it, which a page break cut. */
  continues?: boolean;
  /** The paragraph is set in bold throughout, as questions of an interview often are. */
  bold?: boolean;
  /** The same in italics. */
  italic?: boolean;
}

/** Somebody or something named or described in the text. */
export interface Entity {
  /** The fullest form printed: "Ann Lee"; for a description, the description: "a ferry captain". */
  name: string;
  kind: SpeakerKind;
  /** Every place where the entity is mentioned by name or description. */
  mentions: Span[];
  /** The role as printed beside the name: "Ambassador to Peru". */
  role: string | null;
  /** Whether no name is printed for it, only a description: "the company". */
  described: boolean;
}

export interface FoundSpeaker {
  /** Index into `Found.entities`. */
  entity: number;
  basis: MentionBasis;
}

/** What decided a claim, and by how much, in units of the model's weights. */
export interface Decision {
  /** The rule, or the model. */
  group: string;
  /** For the claim as a whole, against its being none; absent where that was not weighed. */
  standing?: number;
  /** For its words, against their being none; absent where the model did not see them. */
  seen?: number;
  /** For its mention, against the next best of those nearby; absent where there was nothing to choose. */
  lead?: number;
  /** For its bounds, the less sure of the two, against the next best; absent where there was nothing to choose. */
  firm?: number;
  /** On which of its bounds rules and model agree; absent where only one of them found it. */
  agreed?: 'both' | 'from' | 'to' | 'neither';
}

/** What tells how sure a claim is, as signs (`evidence.ts`). */
export interface Evidence {
  /** Whether such claims were measured: not those inside others, nor turns. */
  isMeasured: boolean;
  /** Somebody passed the words on, which were measured as if they were that one's: their rule's own figure stands. */
  isPassedOn: boolean;
  words: readonly string[];
  mention: readonly string[];
  /** Null where nobody was chosen; none where the mention stands for itself, as "a resident" does. */
  speaker: readonly string[] | null;
}

export interface FoundClaim {
  type: ClaimType;
  /** In order, without the quotation marks around them. */
  parts: Span[];
  /** The attributing words: "said", "according to". */
  cue: Span | null;
  cueKind: CueKind;
  polarity: Polarity;
  /** The speaker as printed here: "she", "the diplomat", "Lee". */
  mention: Span | null;
  speaker: FoundSpeaker | null;
  /** Entities that fit equally well where `speaker` is open. */
  candidates: number[];
  /** Who passed the words on, nearest to the article first. */
  via: { entity: number; mention: Span }[];
  /** Index into `Found.claims` of the claim that contains this one. */
  within: number | null;
  /** Interview turn, from 1. */
  turn: number | null;
  /** Name of the rule that decided, or `model`. */
  rule: string;
  /** 0 to 1: how often words found like these are a claim that whoever is printed beside them says. */
  confidence: number;
  /** 0 to 1: how often the words are a claim. */
  wordsConfidence: number;
  /** 0 to 1: how often it is this speaker whose words they are; null where nobody was chosen. */
  speakerConfidence: number | null;
  /** What the three were read from. */
  evidence: Evidence;
  /** The evidence in words for a person. */
  reasons: string[];
}

export interface FoundTurn {
  number: number;
  kind: 'question' | 'answer';
  /** The printed label without colon. */
  label: Span;
  /** Index into `Found.entities`. */
  speaker: number | null;
  /** Indexes into `EngineText.paragraphs`, `to` exclusive. */
  from: number;
  to: number;
}

/** Something the engine was unsure of; becomes a message with line and column. */
export interface Doubt extends Span {
  kind: 'unbalanced-mark' | 'marks-lost' | 'quote-without-speaker' | 'open-speaker';
  /** What a reader needs to know beside the words themselves, e.g. the candidates' names. */
  detail: string;
}

/** Everything found in one text, step by step; `explain` prints it. */
export interface Found {
  sentences: Span[];
  turns: FoundTurn[];
  entities: Entity[];
  /** In reading order; a containing claim stands before the ones within it. */
  claims: FoundClaim[];
  doubts: Doubt[];
}
