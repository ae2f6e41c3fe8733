/** A field with a list below it: what is typed narrows the list, arrows or digits choose, Enter takes. */
import { h } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { words } from '../../../search/fold.ts';

export interface Option {
  key: string;
  label: string;
  /** What tells it from others of its name. */
  hint?: string;
}

interface Props<Chosen extends Option> {
  label: string;
  /** Known from the start, best first. */
  options: readonly Chosen[];
  /** More of the server, for what is typed. */
  more?: (typed: string) => Promise<readonly Chosen[]>;
  /** Options made of what is typed: a new name, a reason of one's own. */
  made?: (typed: string) => readonly Chosen[];
  /** What is made of a slip of the hand is no new name: such an option is taken when one has gone to it. */
  isMadeOnPurpose?: boolean;
  /** Whether all options are there; an Enter before that waits for them. */
  isReady?: boolean;
  choose: (option: Chosen) => void;
  cancel?: () => void;
  /** Enter in an empty field, where nothing is to be chosen. */
  finish?: () => void;
  placeholder?: string;
  /** What stands in the field at first. */
  typed?: string;
  isFocused?: boolean;
}

const SHOWN = 30;

/** Options whose words begin with all words typed, those that begin with them first. */
export function narrowed<Chosen extends Option>(
  options: readonly Chosen[],
  typed: string,
): Chosen[] {
  const asked = words(typed);
  if (asked.length === 0) return [...options];
  const ranked = options.flatMap((option) => {
    const held = words(`${option.label} ${option.hint ?? ''}`);
    if (!asked.every((word) => held.some((one) => one.startsWith(word)))) return [];
    return [{ option, rank: held[0]?.startsWith(asked[0] ?? '') ? 0 : 1 }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ option }) => option);
}

const unlike = <Chosen extends Option>(options: readonly Chosen[], others: readonly Chosen[]) => {
  const keys = new Set(others.map(({ key }) => key));
  return options.filter(({ key }) => !keys.has(key));
};

export function Combobox<Chosen extends Option>({
  label,
  options,
  more,
  made,
  isMadeOnPurpose = false,
  isReady = true,
  choose,
  cancel,
  finish,
  placeholder,
  typed: before = '',
  isFocused = true,
}: Props<Chosen>) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState(before);
  // -1: wherever one has not gone by oneself.
  const [at, setAt] = useState(-1);
  const [isAwaited, setIsAwaited] = useState(false);
  const [found, setFound] = useState<{ typed: string; options: readonly Chosen[] }>({
    typed: '',
    options: [],
  });

  // At once, so that what is typed next goes into the field and is no key of the view.
  useLayoutEffect(() => {
    if (isFocused) input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => {
    if (!more || typed.trim() === '') return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      more(typed).then(
        (answer) => isWanted && setFound({ typed, options: answer }),
        () => undefined,
      );
    }, 50);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [typed]);

  const { shown, known } = useMemo(() => {
    const own = narrowed(options, typed).slice(0, SHOWN);
    const others = found.typed === typed ? unlike(found.options, own).slice(0, SHOWN) : [];
    const trimmed = typed.trim();
    return {
      shown: [...own, ...others, ...(trimmed && made ? made(trimmed) : [])],
      known: own.length + others.length,
    };
  }, [options, typed, found]);
  const first = known > 0 || !isMadeOnPurpose ? 0 : -1;
  const index = Math.min(at < 0 ? first : at, shown.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index, shown]);

  const take = (option: Chosen | undefined) => {
    if (!option) return;
    setTyped('');
    setAt(-1);
    choose(option);
  };
  useEffect(() => {
    if (!isReady || !isAwaited) return;
    setIsAwaited(false);
    if (known > 0) take(shown[0]);
  }, [isReady, isAwaited]);
  const enter = () => {
    if (typed.trim() === '' && finish) finish();
    else if (!isReady && at < 0) setIsAwaited(true);
    else take(shown[index]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const digit = /^[1-9]$/.test(event.key) && typed === '' ? Number(event.key) : 0;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) setAt(Math.min(Math.max(index + move, 0), shown.length - 1));
    else if (digit && shown[digit - 1]) take(shown[digit - 1]);
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Escape' && cancel) cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return h('div', { class: 'combobox' }, [
    h('label', { for: id }, label),
    h('input', {
      ref: input,
      id,
      class: 'field',
      role: 'combobox',
      type: 'text',
      autocomplete: 'off',
      spellcheck: false,
      placeholder,
      value: typed,
      'aria-expanded': true,
      'aria-autocomplete': 'list',
      'aria-controls': `${id}-list`,
      'aria-activedescendant': index >= 0 ? `${id}-${index}` : undefined,
      onInput: (event: Event) => {
        setTyped((event.currentTarget as HTMLInputElement).value);
        setAt(-1);
        setIsAwaited(false);
      },
      onKeyDown,
    }),
    h(
      'ul',
      { ref: list, id: `${id}-list`, role: 'listbox', 'aria-label': label, class: 'options' },
      shown.map((option, i) =>
        h(
          'li',
          {
            key: option.key,
            id: `${id}-${i}`,
            role: 'option',
            'aria-selected': i === index,
            // The field keeps the focus.
            onMouseDown: (event: MouseEvent) => event.preventDefault(),
            onClick: () => take(option),
          },
          [
            typed === '' && i < 9 && h('kbd', { 'aria-hidden': true }, i + 1),
            h('span', { class: 'name' }, option.label),
            option.hint && h('span', { class: 'quiet' }, ` ${option.hint}`),
          ],
        ),
      ),
    ),
    shown.length === 0 && h('p', { class: 'quiet' }, 'Nothing of that name.'),
  ]);
}
