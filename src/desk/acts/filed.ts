/** Acts on what is filed: speakers, topics, places, outlets. */
import type { z } from 'zod';
import {
  ArticleCard,
  OutletCard,
  PlaceCard,
  SpeakerCard,
  TopicCard,
} from '../../intake/cards/schema.ts';
import { nameKey, slugOf } from '../../model/names.ts';
import { whyNoDate } from '../../model/edtf/index.ts';
import type { Room } from '../api.ts';
import type { CardParts } from './card-text.ts';
import { linkOf } from './links.ts';
import { articlePath, refuse, speakerPath, type ActNamed, type Plan } from './plan.ts';
import { setSpeaker } from './claims.ts';

const SCHEMAS: Readonly<Record<Room, z.ZodType>> = {
  speakers: SpeakerCard,
  topics: TopicCard,
  places: PlaceCard,
  outlets: OutletCard,
};
const ONE: Readonly<Record<Room, string>> = {
  speakers: 'speaker',
  topics: 'topic',
  places: 'place',
  outlets: 'outlet',
};

type Data = CardParts['data'];
type Speaker = ReturnType<typeof SpeakerCard.parse>;
type Alias = NonNullable<Speaker['aliases']>[number];

const pathOf = (room: Room, id: string) => `content/${room}/${id}.md`;
const nameIn = (room: Room) => (room === 'topics' ? 'question' : 'name');
const listIn = (data: Data, key: string): readonly unknown[] =>
  Array.isArray(data[key]) ? (data[key] as unknown[]) : [];
const some = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined;

/** The card of what is filed under an id; written where there is none. */
function cardOf(plan: Plan, room: Room, id: string, field: string): string {
  const path = pathOf(room, id);
  if (plan.text(path) !== null) return path;
  if (room === 'speakers') {
    plan.speaker(id, field);
    return path;
  }
  const record =
    room === 'outlets' ? plan.known.archive.outlets.find((one) => one.id === id) : null;
  if (!record) return refuse(`There is no ${ONE[room]} ${id} in the archive.`, { field });
  plan.edit(path, OutletCard, () => ({ data: { name: record.name }, body: '' }));
  return path;
}

/** Every name of a card, folded. */
const namesOf = (data: Data): Set<string> =>
  new Set(
    [data.name, ...listIn(data, 'aliases')].flatMap((one) => {
      const name = typeof one === 'object' && one !== null ? (one as { name?: unknown }).name : one;
      return typeof name === 'string' ? [nameKey(name)] : [];
    }),
  );

export function merge(plan: Plan, { room, from, into }: ActNamed<'merge'>): void {
  if (from === into) refuse(`A ${ONE[room]} cannot be merged with itself.`, { field: 'into' });
  const target = cardOf(plan, room, into, 'into');
  const source = plan.card(cardOf(plan, room, from, 'from'));
  plan.edit(target, SCHEMAS[room], ({ data, body }) => ({
    data: united(room, data, source.data, from),
    body: [body.trim(), source.body.trim()].filter(Boolean).join('\n\n'),
  }));
  plan.write(pathOf(room, from), null);
  refer(plan, room, from, into);
}

/** A card with all that another one of the same kind holds. */
function united(room: Room, data: Data, other: Data, from: string): Data {
  const formerly = some([
    ...new Set([...listIn(data, 'formerly'), from, ...listIn(other, 'formerly')]),
  ]);
  if (room === 'topics') {
    const answers = listIn(data, 'answers') as { claim: string }[];
    const known = new Set(answers.map(({ claim }) => claim));
    const more = (listIn(other, 'answers') as { claim: string }[]).filter(
      ({ claim }) => !known.has(claim),
    );
    return { ...data, answers: [...answers, ...more], formerly };
  }
  const names = namesOf(data);
  const aliases = listIn(data, 'aliases');
  const more = aliasesOf(other).filter((alias) => {
    const key = nameKey(typeof alias === 'string' ? alias : alias.name);
    return !names.has(key) || (typeof alias !== 'string' && !aliases.includes(alias));
  });
  const joined = (key: string) =>
    some([
      ...new Map(
        [...listIn(data, key), ...listIn(other, key)].map((one) => [JSON.stringify(one), one]),
      ).values(),
    ]);
  return {
    ...data,
    aliases: some([...aliases, ...more]),
    ...(room === 'speakers' && { roles: joined('roles') }),
    ...(room !== 'outlets' && { sameAs: joined('sameAs') }),
    ...(room === 'outlets' && {
      url: data.url ?? other.url,
      speaker: data.speaker ?? other.speaker,
    }),
    formerly,
  };
}

/** The names of a card as aliases of another; one that holds in one article alone stays so. */
function aliasesOf(data: Data): Alias[] {
  const name = String(data.name);
  const { only } = data;
  return [
    typeof only === 'string' ? { name, article: only } : name,
    ...(listIn(data, 'aliases') as Alias[]),
  ];
}

export function rename(plan: Plan, { room, id, name }: ActNamed<'rename'>): void {
  const words = name.trim();
  const path = cardOf(plan, room, id, 'id');
  const key = nameIn(room);
  const before = plan.card(path);
  const old = String(before.data[key]);
  if (old === words) return;
  const slug = slugOf(words);
  const isSameId = slug === id || slug === '';
  const next = isSameId ? id : plan.freeId(room, slug, 'name');
  plan.edit(path, SCHEMAS[room], ({ data, body }) => ({
    data: renamed(data, { key, old, words, room, former: isSameId ? null : id, next }),
    body,
  }));
  if (isSameId) return;
  plan.write(pathOf(room, next), plan.text(path));
  plan.write(path, null);
  plan.made.cards.push(pathOf(room, next));
  refer(plan, room, id, next);
}

/** A card under another name: texts go on to print the old one, and the old address leads here. */
function renamed(
  data: Data,
  to: { key: string; old: string; words: string; room: Room; former: string | null; next: string },
): Data {
  const { key, old, words, room, former, next } = to;
  const aliases = listIn(data, 'aliases') as Alias[];
  const kept = aliases.filter(
    (alias) => typeof alias !== 'string' || nameKey(alias) !== nameKey(words),
  );
  const asAlias = typeof data.only === 'string' ? { name: old, article: data.only } : old;
  const isSameName = nameKey(old) === nameKey(words);
  return {
    ...data,
    [key]: words,
    ...(typeof data.only === 'string' && { only: undefined }),
    ...(room !== 'topics' && {
      aliases: some(isSameName ? kept : [...kept, asAlias]),
    }),
    ...(former !== null && {
      formerly: some(
        [...new Set([...listIn(data, 'formerly'), former])].filter((one) => one !== next),
      ),
    }),
  };
}

/** All cards that name an id name another from then on. */
function refer(plan: Plan, room: Room, from: string, to: string): void {
  const { cards } = plan.known.begun.content;
  const swap = (value: unknown) => (value === from ? to : value);
  if (room === 'speakers') {
    for (const { id } of cards.articles)
      ifNamed(plan, articlePath(id), from, ArticleCard, (data) => speakerIn(data, swap));
    for (const { id } of cards.outlets)
      ifNamed(plan, pathOf('outlets', id), from, OutletCard, (data) => ({
        ...data,
        ...(data.speaker !== undefined && { speaker: swap(data.speaker) }),
      }));
  } else if (room === 'outlets')
    for (const { id } of cards.articles)
      ifNamed(plan, articlePath(id), from, ArticleCard, (data) => ({
        ...data,
        ...(data.outlet !== undefined && { outlet: swap(data.outlet) }),
      }));
}

/** Changes a card whose text holds an id. */
function ifNamed(
  plan: Plan,
  path: string,
  id: string,
  schema: z.ZodType,
  change: (data: Data) => Data,
): void {
  if (!plan.text(path)?.includes(id)) return;
  plan.edit(path, schema, ({ data, body }) => ({ data: change(data), body }));
}

/** An article's card with another speaker in the place of one: in claims, labels and byline. */
function speakerIn(data: Data, swap: (value: unknown) => unknown): Data {
  const mapped = (key: string, change: (one: Record<string, unknown>) => object) =>
    data[key] === undefined
      ? {}
      : { [key]: (listIn(data, key) as Record<string, unknown>[]).map(change) };
  return {
    ...data,
    ...mapped('claims', (entry) => ({
      ...entry,
      ...(entry.speaker !== undefined && { speaker: swap(entry.speaker) }),
      ...(Array.isArray(entry.via) && { via: [...new Set(entry.via.map(swap))] }),
    })),
    ...mapped('byline', (one) => ({
      ...one,
      ...(one.speaker !== undefined && { speaker: swap(one.speaker) }),
    })),
    ...(data.labels !== undefined && {
      labels: Object.fromEntries(
        Object.entries(data.labels as object).map(([label, one]) => [label, swap(one)]),
      ),
    }),
  };
}

export function splitByArticle(plan: Plan, act: ActNamed<'split-by-article'>): void {
  const { claims } = plan.article(act.article);
  const own = claims.filter(({ speaker }) => speaker?.id === act.speaker);
  if (own.length === 0)
    refuse(`No claim of this article is filed under ${act.speaker}.`, { field: 'speaker' });
  const into = plan.speaker(act.into, 'into');
  if (into === act.speaker)
    refuse('Choose another speaker: this is the one that the claims are filed under.', {
      field: 'into',
    });
  if (into !== null) {
    const name = plan.known.speakers.get(act.speaker)?.name;
    const printed = new Set([
      ...own.flatMap(({ speaker }) =>
        speaker?.mention && isName(speaker.basis) ? [speaker.mention.exact] : [],
      ),
      ...(name ? [name] : []),
    ]);
    for (const words of printed) aliasIn(plan, into, words, act.article);
  }
  setSpeaker(plan, {
    act: 'set-speaker',
    claims: own.map(({ id }) => id),
    speaker: into,
    why: act.why,
  });
}

/** Whether a mention is a name, and no "she". */
const isName = (basis: string) => basis === 'name' || basis === 'alias' || basis === 'label';

/** Gives a speaker a name that holds in one article. */
function aliasIn(plan: Plan, id: string, name: string, article: string): void {
  plan.edit(speakerPath(id), SpeakerCard, ({ data, body }) => {
    const aliases = listIn(data, 'aliases') as Alias[];
    const key = nameKey(name);
    const isKnown = aliases.some(
      (alias) =>
        typeof alias !== 'string' && alias.article === article && nameKey(alias.name) === key,
    );
    const isOwn =
      nameKey(String(data.name)) === key ||
      aliases.some((a) => typeof a === 'string' && nameKey(a) === key);
    return isKnown || isOwn
      ? { data, body }
      : { data: { ...data, aliases: [...aliases, { name, article }] }, body };
  });
}

export function aliasInArticle(plan: Plan, act: ActNamed<'alias-in-article'>): void {
  const article = plan.article(act.article);
  const printed = act.printed.trim().replace(/\s+/g, ' ');
  if (!article.text.includes(printed))
    refuse(`The words “${printed}” do not stand in the article.`, { field: 'printed' });
  const id = plan.speaker(act.speaker, 'speaker');
  if (id === null) return refuse('Choose whom the words mean.', { field: 'speaker' });
  aliasIn(plan, id, printed, act.article);
  // What the rules do not take up by the name alone is said of the claims themselves.
  const claims = article.claims.flatMap((claim) => {
    const mention = claim.speaker?.mention?.exact ?? '';
    return nameKey(mention) === nameKey(printed) && claim.speaker?.id !== id ? [claim.id] : [];
  });
  if (claims.length > 0)
    setSpeaker(plan, { act: 'set-speaker', claims, speaker: id, why: act.why });
}

type Typed = Pick<ActNamed<'edit-speaker'>, 'aliases' | 'roles' | 'sameAs'>;

export function editSpeaker(plan: Plan, act: ActNamed<'edit-speaker'>): void {
  const path = cardOf(plan, 'speakers', act.id, 'id');
  plan.edit(path, SpeakerCard, ({ data, body }) => ({
    data: {
      ...data,
      ...(act.kind && { kind: act.kind }),
      ...(act.aliases && { aliases: some(act.aliases) }),
      ...(act.roles && { roles: some(rolesOf(act.roles)) }),
      ...(act.sameAs && { sameAs: some(linksOf(act.sameAs)) }),
    },
    body: act.note ?? body,
  }));
}

const rolesOf = (roles: NonNullable<Typed['roles']>): object[] =>
  roles.map((role, i) => {
    const wrong = role.date === undefined ? null : whyNoDate(role.date);
    if (wrong !== null)
      refuse(
        `Unexpected date \`${role.date}\`, which is ${wrong}; expected a form such as 2021 or 2019/2023.`,
        {
          field: `roles.${i}.date`,
        },
      );
    return role;
  });

const linksOf = (typed: readonly string[]): string[] => [
  ...new Set(
    typed.map((one, i) => {
      const link = linkOf(one);
      return 'address' in link
        ? link.address
        : refuse(`Unexpected link: ${link.wrong}.`, { field: `sameAs.${i}` });
    }),
  ),
];

export function editPlace(plan: Plan, act: ActNamed<'edit-place'>): void {
  const path = cardOf(plan, 'places', act.id, 'id');
  plan.edit(path, PlaceCard, ({ data, body }) => ({
    data: {
      ...data,
      ...(act.aliases && { aliases: some(act.aliases) }),
      ...(act.sameAs && { sameAs: some(linksOf(act.sameAs)) }),
    },
    body: act.note ?? body,
  }));
}

export function editTopic(plan: Plan, act: ActNamed<'edit-topic'>): void {
  const path = cardOf(plan, 'topics', act.id, 'id');
  plan.edit(path, TopicCard, ({ data, body }) => ({ data, body: act.note ?? body }));
}
