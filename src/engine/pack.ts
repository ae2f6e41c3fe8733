/**
 * What the machinery asks of a language. A pack answers every question that takes a word to answer; the engine
 * holds marks, layout, bookkeeping and choices, and no word of any language.
 *
 * In: clean text and offsets into it (UTF-16 code units). Out: plain values. Imports types of the engine alone.
 */
import type { CueKind, Polarity, Span, SpeakerKind } from '../model/records.ts';
import type { Draft, Mention, ParagraphClaims, Token } from './draft.ts';
import type { MarkReader } from './marks/reader.ts';
import type { Stretch } from './marks/stretches.ts';
import type { Tagger } from './tagger/index.ts';
import type { Tokens } from './tokens.ts';

/** Everything known of one language; `languages/index.ts` lists the packs there are. */
export interface LanguagePack {
  /** ISO 639-1: `en` reads `en`, `en-GB` and `EN-us`. */
  readonly code: string;
  readonly text: WordsOfText;
  readonly marks: MarkReader;
  readonly conversations: ConversationReader;
  readonly claims: ClaimRules;
  readonly cues: CueReader;
  readonly mentions: MentionReader;
  readonly names: NameReader;
  readonly offices: OfficeReader;
  /** The trained model, read at the first call; null where the language has none and rules decide alone. */
  tagger(): Tagger | null;
}

/** Words and sentences. */
export interface WordsOfText {
  /** Words and punctuation of `start`..`end`; each of `stretches` is one token. */
  tokenize(
    text: string,
    start: number,
    end: number,
    stretches: readonly Stretch[],
  ): readonly Token[];
  sentences(text: string, start: number, end: number): Span[];
  /** A text all in capitals, as long, with the small letters of running text. */
  runningCase(text: string): string;
  /** A whole text with part of speech and lemma, as the tagger reads it; asked only where there is a tagger. */
  tagged(text: string): Tokens;
}

/** A label that names a side. */
interface SideLabel {
  start: number;
  end: number;
  key: 'q' | 'a';
  body: number;
  isBare: boolean;
}

/** What interviews and transcripts print beside the words of a turn. */
export interface ConversationReader {
  /**
   * A label that names a side and nobody, at the head of a paragraph: "Q:", "Answer 3.". Offsets in `head`;
   * `key` is `q` for questions and `a` for answers, `body` where the words begin. `isBare`: no mark stands behind
   * it, so that it may be a word of the paragraph.
   */
  sideLabel(head: string): SideLabel | null;
  /** The side that a label in small letters stands for: "interviewer"; null for a name. */
  sideOf(label: string): 'question' | 'answer' | null;
  /** Whether a label in small letters names an office of a meeting or a court, whose questions are no interview's. */
  isOfMeeting(label: string): boolean;
  /** Whether a label in small letters says what somebody does there and is nobody's name: "the court", "speaker 1". */
  isRoleAlone(label: string): boolean;
  /** Whether a paragraph is what a clerk notes between speeches: "Honourable members interjecting." */
  isProceedings(words: string): boolean;
  /** Where the name stands in a line that says who asks a witness from here on: "BY MR. DOYLE:"; null in others. */
  examiner(words: string): Span | null;
  /** Whether words before a colon introduce what somebody says, and are no role: "who runs the ferry, said". */
  leadsIn(words: string): boolean;
  /** Whether a word in small letters is an article, which may begin the name of a paper: "the". */
  isArticle(word: string): boolean;
  /** Whether words in brackets say what was heard or done: "Applause", "laughs", "inaudible". */
  isStageNote(words: string): boolean;
  /** Whether such words say that something was said and not understood: "inaudible". */
  isGap(words: string): boolean;
  /** The name under which a speaker introduces himself: "I'm Mia Dale"; null where he does not. */
  ownName(words: string): string | null;
  /** Whether a paragraph that ends in a question mark may be put to somebody, and is not what one asks oneself. */
  mayBePut(words: string): boolean;
  /** Whether a question is put to somebody: "Do you miss it?" */
  asksYou(words: string): boolean;
  /** Whether a sentence of an introduction says that somebody spoke to `name`: "She talks to Jan Petrie." */
  isSaidTo(sentence: string, name: string): boolean;
  /** Whether a sentence of an introduction is about `name` as the guest: "We met Olga Brandt", "Olga Brandt runs". */
  isGuest(sentence: string, name: string): boolean;
  /** Whether a sentence of an introduction says that somebody else than `name` was met: "We asked the mayor." */
  meetsOther(sentence: string, name: string): boolean;
  /** The person whom a title names as the guest of a conversation: "Q&A with Ida Berg"; null where it names none. */
  guestIn(title: string): string | null;
  /** Whether words are in the first person, outside what they quote. */
  isOfSpeaker(words: string): boolean;
  /** The same where only one speaks: "I", "my". */
  isByOne(words: string): boolean;
  /** Whether a paragraph tells what somebody else said: "the council said", "according to". */
  tells(words: string): boolean;
  /** Whether a word in small letters stands before a colon without naming anybody: "note". */
  namesNobody(word: string): boolean;
  /** Whether a word in small letters opens a letter, so that the name behind it is whom it is to: "dear". */
  isSalutation(word: string): boolean;
  /** Whether a word without a capital may stand in a name: "of", "al-Amin". */
  isInsideName(word: string, isFirst: boolean): boolean;
  /** A name without the abbreviations whose point ends no sentence: "Dr. ". */
  withoutAbbreviations(name: string): string;
  /** Whether a short paragraph says what a picture shows or whose it is. */
  isCaption(words: string): boolean;
  /** Whether a paragraph that begins so closes the conversation: "This interview has been edited". */
  isClosingNote(head: string): boolean;
  /** Whether a paragraph is told by a reporter: `,” she said`. */
  isAttributed(words: string): boolean;
}

/** How often a claim is right that the machinery itself makes, 0 to 1: measured, so it differs by language. */
export type MachineryRule =
  'turn-answer' | 'turn-question' | 'block-quotation' | 'next-paragraph' | 'signature' | 'nested';

/** The rules of a paragraph. */
export interface ClaimRules {
  readonly confidence: Readonly<Record<MachineryRule, number>>;
  /** Every claim of one paragraph or of the words of one quotation, and what it leaves open. */
  inParagraph(
    text: string,
    span: Span,
    stretches: readonly Stretch[],
    paragraph: number,
  ): ParagraphClaims;
  /** Whether a claim inside the words of somebody else is sure enough, and names another speaker than them. */
  mayNest(text: string, draft: Draft, around: 'turn' | 'quotation' | 'report'): boolean;
  /** Whether a paragraph speaks in the first person: "I thank my staff." */
  isOfSpeaker(words: string): boolean;
  /** Words that are no claim whoever says them. */
  saysNothing(words: string): boolean;
  /** A claim with the conjunction before it ("that"), which some conventions count as part of it. */
  withConjunction(text: string, part: Span): Span;
  /** A claim without the conjunction at its head. */
  withoutConjunction(text: string, part: Span): Span;
}

/** How words are told: as said, as denied to have been said, or as neither. */
export type Telling = 'said' | 'denied' | 'unsaid';

/** The attributing words of a claim. */
export interface CueReader {
  /** What a cue does with the words, and whether it denies them. */
  read(text: string, cue: Span): { kind: CueKind; polarity: Polarity };
  /** How the sentence around a cue tells that `mention` says the words. */
  telling(found: ParagraphClaims, cue: Span, mention: Span | null): Telling;
  /** "A way to say": what might be said; "the estimated value": no verb. */
  tellsNothing(text: string, cue: Span): boolean;
  /** "Asked", "she was asked": whoever stands beside the cue is asked, and does not say the words. */
  isPutTo(text: string, cue: Span): boolean;
  /** Somebody passes on what another said: "cited an official as saying". */
  passesOn(text: string, draft: Draft): boolean;
  /** "was told": whether the words from the end of a mention to the end of its cue tell of whom is spoken to. */
  isPassive(words: string): boolean;
  /** Whether words from a mention to the end of a participle begin a clause of somebody else: ", but Bolt left, citing". */
  isOfOtherClause(words: string): boolean;
  /** Whom the words behind a cue of asking name: "asked |the mayor, Ann Lee|, “Why?”"; null where nobody. */
  addressee(text: string, cue: Span): Span | null;
  /** Whether a cue answers: "replied". */
  isAnswer(cue: string): boolean;
  /** Whether a cue names the source of a report rather than somebody who speaks: "according to". */
  isReport(cue: string): boolean;
  /** A noun of speech: "claim", "report". */
  isNoun(cue: string): boolean;
  /** How far the strongest word of a cue is one of speech: 0 where none is known, to 3. */
  strength(cue: string): number;
}

/** What a mention says of whom it means, before anybody is known. */
export interface MentionReading {
  /** The words on one line. */
  words: string;
  /** "no one": nobody is meant. */
  nobody: boolean;
  /** Several are named together: "Ann Lee and her brother". */
  several: boolean;
  /** The name the mention comes down to, and the role printed with it. */
  named: { at: NameAt; role: string | null } | null;
  /** A name at the head with something after it: "Ann Lee of Acme". */
  headed: NameAt | null;
  /** The office that a short description of one person may stand for: "the mayor". */
  office: Office | null;
  /** Where somebody is from is all that is told of one person who was named before: "the German". */
  isOrigin: boolean;
  /** What the description describes. */
  kind: SpeakerKind;
}

/** What a pronoun may stand for; null for those that the text around cannot tell. */
export type PronounMeaning =
  { means: 'person'; gender: NonNullable<Gender> } | { means: 'group' | 'thing' } | null;

/** The speakers of a text as printed. */
export interface MentionReader {
  /** Words that a model tagged as a speaker, put as the rules would: with kind, apposition and antecedent. */
  inWords(found: ParagraphClaims, span: Span): Mention | null;
  /** The subject of a sentence as far as it stands before an offset. */
  subject(found: ParagraphClaims, offset: number): Mention | null;
  /** The subject of a sentence by itself, with the name beside it. */
  subjectOf(text: string, sentence: Span): Mention | null;
  /** The last clause of a sentence that has a name for its subject; null where none does. */
  lastClause(text: string, sentence: Span): Span | null;
  /** The age that a description names somebody by: "67" for "the 67-year-old clerk"; null for other words. */
  age(words: string): string | null;
  /** The age that is printed right behind a name: "67" for ", aged 67,"; null where none is. */
  ageBehind(text: string): string | null;
  /**
   * The pronoun of whom somebody who is only described belongs to: "he" for "his lawyer", null where it does not tell;
   * undefined for other words.
   */
  ownedBy(words: string): Gender | undefined;
  /** Whether a description is what whoever a text is about is called once named: "the actor". */
  isCalledSo(words: string): boolean;
  /** Whether a description brings in somebody who was not there before: "a neighbour", "Ann Lee's aunt". */
  isNew(words: string): boolean;
  read(text: string, mention: Mention, paragraph: number): MentionReading | null;
  /** The description beside an apposed name without its article: "head of Acme". */
  roleBeside(words: string): string;
  /** The pronoun in its plain form: "he" for "his". */
  pronoun(words: string): { word: string; meaning: PronounMeaning };
  /** Whether a description printed before, as it was entered, is of one person. */
  isPerson(description: string): boolean;
  /** "after |swimmers| said", "said |a note| signed by Ann Lee": whether nobody else than whom a rule found may be meant. */
  leavesNoChoice(text: string, mention: Span, cue: Span): boolean;
  /** Whether the words of a sentence bring in somebody of that sex without a name: "When a clerk who knew came". */
  bringsIn(words: string, gender: Gender): boolean;
  /** Whether words before a pronoun tell to whom or of whom it speaks: "Speaking to Ann Lee about Bob Ray, |he|". */
  isAddress(words: string): boolean;
  /** Whether it is of several people: "the researchers". */
  isPeople(description: string): boolean;
  /** The pronoun that takes up a description of one person, where its words tell: "she" for "the spokeswoman". */
  gender(description: string): Gender;
  /** "Ann Lee's", "his". */
  isOwner(words: string): boolean;
  /** Whether words before a name, but for the first of the sentence, lead to it: "road to", "trial of the banker". */
  isLedTo(before: readonly Token[]): boolean;
  /** A mention without words before the name that say where something was said, and without a day behind it. */
  withoutOccasion(text: string, mention: Span): Span;
  /** A description in small letters without its article, so that "a diplomat" and "the diplomat" meet. */
  key(words: string): string;
}

export type Gender = 'he' | 'she' | null;

/** A name as found at one place: `words` leaves out titles and a possessive ending. */
export interface NameAt extends Span {
  words: string[];
  /** Words before the name that are titles or offices, as printed. */
  title: string | null;
  gender: Gender;
  paragraph: number;
  /** What the words beside it tell that it names. */
  kind?: SpeakerKind;
  /** Whether a word before it says what somebody is: "director Ann Lee". */
  isCalled?: boolean;
  /** The sex of whose relative they are as printed before it, null where that is not told: "his wife, Ann Lee". */
  relativeOf?: Gender;
  /** What stands behind it and says what somebody is: "mayor of Ayr". */
  role?: string | null;
}

export interface NameReader {
  /** Splits a run of tokens that holds a name into titles and name; null where nothing is left of it. */
  read(text: string, tokens: readonly Token[], paragraph: number): NameAt | null;
  /** Every name among the tokens, in order. */
  all(text: string, tokens: readonly Token[], paragraph: number): NameAt[];
  /** One form for all spellings of a word of a name. */
  key(word: string): string;
  kindOf(words: readonly string[], title: string | null): SpeakerKind;
  /** Whether one word names a body. */
  isBody(word: string): boolean;
  /** Whether one word is no name, though it has a capital: "Police", "the Mayor" of whatever town. */
  isCommon(word: string): boolean;
  /** A word in capitals as it is written in running text. */
  properCase(word: string): string;
  /** Whether a word in small letters begins a last name of several words: "van". */
  isParticle(word: string): boolean;
  /** Whether a word, as a key, is known for a first name. */
  isFirstName(key: string): boolean;
  /** Whether a word, as a key, is one of the language, in part at least: "border", "pony-ride". */
  isWord(key: string): boolean;
  /** Whether a word that has a capital only at the head of sentences names nobody: "Never", "Stay". */
  isHeadWord(word: string): boolean;
  /** Whether two first names may be one person's, one short for the other: "Pat", "Patrick". */
  isShortFor(one: string, other: string): boolean;
  /** A title that is no role: "Mr". */
  isHonorific(title: string): boolean;
}

/** An office as its words tell: the noun it ends in, and what goes before and after. */
export interface Office {
  head: string;
  words: ReadonlySet<string>;
  /** Words that must agree. */
  levels: ReadonlySet<string>;
  /** Words printed with a capital. */
  names: ReadonlySet<string>;
}

export interface OfficeReader {
  /** Reads a role or description; "president and founder" is two. */
  read(role: string): Office[];
  /** Words of roles that a description may stand for; whoever has one of them is looked at. */
  rolesFor(description: Office): string[];
  /** Whether a description may mean the holder of an office. */
  fits(description: Office, office: Office): boolean;
  /** Whether the role says all that the description does. */
  saysAll(description: Office, office: Office): boolean;
}
