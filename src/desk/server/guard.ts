/** Which requests the desk answers: those of its own page on this machine, and no others. */
import type { IncomingHttpHeaders } from 'node:http';
import { timingSafeEqual } from 'node:crypto';

/** What is looked at of a request. */
export interface Asked {
  method: string;
  headers: IncomingHttpHeaders;
  /** The address of the machine that asks. */
  from: string | undefined;
}

const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;
const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** The cookie of a desk on a port: browsers keep one jar for all ports of a machine. */
const cookieName = (port: number): string => `verbatim-desk-${port}`;

/** The header with which the page gets its token. */
export const tokenCookie = (port: number, token: string): string =>
  `${cookieName(port)}=${token}; HttpOnly; SameSite=Strict; Path=/`;

/** Why a request is refused, in words; null where it may be answered. */
export function refusal({ headers, from }: Asked, port: number): string | null {
  if (!LOOPBACK.test(from ?? '')) return 'The desk answers this machine alone.';
  const hosts = NAMES.map((name) => `${name}:${port}`);
  const host = headers.host?.toLowerCase() ?? '';
  if (!hosts.includes(host) && !(port === 80 && NAMES.includes(host)))
    return `The desk is at http://localhost:${port}/ and under no other name.`;
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((name) => origin.toLowerCase() === `http://${name}`))
    return 'Only the desk’s own page may ask this.';
  return null;
}

/**
 * Whether a request is the page's own and brings its token: in its cookie, or in the header `x-desk-token`. A link
 * from elsewhere may lead to the page, and to nothing that it asks.
 */
export function isOfPage({ headers }: Asked, port: number, token: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const own = `${cookieName(port)}=`;
  const cookie = (headers.cookie ?? '')
    .split(/;\s*/)
    .find((one) => one.startsWith(own))
    ?.slice(own.length);
  const given = headers['x-desk-token'];
  return [cookie, given].some((one) => typeof one === 'string' && isSameToken(one, token));
}

function isSameToken(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const SELF = "'self'";
/** What the page may load: its own files, and nothing from elsewhere. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    `default-src 'none'`,
    `script-src ${SELF}`,
    `style-src ${SELF}`,
    `font-src ${SELF}`,
    `img-src ${SELF} data:`,
    `connect-src ${SELF}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};
