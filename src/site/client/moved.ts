/** On the former address of an article: goes to the article, with the fragment that a plain refresh would drop. */
const to = document.querySelector<HTMLElement>('[data-moved-to]')?.dataset['movedTo'];
if (to) location.replace(to + location.hash);
