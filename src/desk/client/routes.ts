/** Addresses within the desk: what stands behind `#` says which view is open, so that Back and a reload work. */
import { QUEUE_REASONS, type QueueQuery, type Room } from '../api.ts';

export type Filters = Pick<
  QueueQuery,
  'reason' | 'article' | 'outlet' | 'speaker' | 'rule' | 'below' | 'review'
>;

export type Route =
  | { view: 'queue'; filters: Filters }
  | { view: 'article'; id: string; claim: string | null }
  | { view: 'names'; room: Room }
  | { view: 'filed'; room: Room; id: string }
  | { view: 'messages' }
  | { view: 'changes' }
  | { view: 'review' }
  | { view: 'sample'; name: string };

export const ROOMS: readonly Room[] = ['speakers', 'topics', 'places', 'outlets'];
const REVIEWS = ['machine', 'all', 'confirmed', 'corrected', 'added'] as const;

const oneOf = <Value extends string>(values: readonly Value[], value: string | null) =>
  values.find((one) => one === value);

function filtersOf(query: URLSearchParams): Filters {
  const below = Number(query.get('below') ?? Number.NaN);
  return {
    ...(oneOf(QUEUE_REASONS, query.get('reason')) && {
      reason: oneOf(QUEUE_REASONS, query.get('reason')),
    }),
    ...Object.fromEntries(
      ['article', 'outlet', 'speaker', 'rule'].flatMap((name) => {
        const value = query.get(name);
        return value ? [[name, value]] : [];
      }),
    ),
    ...(below >= 0 && below <= 1 && { below }),
    ...(oneOf(REVIEWS, query.get('review')) && { review: oneOf(REVIEWS, query.get('review')) }),
  };
}

/** What an address asks for; the queue where it asks for nothing that there is. */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const query = new URLSearchParams(search);
  const [first = '', second] = path.split('/').map(decodeURIComponent);
  const room = ROOMS.find((one) => one === first);
  if (room) return second ? { view: 'filed', room, id: second } : { view: 'names', room };
  if (first === 'article' && second)
    return { view: 'article', id: second, claim: query.get('claim') };
  if (first === 'messages' || first === 'changes' || first === 'review') return { view: first };
  if (first === 'sample' && second) return { view: 'sample', name: second };
  return { view: 'queue', filters: filtersOf(query) };
}

const withQuery = (path: string, values: Readonly<Record<string, unknown>>) => {
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
  return query.size > 0 ? `${path}?${query.toString()}` : path;
};

/** The address of a view; `routeOf` reads it back. */
export function addressOf(route: Route): string {
  switch (route.view) {
    case 'queue':
      return withQuery('#/queue', route.filters);
    case 'article':
      return withQuery(`#/article/${route.id}`, { claim: route.claim });
    case 'names':
      return `#/${route.room}`;
    case 'filed':
      return `#/${route.room}/${route.id}`;
    case 'messages':
    case 'changes':
    case 'review':
      return `#/${route.view}`;
    case 'sample':
      return `#/sample/${route.name}`;
  }
}
