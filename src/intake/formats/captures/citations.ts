import { textKind, type CaptureKind } from './kind.ts';

const ADVICE =
  'It describes an article and does not hold its text: save the text as a `.txt` file.';
const FACTS = `${ADVICE}\n  As a list of facts about texts that are taken in: --metadata <this file> <files>.`;
/** What a catalogue writes above its first entry. */
const ABOVE = 2000;
const RIS = /^TY {1,2}- ?[A-Z]\w*[ \t]*(?:\r\n|\r|\n)\s*[A-Z][A-Z0-9] {1,2}- ?\S/m;
const ENTRY = /^@[a-z]{3,20}\s*[{(]\s*[^\s,{}]*\s*,\s*[\w-]+\s*=/im;

/** Programs that read it take what stands outside its entries for remarks. */
const isBibtex = (text: string): boolean =>
  /^(?:%[^\n]*\n\s*)*@[a-z]+\s*[{(]\s*[^\s,{}]*\s*,\s*[\w-]+\s*=/i.test(text) ||
  /^(?:%[^\n]*\n\s*)*@(?:comment|preamble|string)\s*[{(]/i.test(text) ||
  (ENTRY.test(text.slice(0, ABOVE)) && /[})]\s*$/.test(text.slice(-ABOVE)));

export const citationKinds: readonly CaptureKind[] = [
  textKind(
    'ris',
    'a citation (RIS)',
    (text) => /^TY {1,2}- ?\S/.test(text) || RIS.test(text.slice(0, ABOVE)),
    FACTS,
  ),
  textKind('bibtex', 'a citation (BibTeX)', isBibtex, FACTS),
  textKind(
    'citation',
    'a citation (EndNote, PubMed or Web of Science)',
    (text) =>
      /^%[A-Z0-9@] \S[^\n]*\n%[A-Z0-9@] /.test(text) ||
      /^PMID ?- ?\d/.test(text) ||
      /^=LDR {2}\d/.test(text) ||
      /^(?:FN [^\n]*\n\s*)?(?:VR [^\n]*\n\s*)?PT [A-Z]\r?\n[A-Z][A-Z0-9] /.test(text),
    ADVICE,
  ),
];
