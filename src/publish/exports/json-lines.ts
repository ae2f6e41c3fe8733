/** `data/*.jsonl`: one record a line. */
import { dataPath } from '../../model/urls.ts';
import type { Exporter } from './exporter.ts';
import {
  articleLine,
  articlesByOutlet,
  claimLines,
  claimsBySpeaker,
  outletLine,
  speakerLine,
  tombstoneLine,
  topicLine,
  versionLine,
} from './lines.ts';

const line = (record: object) => `${JSON.stringify(record)}\n`;

function* map<A, B>(items: Iterable<A>, turn: (item: A) => B): Iterable<B> {
  for (const item of items) yield turn(item);
}

export const jsonLines: Exporter = {
  name: 'json-lines',
  *files({ root, articles, speakers, outlets, topics, addresses, source, versions }) {
    yield {
      path: dataPath('articles.jsonl'),
      chunks: map(articles, (article) => line(articleLine(article, source(article), root))),
    };
    yield {
      path: dataPath('claims.jsonl'),
      chunks: map(articles, (article) =>
        claimLines(article, source(article), root).map(line).join(''),
      ),
    };
    const claims = claimsBySpeaker(articles);
    yield {
      path: dataPath('speakers.jsonl'),
      chunks: map(speakers, (speaker) =>
        line(speakerLine(speaker, claims.get(speaker.id) ?? [], root)),
      ),
    };
    const published = articlesByOutlet(articles);
    yield {
      path: dataPath('outlets.jsonl'),
      chunks: map(outlets, (outlet) =>
        line(outletLine(outlet, published.get(outlet.id) ?? [], root)),
      ),
    };
    yield {
      path: dataPath('topics.jsonl'),
      chunks: map(topics, (topic) => line(topicLine(topic, root))),
    };
    yield {
      path: dataPath('tombstones.jsonl'),
      chunks: map(addresses, (address) => line(tombstoneLine(address, root))),
    };
    const ids = new Set([...map(articles, ({ id }) => id)]);
    yield {
      path: dataPath('versions.jsonl'),
      chunks: map(articles, (article) => {
        const also = article.formerly.filter((old) => !ids.has(old));
        return versions(article)
          .map((row) => line(versionLine(row, also, root)))
          .join('');
      }),
    };
  },
};
