/** Columns and headings of what the benchmarks print. */
export const pad = (text: string | number, width: number): string => String(text).padStart(width);
export const heading = (text: string): void => console.log(`\n${text}\n${'='.repeat(text.length)}`);
export const one = (x: number): string => x.toFixed(1);
