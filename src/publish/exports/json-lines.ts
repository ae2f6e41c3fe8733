/** `data/*.jsonl`: one record a line. */
import type { VersionRow } from '../../ledger/schema.ts';
import { dataPath } from '../../model/urls.ts';
import type { Exporter } from './exporter.ts';
import { outletLine, speakerLine, tombstoneLine, topicLine, versionLine } from './lines.ts';

export const jsonLines: Exporter = {
  name: 'json-lines',
  begin({ root, speakers, outlets, topics, addresses, versions }, files) {
    const claimsBySpeaker = new Map<string, string[]>();
    const articlesByOutlet = new Map<string, string[]>();
    const ids = new Set<string>();
    const captured: { rows: readonly VersionRow[]; formerly: readonly string[] }[] = [];
    const list = (name: string, records: readonly object[]) =>
      files.append(
        dataPath(`${name}.jsonl`),
        records.map((record) => `${JSON.stringify(record)}\n`).join(''),
      );
    list('articles', []);
    list('claims', []);
    return {
      article(one) {
        const { article } = one;
        files.grow(article.id, one.digest, () => {
          list('articles', [one.line]);
          const lines = one.claimsJson.map((json) => `${json}\n`);
          files.append(dataPath('claims.jsonl'), lines.join(''));
        });
        for (const { id, speaker } of article.claims)
          if (speaker) push(claimsBySpeaker, speaker.id, id);
        if (article.outlet) push(articlesByOutlet, article.outlet.id, article.id);
        ids.add(article.id);
        captured.push({ rows: versions(article), formerly: article.formerly });
      },
      end() {
        list(
          'speakers',
          speakers.map((one) => speakerLine(one, claimsBySpeaker.get(one.id) ?? [], root)),
        );
        list(
          'outlets',
          outlets.map((one) => outletLine(one, articlesByOutlet.get(one.id) ?? [], root)),
        );
        list(
          'topics',
          topics.map((topic) => topicLine(topic, root)),
        );
        list(
          'tombstones',
          addresses.map((address) => tombstoneLine(address, root)),
        );
        list('versions', []);
        for (const { rows, formerly } of captured) {
          const also = formerly.filter((old) => !ids.has(old));
          list(
            'versions',
            rows.map((row) => versionLine(row, also, root)),
          );
        }
      },
    };
  },
};

function push(groups: Map<string, string[]>, key: string, id: string) {
  const group = groups.get(key);
  if (group) group.push(id);
  else groups.set(key, [id]);
}
