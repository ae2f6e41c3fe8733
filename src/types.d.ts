declare module 'edtf' {
  /** Parses an EDTF string by its grammar; throws where it is none. */
  export function parse(value: string): unknown;
}
