/** Hands a text that the page made to the browser, as a file to be saved. */
import { make } from './search/dom.ts';

/** Milliseconds in which the browser has surely read the text. */
const READ_BY = 60_000;

export function saveText(text: string, { name, type }: { name: string; type: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), READ_BY);
}
