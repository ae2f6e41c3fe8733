/** What holds after any acts: cards parse, records are those of a fresh reading, and undoing gives the same bytes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Act } from '../../src/desk/api.ts';
import { Refused } from '../../src/desk/acts/index.ts';
import { afterLine, NO_HISTORY, stepFor, turned, type History } from '../../src/desk/history.ts';
import { perform } from '../../src/desk/perform.ts';
import type { Workshop } from '../../src/desk/state.ts';
import { DECISIONS, withTexts } from '../../src/desk/content.ts';
import { runPipeline } from '../../src/build/archive-files/pipeline.ts';
import { SIGNED, workshopOf } from './desk-archive.ts';

/** An act on what is there, chosen by numbers. */
function actOf(workshop: Workshop, [kind, a, b]: readonly [number, number, number]): Act {
  const { archive } = workshop.now;
  const claims = archive.articles.flatMap((article) => article.claims);
  const claim = claims[a % claims.length]!;
  const other = claims[b % claims.length]!;
  const speaker = archive.speakers[b % archive.speakers.length]!;
  const [first] = claim.parts;
  const acts: Act[] = [
    { act: 'confirm', claims: [claim.id, other.id] },
    { act: 'reject', claims: [claim.id], why: 'no claim' },
    { act: 'set-speaker', claims: [claim.id], speaker: speaker.id, why: 'so: it is' },
    { act: 'set-speaker', claims: [claim.id], speaker: null, why: 'nobody' },
    { act: 'set-type', claims: [claim.id, other.id], type: 'indirect', why: 'no marks' },
    { act: 'set-said', claims: [claim.id], said: { edtf: '2021-05', basis: 'stated' }, why: 'x' },
    { act: 'set-via', claims: [claim.id], via: [speaker.id], why: 'passed on' },
    {
      act: 'set-bounds',
      claim: claim.id,
      parts: [{ start: first!.reading.start, end: first!.reading.end - (b % 12) }],
      why: 'shorter',
    },
    { act: 'split', claim: claim.id, at: [first!.reading.start + 4 + (b % 9)], why: 'two' },
    { act: 'join', claims: [claim.id, other.id], why: 'one' },
    { act: 'note', claim: claim.id, kind: 'note', text: b % 2 ? 'A *note*.' : '' },
    {
      act: 'answer-topic',
      claim: claim.id,
      topic: { question: 'Will it leak?' },
      stance: 'yes',
      note: null,
    },
    { act: 'relate', claim: claim.id, to: other.id, kind: 'answers', why: 'it does' },
    { act: 'rename', room: 'speakers', id: speaker.id, name: `${speaker.name} II` },
    {
      act: 'alias-in-article',
      article: 'ferry',
      printed: 'a sailor',
      speaker: speaker.id,
      why: 'x',
    },
  ];
  return acts[kind % acts.length]!;
}

const steps = fc.array(fc.tuple(fc.nat(16), fc.nat(40), fc.nat(40)), {
  minLength: 4,
  maxLength: 7,
});

/** The archive after a build: its claims have published ids. */
const BUILT = workshopOf().now.archive;
const PUBLISHED = {
  ledger: new Map([...BUILT.ledger].map(([article, { rows }]) => [article, rows] as const)),
  manifest: BUILT.versions,
};
/** Acts that change the claims they name, and no others. */
const ALONE = new Set(['confirm', 'set-type', 'set-said', 'note', 'relate']);

const textsOf = (workshop: Workshop) => ({
  [DECISIONS]: workshop.now.text(DECISIONS),
  ...Object.fromEntries(
    Object.entries(workshop.now.begun.content.cards).flatMap(([folder, cards]) =>
      cards.map(({ id }) => {
        const path = `content/${folder}/${id}.md`;
        return [path, workshop.now.text(path)];
      }),
    ),
  ),
});

test('any acts leave cards in order, records as of a fresh reading, and can be undone to the byte', () => {
  let done = 0;
  fc.assert(
    fc.property(steps, fc.boolean(), (chosen, isPublished) => {
      const workshop = isPublished ? workshopOf({}, PUBLISHED) : workshopOf();
      const begun = textsOf(workshop);
      let history: History = NO_HISTORY;
      for (const step of chosen) {
        const act = actOf(workshop, step);
        try {
          const performed = perform(workshop, act, SIGNED);
          workshop.take(performed.next);
          done++;
          if (ALONE.has(act.act) && 'claims' in act)
            expect(act.claims).toEqual(
              expect.arrayContaining(performed.claims.map(({ claim }) => claim)),
            );
          const files = performed.files.map(({ path, before, after }) => ({ path, before, after }));
          history = afterLine(history, { did: { title: act.act, at: '', by: '', files } });
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
      }
      expect(workshop.now.errors).toEqual([]);
      workshop.settle();
      const fresh = runPipeline(withTexts(workshop.now.held));
      expect(fresh.errors).toBe(0);
      expect(workshop.now.archive.articles).toEqual(fresh.archive.articles);
      expect(workshop.now.archive.speakers).toEqual(fresh.archive.speakers);
      expect(workshop.now.archive.topics).toEqual(fresh.archive.topics);
      expect(workshop.now.archive.annotations).toEqual(fresh.archive.annotations);
      expect(workshop.now.archive.addresses).toEqual(fresh.archive.addresses);
      for (let step = stepFor(history, 'undo'); step; step = stepFor(history, 'undo')) {
        const result = turned(step, 'undo', (path) => workshop.now.text(path));
        if (!('texts' in result)) throw new Error('clash');
        workshop.take(workshop.with(result.texts));
        history = afterLine(history, { turned: 'undo' });
      }
      expect(textsOf(workshop)).toEqual(begun);
    }),
    { numRuns: 12, seed: 7 },
  );
  expect(done).toBeGreaterThan(20);
});
