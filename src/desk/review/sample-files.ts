/** The samples of an archive on the disk. What one person answered is shown to nobody else before all are done. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../acts/plan.ts';
import { saveTexts, textOnDisk } from '../server/saving.ts';
import type { Signature } from '../acts/index.ts';
import {
  answersPath,
  compareAnswers,
  drawSample,
  readAnswers,
  readSample,
  samplePath,
  sampleText,
  withAnswer,
  WrongLine,
  type Answer,
  type Answered,
  type Comparison,
  type Sample,
} from './samples.ts';
import type { ClaimRecord } from '../../model/records.ts';

/** What a reader of files said is wrong, as a refusal of the desk. */
function reading<T>(work: () => T, path: string): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof WrongLine) return refuse(error.message, { path });
    throw error;
  }
}

export class SampleFiles {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Names of all samples. */
  names(): string[] {
    try {
      return readdirSync(join(this.#root, 'content/reviews'))
        .flatMap((name) => /^([a-z0-9-]+)\.jsonl$/.exec(name)?.[1] ?? [])
        .sort();
    } catch {
      return [];
    }
  }

  /** One sample; null where there is none of this name. Refuses one that is not in order. */
  sample(name: string): Sample | null {
    const path = samplePath(name);
    const text = textOnDisk(this.#root, path);
    return text === null ? null : reading(() => readSample(path, text), path);
  }

  answers(sample: string, person: string): ReadonlyMap<string, Answered> {
    const path = answersPath(sample, person);
    const text = textOnDisk(this.#root, path);
    return text === null ? new Map() : reading(() => readAnswers(path, text), path);
  }

  /** Whether everybody has answered all of it. */
  isDone({ head, claims }: Sample): boolean {
    return head.people.every((person) => {
      const own = this.answers(head.sample, person);
      return claims.every(({ claim }) => own.has(claim));
    });
  }

  /** How far people agree; null until all have answered, so that nobody is led by another. */
  comparison(sample: Sample): Comparison | null {
    return this.isDone(sample)
      ? compareAnswers(sample, (person) => this.answers(sample.head.sample, person))
      : null;
  }

  /** Draws a sample; refuses a name that is taken, and an archive without so many claims that nobody has read. */
  draw(claims: Iterable<ClaimRecord>, head: Sample['head'], size: number): Sample {
    const path = samplePath(head.sample);
    if (textOnDisk(this.#root, path) !== null)
      return refuse(`There is a sample ${head.sample} already. Choose another name.`, { path });
    const [one = '', other = ''] = head.people.map((person) => answersPath(head.sample, person));
    if (one === other)
      return refuse('Both people would answer in one file; name them so that they differ.');
    const sample = drawSample(claims, head, size);
    if (sample.claims.length === 0)
      return refuse('There is no claim that no person has read; there is nothing to draw.');
    saveTexts(this.#root, new Map([[path, sampleText(sample)]]), () => null);
    return sample;
  }

  /** Writes one answer of a person whom the sample names. */
  answer(
    {
      sample: name,
      claim,
      answer,
      note,
    }: { sample: string; claim: string; answer: Answer; note: string | null },
    { by, on }: Signature,
  ): void {
    const sample = this.sample(name) ?? refuse(`There is no sample ${name}.`, { field: 'sample' });
    if (!sample.head.people.includes(by))
      refuse(
        `The sample ${name} is checked by ${sample.head.people.join(' and ')}; you are ${by}. Start the desk with \`--by\` and one of these names.`,
        { field: 'sample' },
      );
    if (!sample.claims.some((one) => one.claim === claim))
      refuse(`Claim ${claim} is none of the sample.`, { field: 'claim' });
    const path = answersPath(name, by);
    const before = textOnDisk(this.#root, path);
    const text = withAnswer(before, { claim, answer, ...(note && { note }), by, on });
    saveTexts(this.#root, new Map([[path, text]]), () => before);
  }
}
