/** The part of citation-js that `citations.ts` uses; the package brings no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    format(output: string, options?: Record<string, unknown>): unknown;
  }
  export const plugins: {
    config: {
      get(name: '@bibtex'): { format: Record<string, unknown> };
      get(name: '@csl'): { styles: { add(name: string, style: string): void } };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
