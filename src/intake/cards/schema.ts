/** What a curator may write in the cards under `content/`. Unknown keys are errors. */
import { z } from 'zod';
import { whyNoDate } from '../../model/edtf/index.ts';
import {
  ARTICLE_KINDS,
  ClaimId,
  ClaimType,
  CueKind,
  LEFT_OUT,
  Polarity,
  PICTURE_RULES,
  RELATION_KINDS,
  Slug,
  SourceFormat,
  SPEAKER_KINDS,
  Undoing,
} from '../../model/records.ts';

/** What may stand for a value that is missing, as a message shows it. */
export const EXAMPLES = z.registry<{ as: string }>();
const words = (as: string) => z.string().min(1).register(EXAMPLES, { as });

const Edtf = z.preprocess(
  // YAML reads `edtf: 2018` as a number
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().superRefine((value, context) => {
    const why = whyNoDate(value);
    if (why !== null) context.addIssue({ code: 'custom', message: EDTF_ISSUE + why });
  }),
);
/** Begins the message of a date that is refused; the reason follows. */
export const EDTF_ISSUE = 'edtf: ';

/** A date with what it rests on. `note` is required for an inferred date: nothing is inferred without a reason. */
const CardDate = z
  .strictObject(
    {
      edtf: Edtf,
      basis: z.enum(['stated', 'inferred']),
      note: z.string().min(1).optional(),
    },
    {
      error: ({ code }) =>
        code === 'invalid_type'
          ? 'expected a date with what it rests on, such as `{edtf: 2020-06-03, basis: stated}`'
          : undefined,
    },
  )
  .refine((date) => date.basis === 'stated' || date.note !== undefined, {
    error: 'expected `note:` with the reason for the inferred date',
  });

const WebAddress = z.url({
  protocol: /^https?$/,
  error: 'expected an address that begins with https:// or http://',
});

const LanguageTag = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, {
  error: 'expected the tag of a language, such as `en` or `pt-BR`',
});

const Words = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** One entry changes, adds, drops or confirms one claim, found by its words as they are read. */
export const ClaimEntry = z
  .strictObject({
    words: Words,
    occurrence: z.int().positive().optional(),
    /** The version of the source in which they were read; the first where it is left out. */
    version: z.int().positive().optional(),
    add: z.literal(true).optional(),
    drop: z.literal(true).optional(),
    confirm: z.literal(true).optional(),
    /** The words the claim should have instead. */
    become: Words.optional(),
    type: ClaimType.optional(),
    speaker: Slug.nullable().optional(),
    via: z.array(Slug).optional(),
    mention: z.string().min(1).nullable().optional(),
    cue: z.string().min(1).nullable().optional(),
    cueKind: CueKind.optional(),
    polarity: Polarity.optional(),
    said: CardDate.nullable().optional(),
    why: z.string().min(1).optional(),
    /** Who decided, and on which day. */
    by: z.string().min(1).optional(),
    on: z.iso.date().optional(),
  })
  .refine((entry) => entry.confirm || entry.why !== undefined, {
    error: 'expected `why:` with the reason for the correction',
  });
export type ClaimEntry = z.infer<typeof ClaimEntry>;

/** One warning about one version of a source, by its rule and line as the report prints them. */
const AcceptedWarning = z.strictObject({
  message: Slug,
  line: z.int().positive(),
  /** Of the source; a new version is read anew. */
  version: z.int().positive().default(1),
  why: z.string().min(1),
});
type AcceptedWarning = z.infer<typeof AcceptedWarning>;

export const ArticleCard = z.strictObject({
  title: z.string().min(1).optional(),
  dek: z.string().min(1).nullable().optional(),
  byline: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        role: z.enum(['author', 'interviewer', 'interviewee', 'desk']),
        speaker: Slug.optional(),
      }),
    )
    .optional(),
  outlet: Slug.optional(),
  published: CardDate.optional(),
  captured: CardDate.optional(),
  /** When the words of an interview were spoken. */
  spoken: CardDate.optional(),
  kind: z.enum(ARTICLE_KINDS).optional(),
  form: z.enum(['dialogue', 'narrative']).optional(),
  language: LanguageTag.optional(),
  rights: z.strictObject({ holder: z.string().min(1), statement: z.string().min(1) }).optional(),
  original: WebAddress.optional(),
  /** A copy of that page in a web archive. */
  archived: WebAddress.optional(),
  /** Articles of this archive that are copies of this one: one text, printed by several. */
  copies: z.array(Slug).optional(),
  format: SourceFormat.optional(),
  /** What is undone in the source before it is read, in this order, where its text does not decide it. */
  undo: z.array(Undoing).optional(),
  formerly: z.array(Slug).optional(),
  /** Whose turns a label of an interview heads, where it is no name: `Q: noor-haddad`. */
  labels: z.record(z.string().min(1), Slug).optional(),
  claims: z.array(ClaimEntry).optional(),
  /** Warnings about this text that a person has read and lets stand. */
  accept: z.array(AcceptedWarning).optional(),
});
export type ArticleCard = z.infer<typeof ArticleCard>;

/** An alias holds everywhere, or in one article only: "the diplomat" means someone else elsewhere. */
const Alias = z.union([
  z.string().min(1),
  z.strictObject({ name: z.string().min(1), article: Slug }),
]);

export const SpeakerCard = z.strictObject({
  name: words('THE NAME, AS READERS SHALL SEE IT'),
  kind: z.enum(SPEAKER_KINDS),
  sortName: z.string().min(1).optional(),
  /** The article in which the name means this speaker, where it means others elsewhere: "a resident". */
  only: Slug.optional(),
  aliases: z.array(Alias).optional(),
  roles: z
    .array(
      z.strictObject({ role: z.string().min(1), date: Edtf.optional(), article: Slug.optional() }),
    )
    .optional(),
  sameAs: z.array(WebAddress).optional(),
  formerly: z.array(Slug).optional(),
});
export type SpeakerCard = z.infer<typeof SpeakerCard>;

export const OutletCard = z.strictObject({
  name: words('THE NAME, AS READERS SHALL SEE IT'),
  aliases: z.array(z.string().min(1)).optional(),
  url: WebAddress.optional(),
  /** The outlet's page as a speaker, where articles quote it. */
  speaker: Slug.optional(),
  formerly: z.array(Slug).optional(),
});
export type OutletCard = z.infer<typeof OutletCard>;

export const TopicCard = z.strictObject({
  question: words('THE QUESTION THAT THE CLAIMS ANSWER'),
  curator: words('WHO JUDGES THE STANCES'),
  answers: z
    .array(
      z.strictObject({
        claim: ClaimId.register(EXAMPLES, { as: 'ID' }),
        stance: words('WHAT ITS WORDS HOLD'),
        note: z.string().min(1).optional(),
      }),
    )
    .min(1)
    .register(EXAMPLES, { as: '[{claim: ID, stance: WHAT ITS WORDS HOLD}]' }),
  formerly: z.array(Slug).optional(),
});
export type TopicCard = z.infer<typeof TopicCard>;

export const PlaceCard = z.strictObject({
  name: words('THE NAME OF THE PLACE'),
  aliases: z.array(z.string().min(1)).optional(),
  sameAs: z.array(WebAddress).optional(),
  formerly: z.array(Slug).optional(),
});
export type PlaceCard = z.infer<typeof PlaceCard>;

/** A note, correction or relation on one claim; the file is named by the claim's id. */
export const AnnotationCard = z.strictObject({
  curator: words('WHO WRITES THE NOTE'),
  date: Edtf.optional(),
  kind: z.enum(['note', 'correction']).optional(),
  relations: z
    .array(
      z.strictObject({
        to: ClaimId,
        kind: z.enum(RELATION_KINDS).exclude(['near', 'related']),
        why: z.string().min(1),
      }),
    )
    .optional(),
});
export type AnnotationCard = z.infer<typeof AnnotationCard>;

/** Where readers report errors: a form for new issues, or a mailbox. */
const ReportAddress = z
  .string()
  .refine(
    (address) =>
      WebAddress.safeParse(address).success ||
      /^mailto:[^\s?#@<>,]+@[^\s?#@<>,]+(?:\?[^\s#<>]*)?$/i.test(address),
    {
      error:
        'expected an address that begins with https:// or http://, or one for mail such as `mailto:desk@example.org`',
    },
  );

/** Where a site is published. File names and links are made of it, and must be the same in every tool. */
const SiteAddress = WebAddress.refine(
  (address) => /^https?:\/\/[^/?#\s\\]+(?:\/[A-Za-z0-9._~-]+)*\/?$/i.test(address),
  {
    error:
      'expected a path of the letters a to z, digits, `-`, `_`, `.` and `~`, such as `https://a.example/my-archive/`',
  },
);

/** What a source that brings front matter may say of itself; other keys are kept out of the record. */
export const SourceFrontMatter = z.looseObject({
  title: z.string().optional(),
  author: z.union([z.string(), z.array(z.string())]).optional(),
  date: z.string().optional(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  description: z.string().optional(),
  language: z.string().optional().catch(undefined),
});

const FileSize = z.string().regex(/^\d{1,6}(?:\.\d{1,3})? ?[kM]B$/, {
  error: 'expected a size such as `5 MB` or `800 kB`',
});

/** Lists of the site that a menu may lead to, in the order in which it does where the card does not say. */
export const MENU = [
  'articles',
  'claims',
  'speakers',
  'outlets',
  'topics',
  'timeline',
  'places',
  'quoting',
  'data',
  'about',
] as const;

const Colour = z.string().regex(/^#[\da-f]{6}$/i, {
  error: 'expected a colour such as `"#7a1f3d"`, in quotation marks',
});

/** A page of the archive's own: `content/pages/<id>.md`. */
export const PageCard = z.strictObject({ title: words('THE TITLE OF THE PAGE') });

/** What may stand above the text of `content/about.md`. */
export const AboutCard = z.strictObject({ title: z.string().min(1).optional() });

/** What the archive declares of itself at one time, so that others can say which state of it they used. */
const Release = z.strictObject({
  version: words('"1.1"'),
  date: z.iso.date().register(EXAMPLES, { as: '2024-05-12' }),
  /** What it brought or changed, in a sentence or two. */
  changes: words('Six articles of May added.'),
});
const areApart = (releases: readonly { version: string }[]): boolean =>
  new Set(releases.map(({ version }) => version)).size === releases.length;

export const SiteFrontMatter = z.strictObject({
  name: words('NAME OF THE ARCHIVE'),
  address: SiteAddress.register(EXAMPLES, { as: 'https://example.org/' }),
  curator: words('WHO ANSWERS FOR IT'),
  report: ReportAddress.optional(),
  /** What the archive is, in a sentence or two: the first words of the first page. */
  description: z.string().min(1).optional(),
  /** Of what is added to the texts: claims, annotations, notes. The texts keep their own rights. */
  licence: z
    .union([
      z.string().min(1),
      z.strictObject({ name: words('CC BY 4.0'), url: WebAddress.optional() }),
    ])
    .optional(),
  /** Of links and claims; one for light pages, from which that of dark ones is made, or both. */
  accent: z
    .union([
      Colour,
      z.strictObject({
        light: Colour.register(EXAMPLES, { as: '"#7a1f3d"' }),
        dark: Colour.register(EXAMPLES, { as: '"#e9a9bd"' }),
      }),
    ])
    .optional(),
  /** A picture in the content folder. */
  logo: z
    .string()
    .regex(/^(?!\.)[\w-]+(?:[./](?!\.)[\w-]+)*\.(?:svg|png|webp|jpe?g)$/i, {
      error:
        'expected the name of an SVG, PNG, WebP or JPEG file in the content folder, such as `logo.svg`',
    })
    .optional(),
  /** A line in the foot of every page, in Markdown. */
  footer: z.string().min(1).optional(),
  /** Lists and pages of one's own that the menu shows, in this order; those without anything in them are left out. */
  menu: z.array(Slug).min(1).optional(),
  /** The largest file that is read, such as `5 MB`; larger ones are refused. */
  largestFile: FileSize.optional(),
  /** The largest capture that is kept beside the text taken from it; `0 kB` keeps none. */
  keepCaptures: FileSize.optional(),
  /** Of texts that are too short to tell. */
  language: LanguageTag.optional(),
  /** Whether record, annotation, citations and texts of each claim are files of its own. */
  claimFiles: z.enum(['each', 'none']).optional(),
  /** Which claims have a picture for sharing. */
  pictures: z.enum(PICTURE_RULES).optional(),
  /** In any order. */
  releases: z
    .array(Release)
    .min(1)
    .refine(areApart, { error: 'expected another version in each release' })
    .optional(),
  /** Kinds of data files that are not made. */
  leaveOut: z.array(z.enum(LEFT_OUT)).min(1).optional(),
});

/** Size in bytes of the largest file that is read where the site card sets none. */
export const LARGEST_FILE = 5_000_000;
/** Size in bytes of the largest capture that is kept where the site card sets none. */
export const KEPT_CAPTURE = 20_000_000;

/** A size as cards write it, in bytes. */
export const bytesOf = (size: string): number =>
  Math.round(Number.parseFloat(size) * (size.endsWith('kB') ? 1e3 : 1e6));

/** What an archive without a site card is called; it has no public address. */
export const DEFAULT_SITE = {
  name: 'An archive without a name',
  address: 'http://localhost:4321/',
  curator: 'not named',
} as const;
