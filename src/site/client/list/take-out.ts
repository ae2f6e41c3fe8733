/** The reader's list as text to copy and as files: made of what the claims' own pages and files say. */
import type { StandingClaim } from '../claim-page.ts';

/** A way in which the list can be copied. */
export interface ListText {
  name: string;
  of: (claim: StandingClaim) => string;
}

const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => node.textContent)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** The words, whose they are, where they were printed, and the address: one claim in plain text. */
const asPlainText = ({ words, by, type, address }: StandingClaim): string =>
  `${textOf(words)}\n  ${textOf(by)}; ${type}\n  ${address}`;

/** The ways that the claims offer: a line, the styles that each of them has, plain text. */
export function textsOf(claims: readonly StandingClaim[]): ListText[] {
  const [first] = claims;
  const styles = first ? [...first.styles.keys()] : [];
  const shared = styles.filter((style) => claims.every((claim) => claim.styles.has(style)));
  return [
    { name: 'One line each', of: ({ citation }) => citation },
    ...shared.map((name) => ({ name, of: ({ styles }: StandingClaim) => styles.get(name) ?? '' })),
    { name: 'Words with their speakers', of: asPlainText },
  ];
}

export const listInText = (claims: readonly StandingClaim[], { of }: ListText): string =>
  claims.map(of).join('\n\n');

/** A file that holds the citations of the list. */
interface ListFile {
  ending: string;
  type: string;
  /** One file of the files of single claims. */
  join: (files: readonly string[]) => string;
}

const inLines = (files: readonly string[]): string =>
  files.map((text) => `${text.trimEnd()}\n`).join('\n');

export const LIST_FILES: Readonly<Record<string, ListFile>> = {
  BibTeX: { ending: 'bib', type: 'application/x-bibtex', join: inLines },
  RIS: { ending: 'ris', type: 'application/x-research-info-systems', join: inLines },
  'CSL-JSON': {
    ending: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    join: (files) =>
      `${JSON.stringify(
        files.flatMap((text) => JSON.parse(text) as unknown[]),
        null,
        1,
      )}\n`,
  },
};

/** The file with this ending that a claim's page names or holds. */
async function fileOf({ id, address, files }: StandingClaim, ending: string): Promise<string> {
  const href = files.get(ending);
  if (href === undefined) throw new Error(`The page of claim ${id} names no .${ending} file`);
  const held = /^data:[^,]*,(.*)$/s.exec(href)?.[1];
  if (held !== undefined) return decodeURIComponent(held);
  const answer = await fetch(new URL(href, address));
  if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
  return answer.text();
}

/** The citations of the list in one file, in its order. */
export async function listInFile(
  claims: readonly StandingClaim[],
  { ending, join }: ListFile,
): Promise<string> {
  const files: string[] = [];
  for (const claim of claims) files.push(await fileOf(claim, ending));
  return join(files);
}
