declare module 'edtf' {
  /** Parses an EDTF string; `min` and `max` are milliseconds, infinite where open, null where unknown. */
  export default function edtf(value: string): {
    type: string;
    min: number | null;
    max: number | null;
  };
}
