import { z } from 'zod';

/** A stretch of some text: offsets in UTF-16 code units, `end` exclusive. */
export const Span = z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() });
export type Span = z.infer<typeof Span>;
