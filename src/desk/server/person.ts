/** Who acts at the desk, and on which day. */
import type { Signature } from '../acts/index.ts';
import { refuse } from '../acts/plan.ts';
import { personOf, type Person } from './git.ts';

const NO_PERSON =
  'Nobody is known who answers for the change. Tell git who you are (`git config --global user.name "Your Name"` and `git config --global user.email you@example.org`), or start the desk with `--by "Your Name"`.';

/** The day by the clock of this machine. */
function dayNow(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Who works in an archive: `by`, where it is given, else whom git names; null where neither says it. */
export function personAt(root: string, by?: string): Person | null {
  const known = personOf(root);
  return by === undefined ? known : { name: by, email: known?.email ?? '' };
}

/** The name and the day that an act is signed with; refuses where nobody is known. */
export function signatureOf(
  root: string,
  { by, today = dayNow }: { by?: string | undefined; today?: () => string },
): Signature {
  const name = by ?? personAt(root)?.name ?? refuse(NO_PERSON);
  return { by: name, on: today() };
}
