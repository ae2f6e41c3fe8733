/** Writes a curator's decision into the card it belongs in. Comments and order of the card are kept. */
import { isSeq, parseDocument, YAMLSeq } from 'yaml';
import { ArticleCard, ClaimEntry } from '../intake/cards/schema.ts';

/**
 * Adds one entry to `claims:` of an article's card. `card` is the file's text, or null where there is none.
 * Throws a plain `Error` whose message is for the curator if the entry or the card is not in order.
 */
export function withClaimEntry(card: string | null, entry: ClaimEntry): string {
  const checked = ClaimEntry.safeParse(entry);
  if (!checked.success)
    throw new Error(
      checked.error.issues
        .map(({ path, message }) => `${path.join('.') || 'entry'}: ${message}`)
        .join('; '),
    );
  const [, yaml = '', body = ''] =
    /^---\r?\n([\s\S]*?)(?:^|\n)---\r?\n?([\s\S]*)$/.exec(card ?? '---\n---\n') ?? [];
  const document = parseDocument(yaml, { schema: 'core' });
  const [fault] = document.errors;
  if (fault) throw new Error(`The card is not in order: ${fault.message}`);
  let claims = document.get('claims');
  if (!isSeq(claims)) {
    claims = new YAMLSeq();
    document.set('claims', claims);
  }
  const list = claims as YAMLSeq;
  const named = ({ words, occurrence }: { words?: unknown; occurrence?: unknown }) =>
    JSON.stringify([words, Number(occurrence ?? 0)]);
  const same = list.items.findIndex(
    (item) => named((item as { toJSON?(): ClaimEntry }).toJSON?.() ?? {}) === named(entry),
  );
  const node = document.createNode(checked.data);
  if (same >= 0) list.items[same] = node;
  else list.items.push(node);
  const data: unknown = document.toJS();
  const whole = ArticleCard.safeParse(data);
  if (!whole.success)
    throw new Error(`The card would not be in order: ${whole.error.issues[0]?.message}`);
  return `---\n${document.toString({ lineWidth: 100 }).trimEnd()}\n---\n${body}`;
}
