/**
 * Annotations of the W3C model as JSON-LD: one, a page, a collection, a list or a graph of them.
 * https://www.w3.org/TR/annotation-model/
 */
import { z } from 'zod';
import { dayOf, Malformed, shown, type Foreign, type GivenFile, type ReadFile } from './foreign.ts';
import type { ExchangeFormat, Shared } from './format.ts';
import { checkedJson, isObject, listOf, pathInWords, readJson } from './json.ts';
import { fieldOf, labelOf, readLines } from './labels.ts';
import { Selector, stretchOf } from './selectors.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const REMEDY =
  'The model is told at https://www.w3.org/TR/annotation-model/; export the annotation again, or mend it there.';

const Iri = z.string().min(1);
const Agent = z.union([
  Iri,
  z.looseObject({
    id: Iri.optional(),
    name: z.union([z.string(), z.array(z.string())]).optional(),
    nickname: z.union([z.string(), z.array(z.string())]).optional(),
  }),
]);
const Resource = z.looseObject({ id: Iri.optional(), name: z.string().optional() });
const Body = z.union([
  Iri,
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    value: z.string().optional(),
    purpose: z.union([z.string(), z.array(z.string())]).optional(),
    source: z.union([Iri, Resource]).optional(),
  }),
]);
const Target = z.union([
  Iri,
  z.looseObject({
    id: Iri.optional(),
    source: z.union([Iri, Resource]).optional(),
    scope: z.union([Iri, Resource]).optional(),
    selector: z.union([z.array(Selector), Selector]).optional(),
  }),
]);
const listed = <Item extends z.ZodType>(item: Item) => z.union([z.array(item), item]);
const Annotation = z.looseObject({
  id: Iri.optional(),
  type: listed(z.string()),
  motivation: listed(z.string()).optional(),
  creator: listed(Agent).optional(),
  created: z.string().optional(),
  modified: z.string().optional(),
  body: listed(Body).optional(),
  bodyValue: z.string().optional(),
  target: listed(Target),
});
type Annotation = z.infer<typeof Annotation>;
type Body = z.infer<typeof Body>;

const typesOf = (value: Record<string, unknown>): readonly unknown[] =>
  listOf(value.type ?? value['@type']);
const isOf = (value: unknown, name: string): boolean =>
  isObject(value) &&
  typesOf(value).some((one) => typeof one === 'string' && one.replace(/^.*[:#/]/, '') === name);

/** Keys as the model's context has them, where a program wrote JSON-LD's own. */
const plainKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plainKeys);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key.replace(/^@(id|type)$/, '$1').replace(/^oa:/, ''),
      plainKeys(one),
    ]),
  );
};

interface Place {
  value: unknown;
  path: (string | number)[];
}

/** Every annotation in a value, with the way to it; containers that only point elsewhere are a fault. */
function annotationsIn(file: GivenFile, { value, path }: Place): Place[] {
  const within = (key: string | number, one: unknown): Place[] =>
    annotationsIn(file, { value: one, path: [...path, key] });
  if (Array.isArray(value)) return value.flatMap((one, i) => within(i, one));
  if (!isObject(value)) return [{ value, path }];
  if (Array.isArray(value['@graph'])) return within('@graph', value['@graph']);
  if (isOf(value, 'AnnotationCollection')) {
    if (isObject(value.first)) return within('first', value.first);
    throw new Malformed([
      {
        path: file.path,
        place: pathInWords([...path, 'first']) || null,
        found: shown(value.first),
        expected: 'the first page of the collection itself',
        remedy: 'The annotations stand at other addresses: give the files of the pages.',
      },
    ]);
  }
  if (isOf(value, 'AnnotationPage')) return within('items', value.items ?? []);
  return [{ value, path }];
}

const nameOf = (value: unknown): string | null => {
  const [one] = listOf(value);
  if (typeof one === 'string') return /^(?:https?:|acct:|mailto:|urn:|#)/i.test(one) ? null : one;
  if (!isObject(one)) return null;
  const [name] = listOf(one.name ?? one.nickname);
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null;
};

const addressOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return isObject(value) && typeof value.id === 'string' ? [value.id] : [];
};

interface Said {
  says: [string, string][];
  text: string[];
  tags: string[];
}

/** What the bodies say: tags, whoever is identified, lines with labels, and the rest. */
function bodiesOf(annotation: Annotation): Said {
  const said: Said = { says: [], text: [], tags: [] };
  const bodies: readonly Body[] = [
    ...listOf<Body>(annotation.body),
    ...(annotation.bodyValue === undefined ? [] : [{ value: annotation.bodyValue }]),
  ];
  for (const body of bodies)
    if (typeof body === 'string') said.text.push(body);
    else bodyInto(said, body, listOf(body.purpose ?? annotation.motivation));
  return said;
}

function bodyInto(said: Said, body: Exclude<Body, string>, purposes: readonly string[]): void {
  const purpose = purposes[0] ?? '';
  const [address = ''] = addressOf(body.source);
  const [, room = '', id = ''] = /\/(speakers|topics)\/([a-z0-9-]+)\/?$/.exec(address) ?? [];
  if (room === 'speakers' && purpose === 'identifying') {
    said.says.push([labelOf('speakerId'), id]);
    const name = isObject(body.source) ? nameOf(body.source) : null;
    if (name !== null) said.says.push([labelOf('speaker'), name]);
  } else if (room === 'topics' && purpose === 'classifying') said.tags.push(id);
  else if (body.value !== undefined) valueInto(said, body.value, purpose);
  else if (address !== '') said.text.push(address);
}

function valueInto(said: Said, value: string, purpose: string): void {
  if (purpose === 'tagging') tagInto(said, value);
  // Who is identified, in a word; what is said of words has lines with labels.
  else if (purpose === 'identifying' && !/[:\n]/.test(value))
    said.says.push([labelOf('speaker'), value]);
  else {
    const { says, rest } = readLines(value);
    said.says.push(...says);
    if (rest !== '') said.text.push(rest);
  }
}

/** A tag may be a label and a value: `speaker: Mara Obi`. */
function tagInto(said: Said, tag: string): void {
  const [, label = '', value = ''] = /^([^:]{2,24}):\s*(\S.*)$/.exec(tag) ?? [];
  if (label !== '' && fieldOf(label) !== null) said.says.push([label, value.trim()]);
  else said.tags.push(tag);
}

function readOne(annotation: Annotation, at: string): Foreign | string {
  const targets = listOf(annotation.target);
  const objects = targets.filter(isObject);
  const stretches = objects.flatMap(({ selector }) => stretchOf(selector) ?? []);
  if (stretches.length === 0) return `${at}: on a whole resource, not on words`;
  const said = bodiesOf(annotation);
  return {
    at,
    id: annotation.id ?? null,
    about: {
      addresses: [
        ...new Set(
          objects.flatMap(({ source, scope }) => [...addressOf(source), ...addressOf(scope)]),
        ),
      ],
      text: null,
      name: null,
    },
    stretches,
    isClaim: listOf(annotation.motivation).includes('identifying'),
    ...said,
    by: nameOf(annotation.creator),
    on: dayOf(annotation.modified) ?? dayOf(annotation.created),
    relations: [],
  };
}

/** Relations: annotations that link one to another, by the addresses of claims or by ids in the file. */
function linksOf(annotation: Annotation): { from: string; to: string; kind: string } | null {
  if (!listOf(annotation.motivation).includes('linking')) return null;
  const idsIn = (list: readonly unknown[]) =>
    list.flatMap((one) => {
      const [id] = isObject(one) ? [...addressOf(one.source), ...addressOf(one)] : addressOf(one);
      return id === undefined ? [] : [id];
    });
  const targets = idsIn(listOf(annotation.target));
  const [from, to] = [...targets, ...idsIn(listOf(annotation.body).filter(isObject))];
  const kind = listOf(annotation.body)
    .filter(isObject)
    .map((body) => (body as { value?: unknown }).value)
    .find((value) => typeof value === 'string');
  return from && to && typeof kind === 'string'
    ? { from, to, kind: kind.split(/[ (:]/)[0] ?? kind }
    : null;
}

export const webAnnotation: ExchangeFormat = {
  id: 'web-annotation',
  name: 'W3C Web Annotation',
  recognises(file) {
    if (!/^\s*[[{]/.test(file.text)) return false;
    try {
      const [first] = listOf(readJson(file));
      return (
        isObject(first) &&
        (['Annotation', 'AnnotationPage', 'AnnotationCollection'].some((name) =>
          isOf(first, name),
        ) ||
          listOf(first['@context']).includes(CONTEXT))
      );
    } catch {
      return file.text.includes(CONTEXT);
    }
  },
  read(file): ReadFile {
    const places = annotationsIn(file, { value: readJson(file), path: [] });
    const annotations: Foreign[] = [];
    const passedOver: string[] = [];
    const faults: Malformed[] = [];
    const links: { from: string; to: string; kind: string }[] = [];
    for (const { value, path } of places) {
      const at = pathInWords(path) || 'the annotation';
      try {
        const annotation = checkedJson(file, Annotation, plainKeys(value), REMEDY, path);
        const link = linksOf(annotation);
        if (link) links.push(link);
        const one = link ? `${at}: a link between annotations` : readOne(annotation, at);
        if (typeof one !== 'string') annotations.push(one);
        else if (!link) passedOver.push(one);
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        faults.push(error);
      }
    }
    if (faults.length > 0) throw new Malformed(faults.flatMap((one) => one.faults));
    return { annotations: annotations.map((one) => linked(one, links)), passedOver };
  },
  write: (shared) => [
    {
      path: 'annotations.json',
      text: `${JSON.stringify(
        { '@context': CONTEXT, type: 'AnnotationPage', items: shared.flatMap(asAnnotations) },
        null,
        1,
      )}\n`,
    },
  ],
};

const linked = (
  one: Foreign,
  links: readonly { from: string; to: string; kind: string }[],
): Foreign => ({
  ...one,
  relations: links.flatMap(({ from, to, kind }) => (from === one.id ? [{ kind, to }] : [])),
});

const urn = (claim: string): string => `urn:verbatim:claim:${claim}`;

function asAnnotations(one: Shared): object[] {
  const { speaker, lines, note, tags, by, on, stretches } = one;
  const targets = stretches.map(({ exact, prefix, suffix, points }) => ({
    type: 'SpecificResource',
    source: { id: one.source, type: 'Text', format: 'text/plain', language: one.language },
    scope: one.page,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', ...points },
    ],
  }));
  const textual = (purpose: string, value: string) => ({
    type: 'TextualBody',
    purpose,
    format: 'text/plain',
    value,
  });
  return [
    {
      id: urn(one.id),
      type: 'Annotation',
      motivation: 'identifying',
      ...(by && { creator: { type: 'Person', name: by } }),
      ...(on && { created: `${on}T00:00:00Z` }),
      body: [
        ...(speaker
          ? [
              {
                type: 'SpecificResource',
                purpose: 'identifying',
                source: { id: speaker.address, name: speaker.name },
              },
            ]
          : []),
        textual('describing', lines.map(([label, value]) => `${label}: ${value}`).join('\n')),
        ...(note ? [textual('commenting', note)] : []),
        ...tags.map((tag) => textual('tagging', tag)),
      ],
      target: targets.length === 1 ? targets[0] : targets,
    },
    ...one.relations.map(({ kind, to }) => ({
      id: `${urn(one.id)}:${kind}:${to}`,
      type: 'Annotation',
      motivation: 'linking',
      body: [textual('tagging', kind)],
      target: [{ id: urn(one.id) }, { id: urn(to) }],
    })),
  ];
}
