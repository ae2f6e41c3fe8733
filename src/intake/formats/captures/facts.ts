/** What a capture states of an article, and what in it says so: `the entry “Title” of the PDF`. */
export interface Fact<T = string> {
  value: T;
  by: string;
  /** It may be somebody else’s or a program’s: shown to the curator, and not taken for stated. */
  isDoubtful?: boolean;
}

/** The facts of an article that a capture may state. Dates are EDTF, addresses begin with http. */
export interface Facts {
  title?: Fact;
  dek?: Fact;
  authors?: Fact<readonly string[]>;
  outlet?: Fact;
  published?: Fact;
  captured?: Fact;
  original?: Fact;
  archived?: Fact;
  language?: Fact;
}
