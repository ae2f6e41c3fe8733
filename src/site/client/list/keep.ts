/** On every page: waits for a claim to be kept; what marks those that are is loaded only where any are. */
const marks = () => import('./marks.ts');

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-keep]') : null;
  const id = button?.dataset.keep;
  if (id) void marks().then(({ toggle }) => toggle(id));
});
try {
  if (Object.keys(localStorage).some((key) => key.startsWith('verbatim-list:'))) void marks();
} catch {
  // This browser keeps nothing, and says so where a claim is to be kept.
}
export {};
