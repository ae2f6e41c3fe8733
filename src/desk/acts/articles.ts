/** Facts of an article that its text does not state, or states wrongly. */
import { ArticleCard, OutletCard } from '../../intake/cards/schema.ts';
import { dateOf } from './claims.ts';
import { articlePath, refuse, type ActNamed, type Plan } from './plan.ts';

export function editArticle(plan: Plan, act: ActNamed<'edit-article'>): void {
  plan.article(act.article);
  const published = act.published && dateOf(act.published, 'published');
  if (act.outlet !== undefined) outletCard(plan, act.outlet);
  const labels =
    act.labels &&
    Object.fromEntries(
      Object.entries(act.labels).map(([label, id]) => [label, plan.speaker(id, `labels.${label}`)]),
    );
  plan.edit(articlePath(act.article), ArticleCard, ({ data, body }) => ({
    data: {
      ...data,
      ...(act.title !== undefined && { title: act.title }),
      ...(act.outlet !== undefined && { outlet: act.outlet }),
      ...(published && { published }),
      ...(labels && { labels: { ...(data.labels as object | undefined), ...labels } }),
    },
    body: act.note ?? body,
  }));
}

/** A card may name an outlet that has one. */
function outletCard(plan: Plan, id: string): void {
  const path = `content/outlets/${id}.md`;
  if (plan.text(path) !== null) return;
  const outlet = plan.known.archive.outlets.find((one) => one.id === id);
  if (!outlet) return refuse(`There is no outlet ${id} in the archive.`, { field: 'outlet' });
  plan.edit(path, OutletCard, () => ({ data: { name: outlet.name }, body: '' }));
}
