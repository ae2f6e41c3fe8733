/** The form beside the results: values of each facet with their counts, and days. */
import { daysOf } from '../../../search/intervals.ts';
import { FACETS, isEmpty, toggled, type Facet } from '../../../search/state.ts';
import { figures } from '../../../model/wording.ts';
import { FACET_NAMES, nameOf } from './asked-in-words.ts';
import { byId, make } from './dom.ts';
import type { Answer } from './engine.ts';
import { button, type View } from './view.ts';

/** Values of a facet that are shown before a reader asks for more. */
const FACET_VALUES = 8;

export interface FacetForm {
  show(answer: Answer): void;
  hide(): void;
}

/** Answers to the page's form, which narrows the results. */
export function facetForm(view: View): FacetForm {
  const form = byId<HTMLFormElement>('facets');
  const expanded = new Set<Facet>();
  const ends = (['from', 'to'] as const).map((end) => ({
    end,
    field: byId<HTMLInputElement>(`facet-${end}`),
  }));

  const narrowDates = () => {
    const days = Object.fromEntries(ends.map(({ end, field }) => [end, field.value.trim()]));
    const next = { ...view.state, ...days, page: 1 };
    if (next.from !== view.state.from || next.to !== view.state.to) view.go(next);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    narrowDates();
  });
  for (const { field } of ends) {
    field.addEventListener('change', narrowDates);
    field.addEventListener('input', () => {
      const wrong = field.value.trim() !== '' && !daysOf(field.value);
      field.setAttribute('aria-invalid', String(wrong));
    });
  }

  const show = (answer: Answer) => {
    const focused = focusedIn(form);
    const groups = FACETS.map((facet) =>
      facetGroup(view, answer, facet, {
        all: expanded.has(facet),
        expand: () => {
          expanded.add(facet);
          show(answer);
        },
      }),
    ).filter((group) => group !== null);
    byId('facet-values').replaceChildren(...groups);
    for (const { end, field } of ends)
      if (document.activeElement !== field) field.value = view.state[end];
    form.hidden = answer.selection.claims === 0 && isEmpty({ ...view.state, q: '' });
    if (focused)
      [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
        .find((box) => `${box.name} ${box.value}` === focused)
        ?.focus();
  };
  return {
    show,
    hide: () => {
      form.hidden = true;
    },
  };
}

/** Facet and value of the box that has the focus. */
function focusedIn(form: HTMLFormElement): string | null {
  const { activeElement: element } = document;
  return element instanceof HTMLInputElement && form.contains(element)
    ? `${element.name} ${element.value}`
    : null;
}

/** The values of a facet, those chosen first; null where there is nothing to choose. */
function facetGroup(
  view: View,
  { selection }: Answer,
  facet: Facet,
  { all, expand }: { all: boolean; expand: () => void },
): HTMLElement | null {
  const chosen = view.state.facets[facet];
  const counts = new Map(selection.counts[facet]);
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  const isTold = facet === 'speaker' || facet === 'outlet' || chosen.length > 0;
  if (counts.size === 0 || (counts.size === 1 && !isTold)) return null;
  const values = [...counts].sort(
    ([a, x], [b, y]) =>
      Number(chosen.includes(b)) - Number(chosen.includes(a)) || y - x || (a < b ? -1 : 1),
  );
  const shown = all ? values : values.slice(0, Math.max(FACET_VALUES, chosen.length));
  const rest = values.length - shown.length;
  return make(
    'fieldset',
    {},
    make('legend', {}, FACET_NAMES[facet]),
    ...shown.map(([value, n]) => {
      const box = make('input', {
        type: 'checkbox',
        name: facet,
        value,
        change: () => view.go(toggled(view.state, facet, value)),
      });
      box.checked = chosen.includes(value);
      return make(
        'label',
        {},
        box,
        make('b', {}, nameOf(view.engine, facet, value)),
        make('span', {}, figures(n)),
      );
    }),
    rest > 0 &&
      button(
        'as-link',
        expand,
        `${figures(rest)} more`,
        make('span', { class: 'vh' }, ` in ${FACET_NAMES[facet]}`),
      ),
  );
}
