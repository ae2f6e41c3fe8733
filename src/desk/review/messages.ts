/** What the desk's server and its page say to each other of reviewing: the measure, samples, suggestions. */
import { z } from 'zod';
import { ClaimId, Slug } from '../../model/records.ts';

/** What a person may say of a claim of a sample. */
export const SAMPLE_ANSWERS = [
  'right',
  'other-words',
  'other-speaker',
  'no-claim',
  'unsure',
] as const;
const SampleAnswer = z.enum(SAMPLE_ANSWERS);

const Share = z.number().min(0).max(1);
const Agreed = z.object({
  confirmed: z.int(),
  corrected: z.int(),
  rejected: z.int(),
  all: z.int(),
  share: Share,
  low: Share,
  high: Share,
});
const Row = Agreed.extend({ name: z.string() });

/** Answer of `GET measure`. */
export const MeasureView = z.object({
  all: Agreed,
  added: z.int(),
  unread: z.int(),
  rules: z.array(Row),
  types: z.array(Row),
  outlets: z.array(Row),
  months: z.array(z.object({ month: z.string(), own: Agreed, running: Agreed })),
  samples: z.array(
    z.object({
      name: Slug,
      people: z.array(z.string()),
      size: z.int(),
      /** So many this person answered; null for one whom the sample does not name. */
      answered: z.int().nullable(),
      isDone: z.boolean(),
    }),
  ),
  /** What is wrong with a file of a sample. */
  problems: z.array(z.string()),
});
export type MeasureView = z.infer<typeof MeasureView>;

/** Answer of `GET sample/<name>`: the claims and this person's answers, nobody else's before all are done. */
export const SampleView = z.object({
  name: Slug,
  people: z.array(z.string()),
  isMine: z.boolean(),
  items: z.array(
    z.object({
      claim: ClaimId,
      article: Slug,
      articleTitle: z.string(),
      words: z.string(),
      before: z.string(),
      after: z.string(),
      speaker: z.string().nullable(),
      type: z.string(),
      answer: SampleAnswer.nullable(),
    }),
  ),
  comparison: z
    .object({
      compared: z.int(),
      share: Share.nullable(),
      kappa: z.number().nullable(),
      alpha: z.number().nullable(),
      differences: z.array(
        z.object({
          claim: ClaimId,
          article: Slug,
          words: z.string(),
          speaker: z.string().nullable(),
          answers: z.array(
            z.object({ by: z.string(), answer: SampleAnswer, note: z.string().nullable() }),
          ),
        }),
      ),
    })
    .nullable(),
});
export type SampleView = z.infer<typeof SampleView>;

/** `POST answer`, answered by `Told`. */
export const SampleAnswered = z.strictObject({
  sample: Slug,
  claim: ClaimId,
  answer: SampleAnswer,
  note: z.string().max(2000).nullable(),
});

/** `POST suggestions`: a text that was pasted, or issues as JSON; answered by `Told`. */
export const PastedSuggestions = z.strictObject({ text: z.string().min(1).max(900_000) });

/** `POST suggestion`: one is taken up, by its proposal where it has one, or dismissed with a reason. */
export const SettledSuggestion = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  what: z.enum(['take', 'dismiss']),
  why: z.string().min(1).max(2000).nullable(),
});

/** What was done, in words, and what could not be. */
export const Told = z.object({
  ok: z.boolean(),
  said: z.array(z.string()),
  problems: z.array(
    z.strictObject({
      message: z.string().min(1),
      path: z.string().nullable(),
      line: z.int().positive().nullable(),
      field: z.string().nullable(),
    }),
  ),
});
export type Told = z.infer<typeof Told>;
