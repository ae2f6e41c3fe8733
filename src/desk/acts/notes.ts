/** Notes and relations on single claims, and the questions that claims answer. */
import { AnnotationCard, TopicCard } from '../../intake/cards/schema.ts';
import { slugOf } from '../../model/names.ts';
import { refuse, type ActNamed, type Plan } from './plan.ts';

type Annotation = Partial<ReturnType<typeof AnnotationCard.parse>>;
type Topic = ReturnType<typeof TopicCard.parse>;

const annotationPath = (claim: string) => `content/annotations/${claim}.md`;
const topicPath = (id: string): string => `content/topics/${id}.md`;

export function note(plan: Plan, { claim, kind, text }: ActNamed<'note'>): void {
  plan.claim(claim);
  const path = annotationPath(claim);
  const { by, on } = plan.signature;
  const words = text.trim();
  const { data } = plan.card(path);
  const relations = (data as Annotation).relations ?? [];
  if (words === '' && relations.length === 0) {
    plan.write(path, null);
    return;
  }
  const said = { curator: by, date: on, kind: kind === 'correction' ? kind : undefined };
  plan.edit(path, AnnotationCard, (parts) => ({
    data: words === '' ? { ...parts.data, kind: undefined } : { ...parts.data, ...said },
    body: text,
  }));
}

export function relate(plan: Plan, { claim, to, kind, why }: ActNamed<'relate'>): void {
  plan.claim(claim);
  plan.claim(to);
  if (claim === to) refuse('A claim has no relation to itself.', { field: 'to' });
  const { by, on } = plan.signature;
  plan.edit(annotationPath(claim), AnnotationCard, ({ data, body }) => {
    const others = ((data as Annotation).relations ?? []).filter((one) => one.to !== to);
    const dated = data.curator === undefined ? { curator: by, date: on } : {};
    return { data: { ...data, ...dated, relations: [...others, { to, kind, why }] }, body };
  });
}

export function unrelate(plan: Plan, { claim, to }: ActNamed<'unrelate'>): void {
  const path = annotationPath(claim);
  const { data, body } = plan.card(path);
  const before = (data as Annotation).relations ?? [];
  const relations = before.filter((one) => one.to !== to);
  if (relations.length === before.length)
    refuse('No person set this relation; what the build computes is not kept in a card.', {
      field: 'to',
    });
  if (relations.length === 0 && body.trim() === '') plan.write(path, null);
  else
    plan.edit(path, AnnotationCard, (parts) => ({
      ...parts,
      data: { ...parts.data, relations: relations.length > 0 ? relations : undefined },
    }));
}

export function answerTopic(plan: Plan, act: ActNamed<'answer-topic'>): void {
  plan.claim(act.claim);
  const answer = {
    claim: act.claim,
    stance: act.stance,
    ...(act.note?.trim() && { note: act.note.trim() }),
  };
  if (typeof act.topic !== 'string') {
    const { question } = act.topic;
    const known = plan.known.archive.topics.find((topic) => topic.question === question);
    const id = known?.id ?? plan.freeId('topics', slugOf(question), 'topic.question');
    answerIn(plan, id, answer, { question, curator: plan.signature.by });
  } else if (plan.text(topicPath(act.topic)) === null)
    refuse(`There is no topic ${act.topic} in the archive.`, { field: 'topic' });
  else answerIn(plan, act.topic, answer, {});
}

function answerIn(
  plan: Plan,
  id: string,
  answer: Topic['answers'][number],
  begun: Partial<Topic>,
): void {
  plan.edit(topicPath(id), TopicCard, ({ data, body }) => {
    const before = (data as Partial<Topic>).answers ?? [];
    const at = before.findIndex(({ claim }) => claim === answer.claim);
    const answers = at < 0 ? [...before, answer] : before.with(at, answer);
    return { data: { ...begun, ...data, answers }, body };
  });
}

export function leaveTopic(plan: Plan, { claim, topic }: ActNamed<'leave-topic'>): void {
  const path = topicPath(topic);
  if (plan.text(path) === null)
    refuse(`There is no topic ${topic} in the archive.`, { field: 'topic' });
  plan.edit(path, TopicCard, ({ data, body }) => {
    const before = (data as Topic).answers;
    const answers = before.filter((one) => one.claim !== claim);
    if (answers.length === before.length)
      refuse('The claim does not answer this question.', { field: 'claim', path });
    if (answers.length === 0)
      refuse(
        'This is the only answer to the question, and a question without answers has no page. Give it another answer first, or delete the card in an editor.',
        { field: 'claim', path },
      );
    return { data: { ...data, answers }, body };
  });
}

/** Cards that name a claim by its id name another from then on: its words were given other bounds. */
export function renameClaims(plan: Plan, ids: ReadonlyMap<string, string>): void {
  for (const { claim } of plan.known.archive.annotations) moveAnnotation(plan, claim, ids);
  for (const { id } of plan.known.begun.content.cards.annotations) moveAnnotation(plan, id, ids);
  for (const { id, answers } of plan.known.archive.topics)
    if (answers.some(({ claim }) => ids.has(claim)))
      plan.edit(topicPath(id), TopicCard, ({ data, body }) => ({
        data: {
          ...data,
          answers: (data as Topic).answers.map((one) => ({
            ...one,
            claim: ids.get(one.claim) ?? one.claim,
          })),
        },
        body,
      }));
}

function moveAnnotation(plan: Plan, claim: string, ids: ReadonlyMap<string, string>): void {
  const path = annotationPath(claim);
  if (plan.text(path) === null) return;
  const { data } = plan.card(path);
  const relations = (data as Annotation).relations ?? [];
  if (relations.some(({ to }) => ids.has(to)))
    plan.edit(path, AnnotationCard, (parts) => ({
      ...parts,
      data: {
        ...parts.data,
        relations: relations.map((one) => ({ ...one, to: ids.get(one.to) ?? one.to })),
      },
    }));
  const next = ids.get(claim);
  if (next === undefined) return;
  plan.write(annotationPath(next), plan.text(path));
  plan.write(path, null);
}
