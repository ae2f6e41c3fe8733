/** Tables of what claims are filed under: articles, speakers, outlets, topics. */
import type { OutletRecord, SpeakerRecord, TopicRecord } from '../../../model/records.ts';
import type { PublicArticle } from '../schema.ts';
import { date, integer, list, string, table } from './columns.ts';

export const articles = table<PublicArticle>(
  'articles',
  'Articles, a row an article',
  [
    string('id', 'Article id', ({ id }) => id),
    string('title', 'Title', ({ title }) => title),
    string('dek', 'The line under the title', ({ dek }) => dek),
    string('byline', 'Names as signed, parted by “; ”', ({ byline }) =>
      list(byline.map(({ name }) => name)),
    ),
    string('outlet', 'Who published it', ({ outlet }) => outlet?.name ?? null),
    string('outlet_id', 'Outlet id', ({ outlet }) => outlet?.id ?? null),
    string('published', 'When it was published, EDTF', ({ published }) => published.edtf),
    date('published_from', 'The earliest day', ({ published }) => published.from),
    date('published_to', 'The latest day', ({ published }) => published.to),
    string('published_basis', 'stated, inferred or unknown', ({ published }) => published.basis),
    string('captured', 'When it was captured, EDTF', ({ captured }) => captured?.edtf ?? null),
    string(
      'kind',
      'report, interview, opinion, transcript, statement or other',
      ({ kind }) => kind,
    ),
    string('form', 'dialogue or narrative', ({ form }) => form),
    string('language', 'BCP 47', ({ language }) => language),
    integer('claims', 'Number of claims', ({ claims }) => claims.length),
    string('original', 'The publisher’s own page', ({ original }) => original),
    string('archived', 'A copy of that page in a web archive', ({ archived }) => archived ?? null),
    string('rights_holder', 'As the text or its card states it', ({ rights }) => rights.holder),
    string('sha256', 'Of the source, byte for byte', ({ sha256 }) => sha256),
    integer('bytes', 'Length of the source', ({ bytes }) => bytes),
    integer('characters', 'The same in Unicode code points', ({ characters }) => characters),
    string('url', 'The article’s page', ({ url }) => url),
    string('source', 'The source, byte for byte', ({ source }) => source),
  ],
  { key: ['id'], refers: { outlet_id: 'outlets' } },
);

/** A record with its address, and how many claims or articles are filed under it. */
export interface Filed<Record> {
  record: Record;
  url: string;
  count: number;
}

export const speakers = table<Filed<SpeakerRecord>>(
  'speakers',
  'Speakers, a row a speaker',
  [
    string('id', 'Speaker id', ({ record }) => record.id),
    string('name', 'Name', ({ record }) => record.name),
    string(
      'kind',
      'person, organisation, group, unnamed, document or place',
      ({ record }) => record.kind,
    ),
    string('sort_name', 'How the name is filed in lists', ({ record }) => record.sortName),
    string('aliases', 'Other spellings, parted by “; ”', ({ record }) => list(record.aliases)),
    string('same_as', 'Addresses in other registers, parted by “; ”', ({ record }) =>
      list(record.sameAs),
    ),
    string('note', 'The curator’s', ({ record }) => record.note),
    integer('claims', 'Number of claims', ({ count }) => count),
    string('url', 'The speaker’s page', ({ url }) => url),
  ],
  { key: ['id'] },
);

export const outlets = table<Filed<OutletRecord>>(
  'outlets',
  'Outlets, a row an outlet',
  [
    string('id', 'Outlet id', ({ record }) => record.id),
    string('name', 'Name', ({ record }) => record.name),
    string('homepage', 'Its own address', ({ record }) => record.url),
    string('note', 'The curator’s', ({ record }) => record.note),
    integer('articles', 'Number of articles', ({ count }) => count),
    string('url', 'The outlet’s page', ({ url }) => url),
  ],
  { key: ['id'] },
);

export const topics = table<Filed<TopicRecord>>(
  'topics',
  'Questions that several claims answer, a row a question',
  [
    string('id', 'Topic id', ({ record }) => record.id),
    string('question', 'The question', ({ record }) => record.question),
    string('curator', 'Who judges the stances', ({ record }) => record.curator),
    integer('claims', 'Number of claims', ({ count }) => count),
    string('url', 'The topic’s page', ({ url }) => url),
  ],
  { key: ['id'] },
);

type AnswerRow = { topic: string; number: number } & TopicRecord['answers'][number];
export const answers = table<AnswerRow>(
  'answers',
  'What claims hold on a question, a row an answer',
  [
    string('topic', 'Topic id', ({ topic }) => topic),
    integer('number', 'Place among the topic’s answers, from 1', ({ number }) => number),
    string('claim', 'Claim id', ({ claim }) => claim),
    string(
      'stance',
      'The named curator’s reading of the words, never of their truth',
      ({ stance }) => stance,
    ),
    string('note', 'The curator’s', ({ note }) => note),
  ],
  { key: ['topic', 'number'], refers: { topic: 'topics', claim: 'claims' } },
);
export const answerRows = ({ id, answers: all }: TopicRecord): AnswerRow[] =>
  all.map((answer, i) => ({ topic: id, number: i + 1, ...answer }));
