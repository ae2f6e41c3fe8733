/** An article that never was, so that a new archive has something to show; it goes with its files. */

const TEXT = `Council keeps the night ferry for another year

By Ida Berg

Harbour Post, 14 March 2021

The night ferry will go on. After four hours in the old hall by the quay the harbour council voted on
Saturday to keep the last boat at half past ten.

“We will keep the night ferry for as long as anybody has to sail at night,” said Mara Obi, who chairs
the council. She said that nobody would have to wait in the rain again.

Not everybody was content. “A year is no plan,” said Tove Lindqvist, a nurse who takes the boat four
times a week. “I asked for ten.”

According to the crews’ union, both boats need new engines before winter. The council did not say who
would pay for them.
`;

/** Files by path. */
export const SAMPLE: readonly (readonly [path: string, text: string])[] = [
  ['content/sources/night-ferry.txt', TEXT],
  [
    'content/articles/night-ferry.md',
    `---
# This article was invented, to show what an archive does. To be rid of it before anything is
# published, remove this file and content/sources/night-ferry.txt; the outlet’s card goes with them.
outlet: harbour-post
---
An invented article. It shows how claims are marked, and whom they are given to.
`,
  ],
  ['content/outlets/harbour-post.md', '---\nname: Harbour Post\n---\nAn invented newspaper.\n'],
];
