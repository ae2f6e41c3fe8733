import { Refusal } from './errors.ts';

/** The port that `PORT` names, 4321 where it names none; a `Refusal` for what is no port. */
export function portWanted(): number {
  const value = process.env.PORT ?? '4321';
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new Refusal(`PORT is \`${value}\`, expected a number from 0 to 65535.`);
}
