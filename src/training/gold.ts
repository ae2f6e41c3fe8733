/** Documents in which people marked the quotations, as the benchmark's files hold them. */

export interface Mention {
  text: string;
  start?: number;
  end?: number;
}

/** A quotation, marked by people or predicted. Offsets are UTF-16 code units, the end not included. */
export interface Quote {
  start: number;
  end: number;
  type?: string | null;
  speaker?: Mention | null;
  cue?: Mention | null;
  /** False where a belief or a wish is told, and nothing that was said. */
  speech?: boolean;
}

export interface GoldDocument {
  id: string;
  text: string;
  quotes: Quote[];
  /** Stretches that were left open: what is predicted there is neither right nor wrong. */
  ignore?: [number, number][];
}
