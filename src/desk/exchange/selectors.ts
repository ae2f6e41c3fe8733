/** Selectors of the W3C model (which Hypothesis shares): words and places out of them, whatever refines what. */
import { z } from 'zod';
import { codePoints } from '../../text/offsets.ts';
import type { Stretch } from './foreign.ts';
import { listOf } from './json.ts';

const Offset = z.int({ error: 'expected a whole number' }).nonnegative();

interface Refined {
  refinedBy?: unknown;
}

const TextQuote = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1, { error: 'expected the words of the quotation' }),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
const TextPosition = z
  .looseObject({ type: z.literal('TextPositionSelector'), start: Offset, end: Offset })
  .refine(({ start, end }) => start < end, { error: 'expected an end behind the start' });
const OtherSelector = z
  .looseObject({ type: z.string() })
  .refine(({ type }) => type !== 'TextQuoteSelector' && type !== 'TextPositionSelector', {
    error: 'expected the fields of a selector of this type',
  });

/** Any selector; those that say nothing of words are let be. */
export const Selector = z.unknown().superRefine((value, context) => {
  for (let at: unknown = value, path: string[] = []; at !== undefined;) {
    const { type, refinedBy } = (at ?? {}) as { type?: unknown } & Refined;
    const result = schemaOf(type).safeParse(at);
    if (!result.success)
      for (const issue of result.error.issues)
        context.addIssue({
          code: 'custom',
          message: issue.message,
          path: [...path, ...issue.path],
        });
    at = refinedBy;
    path = [...path, 'refinedBy'];
  }
});

function schemaOf(type: unknown): z.ZodType {
  if (type === 'TextQuoteSelector') return TextQuote;
  return type === 'TextPositionSelector' ? TextPosition : OtherSelector;
}

type Quote = z.infer<typeof TextQuote>;
type Position = z.infer<typeof TextPosition>;

/** What one selector and those that refine it say together. */
function refined(selector: unknown): Partial<Stretch> {
  let found: Partial<Stretch> = {};
  for (let at = selector; at !== undefined; at = (at as Refined).refinedBy) {
    const { type } = at as { type: string };
    if (type === 'TextQuoteSelector') found = withQuote(found, at as Quote);
    else if (type === 'TextPositionSelector') found = withPosition(found, at as Position);
  }
  return found;
}

/** A quotation, or one within the quotation before. */
function withQuote(outer: Partial<Stretch>, quote: Quote): Partial<Stretch> {
  const { exact, prefix = '', suffix = '' } = quote;
  const inner: Partial<Stretch> = { exact, prefix, suffix };
  if (!outer.exact) return { ...outer, ...inner };
  const all = outer.exact;
  const stretch = all.indexOf(prefix + exact + suffix);
  const at = stretch < 0 ? all.indexOf(exact) : stretch + prefix.length;
  if (at < 0) return inner;
  return {
    exact,
    prefix: (outer.prefix ?? '') + all.slice(0, at),
    suffix: all.slice(at + exact.length) + (outer.suffix ?? ''),
  };
}

/** A position, or one within the quotation before. */
function withPosition(outer: Partial<Stretch>, { start, end }: Position): Partial<Stretch> {
  if (!outer.exact) return { ...outer, position: { start, end } };
  const points = codePoints(outer.exact);
  if (end > points.length) return { ...outer, position: { start, end } };
  const [from, to] = [points.utf16(start), points.utf16(end)];
  // The whole of the quotation: a position in the document all the same.
  if (start === 0 && end === points.length) return outer;
  return {
    exact: outer.exact.slice(from, to),
    prefix: (outer.prefix ?? '') + outer.exact.slice(0, from),
    suffix: outer.exact.slice(to) + (outer.suffix ?? ''),
  };
}

/** The stretch that the selectors of one target tell, each in its own way; null where none tells words. */
export function stretchOf(selectors: unknown): Stretch | null {
  const found = listOf(selectors).map(refined);
  const quote = found.find(({ exact }) => exact !== undefined);
  const position = found.find((one) => one.position)?.position ?? null;
  if (!quote && !position) return null;
  return {
    exact: quote?.exact ?? null,
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
    position: quote?.position ?? position,
  };
}
