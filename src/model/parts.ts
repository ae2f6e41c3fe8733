/** The words of a claim in one line; `…` stands where the article interrupts them. */
export const wordsOfParts = (parts: readonly { exact: string }[]): string =>
  parts.map(({ exact }) => exact).join(' … ');
