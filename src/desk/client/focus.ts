/** Where the keyboard is at home in the view that is open: the list or text that has `data-home`. */
export function focusHome(): void {
  const open = document.activeElement;
  // Whoever types is left to it.
  if (open instanceof HTMLElement && open.matches('input, textarea, select') && open.isConnected)
    return;
  const home = document.querySelector<HTMLElement>('[data-home]');
  (home ?? document.getElementById('main'))?.focus({ preventScroll: true });
}
