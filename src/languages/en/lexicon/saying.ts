/**
 * Verbs, nouns and phrases that attribute words to somebody; `cues.ts` makes every form of them.
 *
 * Source: written by hand after Levin (1993), English Verb Classes and Alternations, and VerbNet; the class
 * stands above its rows.
 */
import type { CueKind } from '../../../model/records.ts';

/** What may follow or precede a cue. */
export interface CueUse {
  lemma: string;
  kind: CueKind;
  /** 3: hardly ever anything else than speech; 2: usually; 1: only beside a quotation or before "that". */
  strength: 1 | 2 | 3;
  /** An addressee may stand between the cue and the words: "told reporters that". */
  addressee: boolean;
  /** Words may follow without "that": "said he would pay". */
  bare: boolean;
  /** "promised to pay". */
  infinitive: boolean;
  /** "called it a disaster": the words are named or judged, not told. */
  naming: boolean;
}
export interface CueForm extends CueUse {
  form: 'base' | 's' | 'past' | 'participle' | 'ing';
  /** Shaped like a noun too: "claims", "report", "warning". */
  noun: boolean;
}
export type Row = [kind: CueKind, strength: 1 | 2 | 3, flags: string, lemmas: string];
/** Flags: a addressee, b bare clause, i infinitive, n naming. */
export const ROWS: Row[] = [
  // say-37.7
  ['said', 3, 'b', 'say'],
  [
    'said',
    3,
    'b',
    'add note claim state insist contend maintain assert argue allege opine reiterate recount announce declare explain stress emphasize emphasise underscore affirm reaffirm conclude remark observe comment quip joke lament concede acknowledge admit confess boast brag testify caution counter retort exclaim elaborate muse gush marvel posit clarify disclose divulge proclaim profess intone enthuse deadpan surmise theorize theorise chime reckon joked interject aver quoth',
  ],
  [
    'said',
    2,
    'b',
    'suggest report recall indicate confirm reveal mention repeat hint imply estimate underline highlight warn complain agree respond reply object protest charge submit venture relate summarize summarise specify stipulate',
  ],
  // tell-37.2
  ['said', 3, 'ab', 'tell inform assure remind notify'],
  ['said', 2, 'ab', 'brief reassure'],
  // manner of speaking-37.3
  [
    'said',
    2,
    'b',
    'shout yell scream cry whisper mutter murmur grumble groan sigh chant bark snap thunder roar mumble growl bellow shriek sneer drawl chuckle sob',
  ],
  // 37.1 and 37.4
  ['said', 3, 'b', 'write tweet retweet email blog'],
  ['said', 2, 'b', 'post text message read'],
  [
    'said',
    1,
    'b',
    'rule continue rejoice answer offer reflect find remember speak talk preach recite quote cite echo sum press discuss decry vent interrupt smile nod shrug start begin finish open close gloat sniff beam demonstrate show signal teach bare intimate',
  ],
  ['asked', 3, 'a', 'ask'],
  ['asked', 2, '', 'wonder inquire enquire query'],
  ['asked', 1, 'a', 'question challenge'],
  ['denied', 3, '', 'deny'],
  ['denied', 1, '', 'dispute refute rebut reject dismiss disclaim disavow'],
  ['promised', 2, 'abi', 'promise'],
  ['promised', 2, 'bi', 'pledge vow swear'],
  ['promised', 1, 'bi', 'threaten guarantee'],
  ['ordered', 2, 'ai', 'urge instruct'],
  [
    'ordered',
    1,
    'ai',
    'order command demand request beg implore advise recommend propose encourage direct appeal plead exhort enjoin admonish entreat',
  ],
  ['accused', 2, '', 'accuse'],
  [
    'accused',
    1,
    '',
    'blame criticize criticise condemn denounce slam blast fault lambaste deride mock chide',
  ],
  ['predicted', 3, 'b', 'predict'],
  ['predicted', 2, 'b', 'forecast foresee speculate'],
  // characterise-29.2, dub-29.3, judgment-33
  ['said', 2, 'n', 'call describe dub label brand characterize characterise'],
  ['said', 1, 'n', 'deem praise hail portray depict liken compare term tout denigrate refer'],
];
export const IRREGULAR: Record<string, readonly [past: string, ...participle: string[]]> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  read: ['read'],
  swear: ['swore', 'sworn'],
  speak: ['spoke', 'spoken'],
  begin: ['began', 'begun'],
  quote: ['quoted'],
  foresee: ['foresaw', 'foreseen'],
  forecast: ['forecast', 'forecasted'],
  sum: ['summed'],
  admit: ['admitted'],
  submit: ['submitted'],
  quip: ['quipped'],
  brag: ['bragged'],
  blog: ['blogged'],
  nod: ['nodded'],
  beg: ['begged'],
  refer: ['referred'],
  snap: ['snapped'],
  shrug: ['shrugged'],
  slam: ['slammed'],
  sob: ['sobbed'],
  show: ['showed', 'shown'],
  find: ['found'],
  teach: ['taught'],
  chat: ['chatted'],
  aver: ['averred'],
  quoth: ['quoth'],
};
export const DOUBLED = new Set(
  'admit submit quip brag blog nod beg refer snap shrug slam sob sum forecast aver'.split(' '),
);
/** Forms that are also common nouns. */
export const NOUNS = new Set(
  (
    'rule rules claim claims report reports note notes comment comments remark remarks answer answers reply replies warning charge charges estimate estimates ' +
    'project projects text texts post posts message messages tweet tweets email emails question questions challenge challenges request requests demand demands ' +
    'order orders command commands promise promises pledge pledges vow vows call calls label labels brand brands term terms cry cries shout shouts scream screams ' +
    'object objects state states point points blog blogs joke jokes counter counters blame attack attacks praise reason reasons signal signals fault faults forecast forecasts ' +
    'brief briefs sum press show shows direct open close start appeal appeals smile laugh offer offers chant chants quote quotes echo talk talks finding findings writing reading ' +
    'saying showing beginning opening closing speaking talking briefing teaching recall repeat hint hints protest protests index dispute disputes murmur whisper whispers bark roar threat guarantee guarantees detail boast lament stress marvel muse figure advance reveal sigh sighs read reads mention bare bares intimate intimates'
  ).split(' '),
);
/** Verb and particle, as one cue; with `keep` what follows the verb belongs to the words: "pointed out that", "made it clear that", "claimed responsibility for". */
export const PHRASES: readonly {
  verb: RegExp;
  then: string[];
  kind: CueKind;
  strength: 1 | 2 | 3;
  bare: boolean;
  naming?: boolean;
  keep?: boolean;
}[] = [
  { verb: /^point(?:s|ed|ing)?$/, then: ['out'], kind: 'said', strength: 3, bare: true },
  {
    verb: /^(?:makes?|made|making)$/,
    then: ['it', 'clear'],
    kind: 'said',
    strength: 3,
    bare: true,
  },
  { verb: /^(?:makes?|made|making)$/, then: ['clear'], kind: 'said', strength: 2, bare: true },
  { verb: /^puts?$/, then: ['it'], kind: 'said', strength: 1, bare: false },
  {
    verb: /^(?:makes?|made|making)$/,
    then: ['it', 'plain'],
    kind: 'said',
    strength: 3,
    bare: true,
  },
  {
    verb: /^(?:makes?|made|making)$/,
    then: ['the', 'case'],
    kind: 'said',
    strength: 2,
    bare: false,
  },
  {
    verb: /^(?:makes?|made|making)$/,
    then: ['the', 'point'],
    kind: 'said',
    strength: 2,
    bare: false,
  },
  {
    verb: /^(?:goes|go|went|going|gone)$/,
    then: ['on', 'to', 'say'],
    kind: 'said',
    strength: 3,
    bare: true,
  },
  { verb: /^(?:goes|go|went|going|gone)$/, then: ['on'], kind: 'said', strength: 1, bare: false },
  { verb: /^rul(?:es?|ed|ing)$/, then: ['out'], kind: 'denied', strength: 1, bare: false },
  {
    verb: /^(?:shoots?|shot|hits?|fires?|fired|snaps?|snapped|comes?|came)$/,
    then: ['back'],
    kind: 'said',
    strength: 1,
    bare: false,
  },
  {
    verb: /^mov(?:es?|ed|ing)$/,
    then: ['that'],
    kind: 'said',
    strength: 2,
    bare: true,
    keep: true,
  },
  { verb: /^chim(?:es?|ed|ing)$/, then: ['in'], kind: 'said', strength: 2, bare: false },
  {
    verb: /^(?:calls?|called|calling)$/,
    then: ['for'],
    kind: 'ordered',
    strength: 1,
    bare: false,
    naming: true,
  },
  {
    verb: /^(?:calls?|called|calling)$/,
    then: ['on'],
    kind: 'ordered',
    strength: 1,
    bare: false,
    naming: true,
  },
  {
    verb: /^claim(?:s|ed|ing)?$/,
    then: ['responsibility', 'for'],
    kind: 'said',
    strength: 3,
    bare: false,
    naming: true,
    keep: true,
  },
  {
    verb: /^den(?:y|ies|ied|ying)$/,
    then: ['responsibility', 'for'],
    kind: 'denied',
    strength: 3,
    bare: false,
    naming: true,
    keep: true,
  },
  {
    verb: /^refer(?:s|red|ring)?$/,
    then: ['to'],
    kind: 'said',
    strength: 1,
    bare: false,
    naming: true,
  },
  {
    verb: /^(?:gives?|gave|giving)$/,
    then: ['assurances'],
    kind: 'promised',
    strength: 2,
    bare: false,
  },
  {
    verb: /^(?:takes?|took|taken|taking)$/,
    then: ['to', 'twitter', 'to', 'say'],
    kind: 'said',
    strength: 3,
    bare: true,
  },
];
/** Nouns that carry words with "that": "the claim that", "a warning that". */
export const SPEECH_NOUNS = new Set(
  (
    'claim claims allegation allegations accusation accusations assertion assertions statement warning warnings argument assurance assurances announcement suggestion suggestions ' +
    'admission prediction comment comments remark remarks complaint complaints promise pledge vow insistence contention declaration acknowledgment acknowledgement'
  ).split(' '),
);
/** Prepositions that attribute: "according to X". */
export const ACCORDING: readonly string[][] = [
  ['according', 'to'],
  ['as', 'per'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['as', 'reported', 'by'],
  ['as', 'noted', 'by'],
];
