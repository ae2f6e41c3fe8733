/** Requests to the desk's server; every answer is held against its schema. */
import { z } from 'zod';
import { Problem } from '../api.ts';

/** The server gave no answer: it is gone, or the machine is asleep. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/** The server refused, and said why. */
export class Refused extends Error {
  override name = 'Refused';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join(' '));
    this.problems = problems;
  }
}

/** A problem in words alone. */
export const problemOf = (message: string): Problem => ({
  message,
  path: null,
  line: null,
  field: null,
});

const WithProblems = z.object({ problems: z.array(Problem).min(1) });

/** Asks for the page itself, with which the server gives its cookie; whether it is there. */
export async function greet(): Promise<boolean> {
  try {
    return (await fetch(document.baseURI.replace(/#.*$/, ''), { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

async function answer<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  init: RequestInit,
): Promise<z.infer<Schema>> {
  let response: Response;
  let body: unknown;
  try {
    const address = new URL(`api/${path}`, document.baseURI);
    response = await fetch(address, init);
    // A server that was started anew knows this page when the page has asked for itself.
    if (response.status === 403 && (await greet())) response = await fetch(address, init);
    body = await response.json();
  } catch (cause) {
    // An answer that breaks off, or is none of the desk's: a server that is just going or coming.
    throw new Unreachable('The desk’s server does not answer.', { cause });
  }
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const refused = WithProblems.safeParse(body);
  if (refused.success) throw new Refused(refused.data.problems);
  throw new Refused([
    problemOf(
      `The server answered ${response.status} to ${path} in a form that this page does not know: ` +
        `${read.error.issues
          .slice(0, 3)
          .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
          .join('; ')}. Load the page again, so that page and server are of one version.`,
    ),
  ]);
}

/** Answer of a `GET`. Throws `Unreachable` and `Refused`. */
export const get = <Schema extends z.ZodType>(path: string, schema: Schema) =>
  answer(path, schema, { headers: { accept: 'application/json' } });

/** Answer of a `POST` with a body of JSON. Throws `Unreachable` and `Refused`. */
export const post = <Schema extends z.ZodType>(path: string, body: unknown, schema: Schema) =>
  answer(path, schema, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** What went wrong, for the page. What is no answer of the server is a fault of ours, and is thrown on. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Refused) return error.problems;
  if (error instanceof Unreachable) return [problemOf(error.message)];
  throw error;
}
