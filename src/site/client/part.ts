/** On the page of a claim: waits for words to be selected, or named by the address. */
const marks = () => void import('./part-marks.ts');

if (location.hash.startsWith('#words=')) marks();
addEventListener('hashchange', marks, { once: true });
document.addEventListener('selectionchange', marks, { once: true });
export {};
