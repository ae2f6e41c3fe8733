/** What is said aloud to those who hear the page: what was done, and where one stands. */
export function say(words: string): void {
  const place = document.getElementById('spoken');
  if (!place) return;
  place.textContent = '';
  // Listeners hear a text that comes into an empty place, also where it is the same as before.
  setTimeout(() => (place.textContent = words), 30);
}
