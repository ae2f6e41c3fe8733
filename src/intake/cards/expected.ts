/** What a card should hold, in the words of a person who writes one. */
import type { z } from 'zod';

/** Types as zod names them. */
const TYPES: Readonly<Record<string, string>> = {
  array: 'a list (`- …` on lines of its own, or `[…, …]`)',
  object: '`key: value` lines',
  record: '`key: value` lines',
  string: 'words',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
};

type Sized = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

/** What a value that is too small or too large should have been. */
function sized(issue: Sized): string {
  const [limit, most] =
    issue.code === 'too_small' ? [issue.minimum, 'at least'] : [issue.maximum, 'at most'];
  if (issue.origin === 'array') return `a list of ${most} ${limit}`;
  if (issue.origin === 'string')
    return issue.code === 'too_small' && limit === 1
      ? 'words, and there are none'
      : `words of ${most} ${limit} characters`;
  if (issue.inclusive) return `a number of ${most} ${limit}`;
  return `a number ${issue.code === 'too_small' ? 'above' : 'below'} ${limit}`;
}

const listed = (values: readonly z.core.util.Primitive[]): string => {
  const named = values.map((value) => `\`${String(value)}\``);
  return named.length > 1 ? `one of ${named.join(', ')}` : named.join('');
};

/** What goes on from “expected”. */
function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? `another value (${issue.expected})`;
    case 'invalid_value':
      return listed(issue.values);
    case 'too_small':
    case 'too_big':
      return sized(issue);
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap(([one]) => (one ? [wanted(one)] : [])))].join(' or ');
    default:
      return 'another form';
  }
}

/**
 * What a schema expected where it found something else, as words that go on from “Unexpected `…`, ”. What the schema
 * says in its own words (“expected an address that …”) stays.
 */
export const expectedIn = (issue: z.core.$ZodIssue): string =>
  issue.message.startsWith('expected') ? issue.message : `expected ${wanted(issue)}`;
