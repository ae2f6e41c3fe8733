/** What the desk does besides acts: the measure of its archive, samples that people check, suggestions of readers. */
import { Refused } from '../acts/index.ts';
import type { Problem } from '../api.ts';
import type { Desk } from '../desk.ts';
import { sentenceAround } from '../sentences.ts';
import type { MeasureView, SampleView, Told } from './messages.ts';
import { agreementReport } from './report.ts';
import { SampleFiles } from './sample-files.ts';
import type { Answer, Sample } from './samples.ts';
import { keepSuggestions, settleSuggestion, suggestionsIn } from './suggestion-files.ts';
import { issuesIn, proposalOf, readSuggestions, type GivenText } from './suggestions.ts';

const problem = (message: string): Problem => ({ message, path: null, line: null, field: null });

/** An answer in words, or the problems that stand in its way. */
function told(work: () => string[]): Told {
  try {
    return { ok: true, said: work(), problems: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, said: [], problems: [...error.problems] };
  }
}

export class Reviewing {
  readonly #desk: Desk;
  readonly #files: SampleFiles;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#files = new SampleFiles(desk.root);
  }

  measure(): MeasureView {
    const problems: string[] = [];
    const person = this.#desk.session().person?.name ?? '';
    const samples = this.#files.names().flatMap((name) => {
      try {
        const sample = name === 'suggestions' ? null : this.#files.sample(name);
        return sample ? [this.#inShort(sample, person)] : [];
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        problems.push(error.message);
        return [];
      }
    });
    return { ...agreementReport(this.#desk.now), samples, problems };
  }

  #inShort(sample: Sample, person: string): MeasureView['samples'][number] {
    const { sample: name, people } = sample.head;
    return {
      name,
      people,
      size: sample.claims.length,
      answered: people.includes(person) ? this.#files.answers(name, person).size : null,
      isDone: this.#files.isDone(sample),
    };
  }

  /** A sample as one person sees it; null where there is none of this name. */
  sample(name: string): SampleView | null {
    const sample = /^[a-z0-9-]+$/.test(name) ? this.#files.sample(name) : null;
    if (!sample) return null;
    const person = this.#desk.session().person?.name ?? '';
    const isMine = sample.head.people.includes(person);
    const own = isMine ? this.#files.answers(name, person) : new Map<string, { answer: Answer }>();
    const { claims, articles } = this.#desk.now;
    return {
      name,
      people: sample.head.people,
      isMine,
      items: sample.claims.map((one) => {
        const article = articles.get(one.article);
        const claim = claims.get(one.claim);
        const around =
          article && claim ? sentenceAround(article, claim) : { before: '', after: '' };
        return {
          ...one,
          ...around,
          articleTitle: article?.title ?? one.article,
          answer: own.get(one.claim)?.answer ?? null,
        };
      }),
      comparison: this.#files.comparison(sample),
    };
  }

  answer(answered: Parameters<SampleFiles['answer']>[0]): Told {
    return told(() => {
      this.#files.answer(answered, this.#desk.signature);
      return [];
    });
  }

  /** Takes suggestions in out of a text that was pasted, or out of exported issues. */
  suggest(text: string, name = 'the pasted text'): Told {
    return told(() => {
      const { on } = this.#desk.signature;
      const isJson = /^\s*[[{]/.test(text);
      const pasted: GivenText = { name, text, from: null, by: null, on: null, mayBeOther: false };
      const given = isJson ? issuesIn(name, text) : { texts: [pasted], problems: [] };
      const taken = readSuggestions(given.texts, this.#desk.now, on);
      const problems = [...given.problems, ...taken.problems];
      const kept = keepSuggestions(this.#desk.root, taken.suggestions);
      this.#desk.suggestionsChanged();
      if (problems.length > 0)
        throw new Refused(
          [
            ...problems,
            ...(kept > 0 ? [`${kept} others were in order and are in the queue.`] : []),
          ].map(problem),
        );
      const known = taken.suggestions.length - kept;
      return [
        `${kept} in the queue${known > 0 ? `, ${known} were there before` : ''}.`,
        ...taken.passedOver.map((one) => `Passed over: ${one}.`),
      ];
    });
  }

  /** Takes a suggestion up, by the act that it plainly asks for, or dismisses it. */
  settle({ id, what, why }: { id: string; what: 'take' | 'dismiss'; why: string | null }): Told {
    return told(() => {
      const { root, signature } = this.#desk;
      const one = suggestionsIn(root).get(id);
      if (what === 'dismiss' && why === null)
        throw new Refused([{ ...problem('Say why it is dismissed.'), field: 'why' }]);
      const act = what === 'take' && one?.state === 'open' ? proposalOf(one, this.#desk.now) : null;
      if (act) {
        const acted = this.#desk.act(act, { suggestion: id });
        if (!acted.ok) throw new Refused(acted.problems);
      }
      settleSuggestion(
        root,
        { id, state: what === 'take' ? 'taken' : 'dismissed', why },
        signature,
      );
      this.#desk.suggestionsChanged();
      return [];
    });
  }
}
