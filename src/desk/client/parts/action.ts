/** A button with the key that does the same. */
import { h } from 'preact';

interface Props {
  words: string;
  keyHint: string;
  run: () => void;
  isPressed?: boolean;
  isDisabled?: boolean;
}

export function Action({ words, keyHint, run, isPressed, isDisabled }: Props) {
  return h(
    'button',
    {
      type: 'button',
      class: 'btn action',
      'aria-pressed': isPressed,
      disabled: isDisabled,
      'aria-keyshortcuts': keyHint || undefined,
      onClick: run,
    },
    [words, keyHint && h('kbd', { 'aria-hidden': true }, keyHint)],
  );
}
