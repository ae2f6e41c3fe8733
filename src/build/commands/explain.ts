/**
 * `npm run explain -- <article>`: what each stage found in one article, and why, in words.
 * `npm run explain -- --rules`: every rule by which claims are found, with an example and its precision.
 */
import { languageInWords } from '../../model/language-names.ts';
import { LANGUAGES } from '../../languages/index.ts';
import { codePoints } from '../../text/offsets.ts';
import { placesIn } from '../../intake/read.ts';
import { wordsForEdtf } from '../../model/dates.ts';
import { nearest } from '../../intake/cards/read.ts';
import { readContent, root } from '../archive-files/content.ts';
import { describe } from '../terminal/errors.ts';
import { settle } from '../putting-in-place/put-in-place.ts';
import { runPipeline } from '../archive-files/records.ts';
import { enter } from '../settings.ts';

/** Prints what each stage found in the article that the arguments name. */
export function explain(args: readonly string[]): void {
  enter();
  const [id, ...rest] = args;
  if (id === '--rules' && rest.length === 0) {
    console.log(LANGUAGES.map((language) => language.rulesInWords()).join('\n\n'));
    return;
  }
  settle(root);
  const content = attempt(readContent);
  /** What a step gives; where it cannot be done, that is said and the command ends. */
  function attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      console.error(describe(error));
      process.exit(1);
    }
  }
  const known = content.sources.map(({ article }) => article);
  if (!id || rest.length > 0 || !known.includes(id)) {
    const guess = id ? nearest(id, known) : null;
    console.error(
      `${id ? `There is no article \`${id}\`.` : 'Name one article: `npm run explain -- <article>`.'}${guess ? ` Did you mean \`${guess}\`?` : ''}\nThe archive holds: ${known.join(', ')}`,
    );
    process.exit(1);
  }

  const { archive, report } = attempt(() => runPipeline(content));
  const { drafts, articles } = archive;
  const draft = drafts.find((candidate) => candidate.id === id);
  const article = articles.find((candidate) => candidate.id === id);
  if (!draft || !article) {
    console.error(`${report}\n\`${id}\` cannot be read.`);
    process.exit(1);
  }

  const { raw, clean, found, identities } = draft;
  const points = codePoints(raw.text);
  const place = placesIn(raw.text);
  const line = (offset: number) => place(offset).line;
  const cut = (words: string, most = 100) =>
    words.length > most ? `${words.slice(0, most - 1)}…` : words;
  const heading = (words: string) => console.log(`\n${words}\n${'-'.repeat(words.length)}`);

  console.log(
    `${article.title}\n${id}, version ${article.source.version}, ${raw.bytes} bytes, ${points.length} characters, read as ${raw.format.name}`,
  );

  heading('What the head and tail say');
  const facts: [string, string][] = [
    [
      'title',
      `${article.title}${article.titleBasis === 'stated' ? '' : ` (${article.titleBasis})`}`,
    ],
    ['dek', article.dek ?? 'none'],
    [
      'byline',
      article.byline
        .map(
          ({ name, role, speaker }) => `${name} (${role}${speaker ? `, speaker ${speaker}` : ''})`,
        )
        .join('; ') || 'none',
    ],
    ['outlet', article.outlet ? `${article.outlet.name} (${article.outletBasis})` : 'unknown'],
    [
      'published',
      article.published.edtf
        ? `${wordsForEdtf(article.published.edtf)} (${article.published.basis}: ${article.published.note})`
        : 'unknown',
    ],
    ['kind', `${article.kind}, ${article.form}`],
    ['language', `${languageInWords(article.language)} (${draft.language.basis})`],
    ['undone', raw.undone.join(', then ') || 'nothing'],
    [
      'sections',
      article.sections.map(({ name, values }) => `${name}: ${values.join(', ')}`).join('; ') ||
        'none',
    ],
    [
      'rights',
      article.rights.holder ??
        (article.rights.statements.length > 0
          ? `${article.rights.statements.length} statements`
          : 'not stated'),
    ],
  ];
  for (const [name, value] of facts) console.log(`${name.padEnd(10)} ${value}`);

  heading('Blocks');
  for (const block of article.blocks) {
    const note = block.rule
      ? ` [${block.rule}: ${block.why}]`
      : block.turn
        ? ` [turn ${block.turn}]`
        : '';
    console.log(
      `line ${String(line(block.source.start)).padStart(4)}  ${block.role.padEnd(11)} ${cut(clean.text.slice(block.start, block.end), 80)}${note}`,
    );
  }

  heading('Who and what is named');
  found.entities.forEach((entity, i) => {
    const identity = identities[i]!;
    const who =
      'id' in identity
        ? `${identity.id}${identity.carded ? '' : ' (no card)'}`
        : `open: ${identity.candidates.map((c) => c.id).join(' or ')}`;
    console.log(
      `${entity.name} (${entity.kind}${entity.role ? `, ${entity.role}` : ''}) → ${who}; ${entity.mentions.length} mentions`,
    );
  });

  heading('Claims');
  for (const claim of article.claims) {
    const [first] = claim.parts;
    console.log(
      `\n${claim.number}. ${claim.id}  ${claim.type}, line ${line(first!.start)}, characters ${claim.parts.map(({ start, end }) => `${points.at(start)} to ${points.at(end)}`).join(' and ')}${claim.within ? `, within ${claim.within}` : ''}`,
    );
    console.log(`   “${claim.text}”`);
    const { speaker } = claim;
    console.log(
      `   speaker: ${speaker ? `${speaker.name} (${speaker.basis}${speaker.mention ? `, printed “${speaker.mention.exact}”` : ''})` : claim.candidates.length > 0 ? `open between ${claim.candidates.map((c) => c.name).join(' and ')}` : 'nobody is named'}${claim.via.length > 0 ? `, via ${claim.via.map((v) => v.name).join(', then ')}` : ''}`,
    );
    console.log(
      `   cue: ${claim.cue ? `“${claim.cue.exact}” (${claim.cueKind}${claim.polarity === 'positive' ? '' : `, ${claim.polarity}`})` : 'none'}; said: ${claim.said?.edtf ? `${wordsForEdtf(claim.said.edtf)} (${claim.said.basis}: ${claim.said.note})` : 'unknown'}`,
    );
    console.log(
      `   why: ${[`rule ${claim.rule}`, ...claim.reasons].join('; ')}; confidence ${claim.confidence.toFixed(2)}; review ${claim.review}${claim.reviewNote ? ` (${claim.reviewNote})` : ''}`,
    );
  }

  if (draft.possible.length > 0) {
    heading('Possible claims, not sure enough to be published');
    console.log(
      'An entry under `claims:` in the card, with the words and `confirm: true`, publishes one.',
    );
    for (const { text, speaker, rule, confidence } of draft.possible)
      console.log(
        `\n“${text}”\n   speaker: ${speaker?.name ?? 'nobody is named'}; rule ${rule}; confidence ${confidence.toFixed(2)}`,
      );
  }

  if (draft.file.messages.length > 0) {
    heading('What the stages were unsure of');
    for (const message of draft.file.messages)
      console.log(
        `${message.line ?? ''}${message.line ? ':' : ''}${message.column ?? ''} ${message.reason}\n${String(message.note ?? '').replace(/^/gm, '    ')}`,
      );
  }
}
