/** On every page: waits for `/`, Ctrl-K or `?`, and for an arrival from a search; loads the rest only then. */
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

addEventListener('keydown', (event) => {
  const slash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
  const k =
    event.key.toLowerCase() === 'k' &&
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    !event.shiftKey;
  if (event.key === '?' && !event.ctrlKey && !event.metaKey && !typing(event.target)) {
    event.preventDefault();
    void import('./keys-dialog.ts').then(({ openKeys }) => openKeys());
    return;
  }
  if (!slash && !k) return;
  event.preventDefault();
  void import('./quick-dialog.ts').then(({ openQuickSearch }) => openQuickSearch());
});
if (new URLSearchParams(location.search).has('hl')) void import('./arrive.ts');
export {};
