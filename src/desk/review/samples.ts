/**
 * Samples that several people check without seeing each other's answers: which claims, what each person said, and how
 * far they agree. `content/reviews/<sample>.jsonl` holds the claims, `<sample>.<person>.jsonl` a line an answer.
 */
import { z } from 'zod';
import { slugOf } from '../../model/names.ts';
import { ClaimId, Slug, type ClaimRecord } from '../../model/records.ts';
import { sha256 } from '../../text/digest.ts';
import { SAMPLE_ANSWERS } from './messages.ts';
import { cohenKappa, krippendorffAlpha, observedAgreement } from './coefficients.ts';

const Answer = z.enum(SAMPLE_ANSWERS);
export type Answer = z.infer<typeof Answer>;

const Head = z.strictObject({
  sample: Slug,
  /** Who checks it. */
  people: z.array(z.string().min(1)).min(2),
  by: z.string().min(1),
  on: z.iso.date(),
});
/** A claim as the sample shows it, whatever becomes of it later. */
const Sampled = z.strictObject({
  claim: ClaimId,
  article: Slug,
  words: z.string().min(1),
  speaker: z.string().nullable(),
  type: z.string(),
});
const Answered = z.strictObject({
  claim: ClaimId,
  answer: Answer,
  /** Whose words they are, in a word, where it is another speaker. */
  note: z.string().max(2000).optional(),
  by: z.string().min(1),
  on: z.iso.date(),
});
export type Answered = z.infer<typeof Answered>;

export interface Sample {
  head: z.infer<typeof Head>;
  claims: readonly z.infer<typeof Sampled>[];
}

/** A line that is not in order: nothing of its file is used. */
export class WrongLine extends Error {}

/** Lines of JSON by their schemas, the first one by another where that is given. */
function linesOf<T>(path: string, text: string, schema: z.ZodType<T>, from = 0): T[] {
  return text
    .split('\n')
    .map((line, i) => ({ line, i }))
    .filter(({ line, i }) => i >= from && line.trim() !== '')
    .map(({ line, i }) => {
      const read = schema.safeParse(parsed(line));
      if (read.success) return read.data;
      const [issue] = read.error.issues;
      throw new WrongLine(
        `${path}, line ${i + 1}: found \`${line.slice(0, 60)}\`, expected a line of this file (${issue?.path.join('.') || 'JSON'}: ${issue?.message}). Mend or remove the line; git has what it was.`,
      );
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

export const samplePath = (sample: string): string => `content/reviews/${sample}.jsonl`;
export const answersPath = (sample: string, person: string): string =>
  `content/reviews/${sample}.${personKey(person)}.jsonl`;
/** How a person stands in the name of a file. */
const personKey = (person: string): string =>
  slugOf(person) || `person-${sha256(person).slice(0, 8)}`;

/** A sample out of its file; throws a `WrongLine`. */
export function readSample(path: string, text: string): Sample {
  const [head] = linesOf(path, text.split('\n')[0] ?? '', Head);
  if (!head)
    throw new WrongLine(
      `${path}, line 1: found nothing, expected who checks the sample. Make it again with \`npm run review -- sample\`.`,
    );
  return { head, claims: linesOf(path, text, Sampled, 1) };
}

/** The last answer on each claim; throws a `WrongLine`. */
export const readAnswers = (path: string, text: string): Map<string, Answered> =>
  new Map(linesOf(path, text, Answered).map((one) => [one.claim, one]));

const asLine = (value: unknown): string => `${JSON.stringify(value)}\n`;
export const sampleText = ({ head, claims }: Sample): string =>
  [head, ...claims].map(asLine).join('');
export const withAnswer = (text: string | null, answered: Answered): string =>
  `${text ?? ''}${asLine(Answered.parse(answered))}`;

/**
 * So many claims that no person has read, drawn by the digests of their ids and the sample's name: the same archive and
 * name give the same claims, and no order of the archive shows in them.
 */
export function drawSample(
  claims: Iterable<ClaimRecord>,
  head: Sample['head'],
  size: number,
): Sample {
  const drawn = [...claims]
    .filter(({ review }) => review === 'machine')
    .map((claim) => ({ claim, key: sha256(`${head.sample}\n${claim.id}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, size)
    .map(({ claim }) => ({
      claim: claim.id,
      article: claim.article,
      words: claim.text,
      speaker: claim.speaker?.name ?? null,
      type: claim.type,
    }));
  return { head, claims: drawn };
}

/** What people said of one claim, in the order in which the sample names them. */
export interface Difference {
  claim: string;
  article: string;
  words: string;
  speaker: string | null;
  answers: { by: string; answer: Answer; note: string | null }[];
}

export interface Comparison {
  /** Claims of which all have said something. */
  compared: number;
  share: number | null;
  /** Of two people only. */
  kappa: number | null;
  alpha: number | null;
  differences: Difference[];
}

/** How far the people of a sample agree, and where they do not. */
export function compareAnswers(
  { head, claims }: Sample,
  answersOf: (person: string) => ReadonlyMap<string, Answered>,
): Comparison {
  const answers = head.people.map((person) => answersOf(person));
  const ratings = answers.map((own) => claims.map(({ claim }) => own.get(claim)?.answer ?? null));
  const [one = [], other = []] = ratings;
  const pairs = one.flatMap((a, i): [string, string][] => {
    const b = other[i] ?? null;
    return a === null || b === null ? [] : [[a, b]];
  });
  const isPair = head.people.length === 2;
  const said = claims.map(({ claim }) => answers.map((own) => own.get(claim)));
  return {
    compared: said.filter((list) => list.every(Boolean)).length,
    share: isPair ? observedAgreement(pairs) : null,
    kappa: isPair ? cohenKappa(pairs) : null,
    alpha: krippendorffAlpha(ratings),
    differences: claims.flatMap(({ claim, article, words, speaker }, i) => {
      const given = (said[i] ?? []).flatMap((answer) => answer ?? []);
      const kinds = new Set(given.map(({ answer, note }) => `${answer}\n${note ?? ''}`));
      if (given.length < 2 || kinds.size < 2) return [];
      return [
        {
          claim,
          article,
          words,
          speaker,
          answers: given.map(({ by, answer, note }) => ({ by, answer, note: note ?? null })),
        },
      ];
    }),
  };
}
