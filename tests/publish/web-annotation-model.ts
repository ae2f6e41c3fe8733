/**
 * The MUSTs of the W3C Web Annotation Data Model that apply to what the archive writes,
 * written from the recommendation, not from the exporter.
 */
import { z } from 'zod';

const iri = z.url();
const MOTIVATIONS = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
] as const;
const motivation = z.enum(MOTIVATIONS);
const context = z.union([
  z.literal('http://www.w3.org/ns/anno.jsonld'),
  z.array(z.string()).refine((list) => list.includes('http://www.w3.org/ns/anno.jsonld')),
]);

/** 4.2.4: exactly one exact; prefix and suffix at most once. */
const TextQuoteSelector = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});
/** 4.2.5: start and end are non-negative integers. */
const TextPositionSelector = z
  .strictObject({
    type: z.literal('TextPositionSelector'),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .refine(({ start, end }) => start < end);

/** 3.2.1: an external resource must have an IRI. */
const External = z.strictObject({
  id: iri,
  type: z.enum(['Dataset', 'Image', 'Video', 'Sound', 'Text']).optional(),
  format: z.string().optional(),
  language: z.string().optional(),
});
/** 3.2.4: a textual body must have a value. */
const TextualBody = z.strictObject({
  type: z.literal('TextualBody'),
  value: z.string().min(1),
  purpose: motivation.optional(),
  format: z.string().optional(),
  language: z.string().optional(),
});
/** 4: a specific resource has exactly one source. */
const SpecificBody = z.strictObject({
  type: z.literal('SpecificResource'),
  purpose: motivation.optional(),
  source: iri,
});
/**
 * 4.3.1: a moment, or the beginning and the end of a stretch of time, each with its time zone; one of them, as
 * the tests of the working group ask. Copies may stand beside it.
 */
const TimeState = z
  .strictObject({
    type: z.literal('TimeState'),
    cached: iri.optional(),
    sourceDate: z.iso.datetime().optional(),
    sourceDateStart: z.iso.datetime().optional(),
    sourceDateEnd: z.iso.datetime().optional(),
  })
  .refine(
    ({ sourceDate, sourceDateStart: start, sourceDateEnd: end }) =>
      (start === undefined) === (end === undefined) &&
      (sourceDate === undefined) !== (start === undefined) &&
      (start === undefined || end === undefined || start <= end),
  );
const SpecificTarget = z.strictObject({
  type: z.literal('SpecificResource'),
  source: z.union([iri, External]),
  state: TimeState.optional(),
  scope: iri.optional(),
  selector: z.union([z.tuple([TextQuoteSelector, TextPositionSelector]), TextQuoteSelector]),
});

const shape = {
  id: iri,
  type: z.literal('Annotation'),
  motivation,
  body: z.array(z.union([TextualBody, SpecificBody])).min(1),
  target: z.union([iri, SpecificTarget, z.array(SpecificTarget).min(2)]),
};

/** 3.1: one or more contexts, exactly one id, a type, at least one target. */
export const Annotation = z.strictObject({ '@context': context, ...shape });

/** 5.2: within a page the annotations need no context of their own. */
export const AnnotationPage = z.strictObject({
  '@context': context,
  id: iri,
  type: z.literal('AnnotationPage'),
  rights: iri.optional(),
  partOf: iri,
  prev: iri.optional(),
  next: iri.optional(),
  startIndex: z.int().nonnegative(),
  items: z.array(z.strictObject(shape)),
});

/** 5.1: a collection with annotations must have its first page. */
export const AnnotationCollection = z
  .strictObject({
    '@context': context,
    id: iri,
    type: z.literal('AnnotationCollection'),
    label: z.string(),
    rights: iri.optional(),
    total: z.int().nonnegative(),
    first: iri.optional(),
    last: iri.optional(),
  })
  .refine(
    ({ total, first, last }) =>
      (total === 0) === (first === undefined) && (first === undefined) === (last === undefined),
  );
