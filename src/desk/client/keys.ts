/** Keys and what they do: one table a view, from which the help is written too. */
export interface KeyRow {
  /** As `KeyboardEvent.key` gives them; `ctrl+z` where a modifier belongs to it. */
  keys: readonly string[];
  words: string;
  run: (key: string) => void;
}

const SWITCH = 'desk.single-keys';

/** Whether letters alone do something; whoever speaks to the machine may put that off. */
export const areSingleKeysOn = (): boolean => localStorage.getItem(SWITCH) !== 'off';
export const setSingleKeys = (isOn: boolean): void =>
  isOn ? localStorage.removeItem(SWITCH) : localStorage.setItem(SWITCH, 'off');

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'));

/** What a key does by itself on the element that has the focus. */
const isOwnKey = (event: KeyboardEvent): boolean =>
  /^(?:Enter| |Arrow.*)$/.test(event.key) &&
  event.target instanceof HTMLElement &&
  event.target.matches(
    event.key.startsWith('Arrow') ? 'input, pre, [data-scrolls]' : 'a, button, summary, input',
  );

/** The name under which a key stands in the tables. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>) {
  const { key } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand) return `ctrl+${event.shiftKey ? 'shift+' : ''}${key.toLowerCase()}`;
  return event.shiftKey && key.length > 1 ? `shift+${key}` : key;
}

/** Runs what the first table that knows the key says; whether one did. */
export function handleKey(event: KeyboardEvent, tables: readonly (readonly KeyRow[])[]): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  if (isTyping(event.target) || isOwnKey(event)) return false;
  if (document.querySelector('dialog[open]')) return false;
  const name = keyName(event);
  if (name.length === 1 && !areSingleKeysOn()) return false;
  const row = tables.flat().find(({ keys }) => keys.includes(name));
  if (!row) return false;
  event.preventDefault();
  row.run(name);
  return true;
}
