/** `npm run check`: types and unit tests, the quick half of `npm test`. */
process.argv.push('types', 'unit');
await import('./test.ts');
export {};
