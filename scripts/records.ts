/** `npm run records`: only the records, with every message. */
import { readContent, recordsFolder, root } from './lib/content.ts';
import { explained, Refusal } from './lib/errors.ts';
import { settle } from './lib/publish.ts';
import { runPipeline, writeRecords } from './lib/records.ts';
import { archiveSettings } from './lib/settings.ts';

try {
  archiveSettings();
  settle(root);
  const result = runPipeline(readContent());
  const { archive, errors, warnings, report } = result;
  if (report) console.error(report);
  if (errors > 0) {
    console.error(
      `\n${errors} ${errors === 1 ? 'error' : 'errors'}: no records were written; those from before are untouched.`,
    );
    process.exitCode = 1;
  } else {
    writeRecords(result, recordsFolder);
    const claims = archive.articles.reduce((sum, article) => sum + article.claims.length, 0);
    console.log(
      `${archive.articles.length} articles, ${claims} claims, ${archive.speakers.length} speakers, ${warnings} warnings`,
    );
  }
} catch (error) {
  const said = explained(error, root);
  console.error(said instanceof Refusal ? said.message : said);
  process.exitCode = 1;
}
