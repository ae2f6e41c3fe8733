/** Small bars beside the results: claims a year, and claims a speaker. Each narrows the results. */
import { toggled } from '../../../search/state.ts';
import { figures } from '../../../model/wording.ts';
import { make, makeSvg } from './dom.ts';
import type { Answer } from './engine.ts';
import type { SpeakerShare } from './summary.ts';
import type { View } from './view.ts';

const SPEAKERS_SHOWN = 6;

/** A bar in percent of the plot's width; nothing where it has no width. */
const bar = (type: string, x: number, width: number) =>
  width > 0 &&
  makeSvg('rect', { class: `bar ${type}`, x: `${x}%`, y: 7, width: `${width}%`, height: 9 });

/** A plot with its heading, one lane for each item. */
const lanes = (heading: string, note: string, items: readonly HTMLElement[]): HTMLElement =>
  make(
    'figure',
    { class: 'lanes years' },
    make('figcaption', {}, make('b', {}, heading), make('span', {}, note)),
    make('ol', {}, ...items),
  );

/** Small bars, one a year; each narrows the results to its year. */
export function overTime(view: View, { selection }: Answer): HTMLElement | string {
  const years = [...selection.years].sort(([a], [b]) => a - b);
  if (years.length === 0) return '';
  const most = Math.max(...years.map(([, { all }]) => all));
  const unsure = years.some(([, year]) => year.unsure > 0)
    ? '; an uncertain date is dashed, and counts in every year it may fall in'
    : '';
  return lanes(
    'By year',
    `said, or else published${unsure}`,
    years.map(([number, n]) => {
      const year = String(number);
      const chosen = view.state.from === year && view.state.to === year;
      const days = chosen ? { from: '', to: '' } : { from: year, to: year };
      const sure = (100 * (n.all - n.unsure)) / most;
      const uncertain = n.unsure > 0 && `, ${n.unsure} uncertain`;
      return make(
        'li',
        { class: 'lane' },
        view.link(
          { ...view.state, ...days, page: 1 },
          { 'aria-current': chosen ? 'true' : null },
          `${year} `,
          claimsHere(n.all, uncertain),
        ),
        makeSvg(
          'svg',
          { 'aria-hidden': 'true' },
          bar('direct', 0, sure),
          bar('mixed', sure, (100 * n.unsure) / most),
        ),
      );
    }),
  );
}

/** Who says it most; each narrows the results to that speaker. */
export function bySpeaker(
  view: View,
  speakers: ReadonlyMap<string, SpeakerShare>,
): HTMLElement | string {
  const shown = [...speakers]
    .sort(([a, x], [b, y]) => y.claims - x.claims || (a < b ? -1 : 1))
    .slice(0, SPEAKERS_SHOWN);
  const [first] = shown;
  if (!first || shown.length < 2) return '';
  const [, { claims: most }] = first;
  return lanes(
    'Who says it most',
    speakers.size > shown.length
      ? `the first ${shown.length} of ${figures(speakers.size)}`
      : 'each narrows to its speaker',
    shown.map(([id, { name, claims }]) => {
      const chosen = view.state.facets.speaker.includes(id);
      return make(
        'li',
        { class: 'lane' },
        view.link(
          toggled(view.state, 'speaker', id),
          { 'aria-current': chosen ? 'true' : null },
          `${name} `,
          claimsHere(claims),
        ),
        makeSvg('svg', { 'aria-hidden': 'true' }, bar('direct', 0, (100 * claims) / most)),
      );
    }),
  );
}

/** A number, which those who hear the page hear with its unit. */
const claimsHere = (claims: number, more: string | false = false): HTMLElement =>
  make(
    'span',
    { class: 'quiet' },
    figures(claims),
    make('span', { class: 'vh' }, claims === 1 ? ' claim' : ' claims', more),
  );
