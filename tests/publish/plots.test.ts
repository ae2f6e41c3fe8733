import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateAxis } from '../../src/publish/plots/dates.ts';
import { flowOf } from '../../src/publish/plots/flow.ts';
import { barsOf, lanesOf } from '../../src/publish/plots/lanes.ts';
import { bubbleLanes } from '../../src/publish/plots/over-time.ts';
import { reliabilityPlot } from '../../src/publish/plots/reliability.ts';
import { stanceGroups } from '../../src/publish/plots/stances.ts';
import { stackedBars } from '../../src/publish/plots/shares.ts';
import type { ClaimType, DateFact } from '../../src/model/records.ts';
import { siteFixture } from '../support/site-fixture.ts';

const date = (from: string | null, to: string | null): DateFact => ({
  edtf: null,
  from,
  to,
  basis: 'stated',
  note: null,
});

describe('who speaks here', () => {
  const [harbour] = siteFixture().articles;
  const lanes = lanesOf(harbour!);

  test('gives each speaker one lane, in the order of first speaking, and keeps speech without one', () => {
    expect(lanes.map((l) => l.id)).toEqual([
      'mara-obi',
      'deckhand',
      'captain',
      'northpoint-wire',
      'engineers',
      null,
    ]);
  });

  test('every part of every claim is one bar inside the plot', () => {
    const bars = lanes.flatMap((l) => l.bars);
    expect(bars).toHaveLength(harbour!.claims.flatMap((c) => c.parts).length);
    for (const { x, width } of bars) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(width).toBeGreaterThan(0);
      expect(x + width).toBeLessThanOrEqual(100.01);
    }
  });

  test('a bar begins where the claim does', () => {
    const claim = harbour!.claims[1]!;
    const [bar] = barsOf(harbour!, [claim]);
    expect(bar!.x).toBeCloseTo((claim.parts[0]!.reading.start / harbour!.text.length) * 100, 1);
  });
});

describe('dates on an axis', () => {
  test('without a date there is none', () => expect(dateAxis([date(null, null)])).toBeNull());

  test('several years are ticked by year, from January to January', () => {
    const axis = dateAxis([date('2017-07-10', '2017-07-10'), date('2019-03-27', '2019-03-27')])!;
    expect(axis.ticks.map((t) => t.label)).toEqual(['2017', '2018', '2019']);
    expect(axis.ticks[0]!.x).toBe(0);
  });

  test('a few days are ticked by day', () => {
    expect(dateAxis([date('2024-03-25', '2024-03-27')])!.ticks.map((t) => t.label)).toEqual([
      '22 Mar',
      '23',
      '24',
      '25',
      '26',
      '27',
      '28',
      '29',
    ]);
  });

  test('weeks around a new year are ticked by month', () => {
    const { ticks } = dateAxis([date('2014-12-20', '2014-12-20'), date('2015-02-03', null)])!;
    expect(ticks.map(({ label }) => label)).toEqual(['Dec', '2015', 'Feb']);
  });

  test('the month is named where it begins', () => {
    const { ticks } = dateAxis([date('2024-03-31', '2024-04-01')])!;
    expect(ticks.map(({ label }) => label).join(' ')).toBe('28 Mar 29 30 31 1 Apr 2 3');
  });

  test('a day is a point, an interval a bar, an open end a line with a cap', () => {
    const axis = dateAxis([date('2017-01-01', '2018-12-31')])!;
    expect(axis.mark(date('2017-07-01', '2017-07-01'))!.shape).toBe('day');
    expect(axis.mark(date('2017-07-01', '2017-08-31'))!.shape).toBe('interval');
    expect(axis.mark(date(null, '2017-08-31'))!.shape).toBe('before');
    expect(axis.mark(date('2017-08-31', null))!.shape).toBe('after');
    expect(axis.mark(date(null, null))).toBeNull();
  });

  test('whatever the dates, every mark lies on the axis and later days lie further right', () => {
    const iso = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.tuple(iso, iso), { minLength: 1, maxLength: 12 }), (pairs) => {
        const dates = pairs.map(([a, b]) => (a < b ? date(a, b) : date(b, a)));
        const axis = dateAxis(dates)!;
        for (const d of dates) {
          const mark = axis.mark(d)!;
          expect(mark.x).toBeGreaterThanOrEqual(0);
          expect(mark.x + (mark.shape === 'interval' ? mark.width : 0)).toBeLessThanOrEqual(100.7);
        }
        const byDay = [...dates]
          .sort((a, b) => (a.from! < b.from! ? -1 : 1))
          .map((d) => axis.mark({ ...d, to: d.from })!.x);
        expect(byDay).toEqual([...byDay].sort((a, b) => a - b));
        expect(axis.ticks.length).toBeLessThanOrEqual(14);
      }),
    );
  });
});

describe('claims by type', () => {
  test('bars share one scale and leave no gap', () => {
    const claims = (types: ClaimType[]) => types.map((type) => ({ type }));
    const [long, short] = stackedBars([
      claims(['direct', 'direct', 'mixed', 'indirect']),
      claims(['indirect']),
    ]);
    expect(long!.map((s) => [s.type, s.claims, s.x, s.width])).toEqual([
      ['direct', 2, 0, 50],
      ['indirect', 1, 50, 25],
      ['mixed', 1, 75, 25],
    ]);
    expect(short!.map((s) => s.width)).toEqual([25]);
  });
});

describe('the flow of who quotes whom', () => {
  const step = (id: string, kind: 'speaker' | 'outlet' = 'speaker') => ({ id, name: id, kind });
  const chains = [
    { steps: [step('a'), step('wire'), step('post', 'outlet')], claims: 2 },
    { steps: [step('b'), step('wire'), step('post', 'outlet')], claims: 1 },
    { steps: [step('c'), step('post', 'outlet')], claims: 4 },
    { steps: [step('d'), step('mail', 'outlet')], claims: 1 },
  ];
  const most = { left: 9, middle: 9, right: 9 };

  test('has a place for each speaker, each who passed words on, each outlet, with its claims', () => {
    const { nodes } = flowOf(chains, most)!;
    const on = (side: string) =>
      nodes.filter((node) => node.side === side).map(({ id, claims }) => `${id} ${claims}`);
    expect(on('left').sort()).toEqual(['a 2', 'b 1', 'c 4', 'd 1']);
    expect(on('middle')).toEqual(['wire 3']);
    expect(on('right').sort()).toEqual(['mail 1', 'post 7']);
  });

  test('sums what has no place of its own, and loses no claim', () => {
    const { nodes, ribbons } = flowOf(chains, { left: 2, middle: 1, right: 1 })!;
    const left = nodes.filter(({ side }) => side === 'left');
    expect(left.map(({ name }) => name).sort()).toEqual(['2 others', 'a', 'c']);
    expect(left.reduce((sum, { claims }) => sum + claims, 0)).toBe(8);
    expect(nodes.find(({ name }) => name === '1 others')?.claims).toBe(1);
    expect(ribbons.some(({ rest, label }) => rest && label === '2 others to wire: 1 claim')).toBe(
      true,
    );
  });

  test('names do not stand on top of each other, nor outside the picture', () => {
    const { nodes, height } = flowOf(chains, most)!;
    for (const side of ['left', 'middle', 'right']) {
      const middles = nodes.filter((node) => node.side === side).map((n) => n.top + n.height / 2);
      middles.sort((a, b) => a - b);
      for (const [i, middle] of middles.entries()) {
        expect(middle).toBeGreaterThan(0);
        expect(middle).toBeLessThan(height);
        if (i > 0) expect(middle - middles[i - 1]!).toBeGreaterThan(13);
      }
    }
  });

  test('without chains there is none', () => expect(flowOf([], most)).toBeNull());
});

describe('claims along time', () => {
  const [claim] = siteFixture().articles[0]!.claims;
  const axis = dateAxis([date('2017-01-01', '2019-12-31')])!;
  const at = (from: string | null, to: string | null) => ({ claim: claim!, date: date(from, to) });

  test('those of one period are one bubble, whose area is their number', () => {
    const [many, one] = bubbleLanes(
      [
        Array.from({ length: 9 }, () => at('2018-05-03', '2018-05-04')),
        [at('2017-05-03', '2017-05-03')],
      ],
      axis,
    );
    expect(many).toHaveLength(1);
    expect(many![0]!.claims).toHaveLength(9);
    expect(many![0]!.r).toBeGreaterThan(2 * one![0]!.r);
    expect(many![0]!.x).toBeGreaterThan(one![0]!.x);
  });

  test('a bubble says whether only bounds are known, and stands at the last day possible', () => {
    const [[open] = [], [known] = []] = bubbleLanes(
      [[at(null, '2018-05-03')], [at('2018-05-03', '2018-05-03')]],
      axis,
    );
    expect([open?.open, known?.open]).toEqual([true, false]);
    expect(open?.x).toBe(known?.x);
    expect(bubbleLanes([[at(null, null)]], axis)).toEqual([[]]);
  });
});

describe('reliability', () => {
  const bins = [
    { claims: 10, said: 0.25, right: 0.5 },
    { claims: 0, said: 0, right: 0 },
    { claims: 90, said: 0.95, right: 0.95 },
  ];

  test('a point stands on the line where as many are right as is said, and above it where more are', () => {
    const { points, ticks, low, high } = reliabilityPlot(bins);
    const [bottom, top] = [ticks[0]!.up, ticks[2]!.up];
    const share = ({ x, y }: { x: number; y: number }) => ({
      said: (x - low) / (high - low),
      right: (bottom - y) / (bottom - top),
    });
    expect(points).toHaveLength(2);
    expect(share(points[0]!).said).toBeCloseTo(0.25, 2);
    expect(share(points[0]!).right).toBeCloseTo(0.5, 2);
    expect(share(points[1]!).right).toBeCloseTo(share(points[1]!).said, 2);
  });

  test('the more claims, the larger the point, and none leaves the picture', () => {
    const { points, size } = reliabilityPlot(bins);
    expect(points[1]!.r).toBeGreaterThan(points[0]!.r);
    for (const { x, y, r } of points)
      for (const edge of [x - r, y - r, size - x - r, size - y - r])
        expect(edge).toBeGreaterThanOrEqual(-4);
  });
});

describe('answers to a question along time', () => {
  const [harbour] = siteFixture().articles;
  const [first, second, third] = new Map(
    harbour!.claims.flatMap((claim) => (claim.speaker ? [[claim.speaker.id, claim]] : [])),
  ).values();
  const answer = (claim = first!, stance: string, from: string | null, to = from) => ({
    claim,
    stance,
    date: date(from, to),
  });
  const axis = dateAxis([date('2017-01-01', '2019-12-31')])!;

  test('are grouped by stance, and of one speaker and day one mark that counts its claims', () => {
    const [yes, no] = stanceGroups(
      ['yes', 'no'],
      [
        answer(first, 'yes', '2017-03-01'),
        answer(first, 'yes', '2017-03-01'),
        answer(first, 'yes', '2017-03-05'),
        answer(first, 'no', '2019-03-01'),
      ],
      axis,
      8,
    );
    expect(yes!.claims).toBe(3);
    expect(yes!.lanes).toHaveLength(1);
    expect(yes!.lanes[0]!.marks.map((mark) => mark.claims.length)).toEqual([2, 1]);
    // Four days are too near to stand beside each other on an axis of three years.
    expect(yes!.lanes[0]!.marks.map((mark) => mark.line)).toEqual([0, 1]);
    expect(no!.lanes[0]!.marks[0]!.claims).toEqual([first]);
  });

  test('count as speakers only those who are known', () => {
    const nobody = { ...first!, speaker: null, candidates: [] };
    const [group] = stanceGroups(
      ['yes'],
      [first!, nobody].map((claim) => answer(claim, 'yes', '2018-01-01')),
      axis,
      8,
    );
    expect(group!.speakers).toBe(1);
    expect(group!.lanes).toHaveLength(2);
  });

  test('count what is not drawn: speakers beyond the most, claims without a date', () => {
    const answers = [first, second, third].map((claim) => answer(claim, 'yes', '2018-01-01'));
    const [group] = stanceGroups(['yes'], [...answers, answer(first, 'yes', null)], axis, 2);
    expect(group!.lanes).toHaveLength(2);
    expect(group!.left).toEqual({ speakers: 1, claims: 2 });
  });
});
