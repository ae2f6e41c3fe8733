import { expect, test } from 'vitest';
import { webannoTsv } from '../../../src/desk/exchange/webanno-tsv.ts';

const read = (...lines: string[]) =>
  webannoTsv.read({
    path: 'ferry.tsv',
    text: `#FORMAT=WebAnno TSV 3.3\n${lines.join('\n')}\n`,
    beside: () => null,
  }).annotations;

test('spans whose slots lead to one of several spans at a token stay two', () => {
  const annotations = read(
    '#T_SP=custom.Name|value',
    '#T_SP=custom.Quote|ROLE_custom.Quote:links_custom.Link|custom.Name',
    '',
    '#Text=We pay Obi , they say',
    '1-1\t0-2\tWe\t_\tspeaker\t1-3[2]\t',
    '1-2\t3-6\tpay\t_\t_\t_\t',
    '1-3\t7-10\tObi\tmayor[1]|clerk[2]\t_\t_\t',
    '1-4\t11-12\t,\t_\t_\t_\t',
    '1-5\t13-17\tthey\t_\t_\t_\t',
    '1-6\t18-21\tsay\t_\tspeaker\t1-3[2]\t',
  );
  expect(annotations.map(({ stretches }) => stretches.map(({ exact }) => exact))).toEqual([
    ['We'],
    ['say'],
  ]);
});
