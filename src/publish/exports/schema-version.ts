/** How the form of the data files has grown. Fields and values are added; what is there keeps its meaning. */

/** A field that was added, or that holds more than before. */
export interface AddedField {
  /** Of which record, as its schema is called. */
  record: string;
  field: string;
  /** What it says, as half a sentence. */
  says: string;
}

/** One growth of the form of `/data/`. */
export interface SchemaChange {
  /** Counts up by one. */
  version: number;
  /** The day, `YYYY-MM-DD`. */
  date: string;
  added: readonly AddedField[];
  /** What else is new, in whole sentences: files, and where things stand. */
  notes?: readonly string[];
}

/** The newest first. Whoever adds a field to a schema of this folder adds a change here; a test compares. */
export const SCHEMA_CHANGES: readonly SchemaChange[] = [
  {
    version: 5,
    date: '2026-11-29',
    added: [
      {
        record: 'claim',
        field: 'reviewedBy',
        says: 'who confirmed, changed or added it, where the card of the article says so',
      },
      { record: 'claim', field: 'reviewedOn', says: 'the day on which that was done' },
      {
        record: 'article',
        field: 'rejected',
        says: 'words that were found and that a person says are nobody’s claim, with who and when',
      },
      {
        record: 'claim',
        field: 'wordsConfidence',
        says: 'how often words found like these are somebody’s',
      },
      {
        record: 'claim',
        field: 'speakerConfidence',
        says: 'how often it is this speaker, and not only this mention, whose words they are',
      },
    ],
    notes: [
      'Articles, parts, speakers, outlets, topics, answers, relations and who passed claims on are tables too (CSV).',
      'All tables are there as Parquet, with types, and together in archive.sqlite.',
      'Parts have their place in bytes, in the table parts.',
      'claims.csv has how sure words and speaker are, and the page and time of the capture at which a claim begins, in its last columns.',
      'What is undone for reading may also be letters for which marks were misread: macintosh-marks, windows-marks, dos-marks.',
      'A speaker that is not sure enough is open, and stands among the candidates.',
      'Feeds of the archive, of speakers, outlets and topics are there as JSON Feed too; croissant.json and, beside the first page, ro-crate-metadata.json describe the data files.',
      'Annotations have targets on the article’s page too, whose offsets count the text of its body without scripts, and on the publisher’s page where its address is known; each target names its source. A state of time stands where its day is known.',
    ],
  },
  {
    version: 4,
    date: '2026-11-28',
    added: [
      {
        record: 'article',
        field: 'format',
        says: 'also `html`: the source is a saved web page',
      },
      {
        record: 'article',
        field: 'stated',
        says: 'everything that a saved page states of its article in places made for programs, and what is taken of it',
      },
      {
        record: 'article',
        field: 'capture',
        says: 'the file that the source was taken from, with its own digest, where it is no text',
      },
      {
        record: 'article',
        field: 'archived',
        says: 'the address of a copy of the publisher’s page in a web archive',
      },
      {
        record: 'article',
        field: 'copies',
        says: 'other articles of the archive that are copies of this one',
      },
      {
        record: 'claim',
        field: 'page',
        says: 'the page on which its words begin, where the source parts its pages',
      },
      {
        record: 'claim',
        field: 'time',
        says: 'when its words were spoken, where the source notes times',
      },
      { record: 'version', field: 'capture', says: 'as of an article, for each version' },
    ],
    notes: [
      'claims.csv has the earliest and the latest day of both dates as whole days, in its last columns; and only what a spreadsheet would run as a formula begins with an apostrophe.',
      'A claim is cited as words from its article: authors, title and outlet are those of the article, and its note has the words and whose they are.',
    ],
  },
  {
    version: 3,
    date: '2026-11-28',
    added: [],
    notes: [
      'Files beside each claim are written where the archive’s site card asks for them. Elsewhere a claim’s record is its place in the article.json of its article, its annotation an item of the annotations.json there, and its page holds its citations.',
      'The id of an annotation is the address of the claim’s anno.json where there is one, else that of the article’s annotations.json with the claim’s id as its fragment.',
      'article.json and annotations.json have a line for each claim or item; their values are the same.',
      'changes.json holds this list.',
      'What is undone for reading may also be what stands between the words: `>` before lines, numbers of lines, running heads with the numbers of pages, hyphens at the ends of lines, and question marks where other marks were lost.',
    ],
  },
  {
    version: 2,
    date: '2026-11-28',
    added: [
      {
        record: 'article',
        field: 'titleBasis',
        says: 'whether the title is stated, from a card, or made of the name of the file',
      },
      {
        record: 'article',
        field: 'languageBasis',
        says: 'what tells the language; absent in archives written before',
      },
      {
        record: 'article',
        field: 'undone',
        says: 'what was undone for reading, such as character references',
      },
      {
        record: 'article',
        field: 'published',
        says: 'its EDTF may be of level 2, such as a season or a set of years',
      },
    ],
  },
  { version: 1, date: '2026-11-20', added: [] },
];

/** The form of what is written today. */
export const SCHEMA_VERSION: number = SCHEMA_CHANGES[0]?.version ?? 1;
