import { createHash } from 'node:crypto';

/** Digits and consonants without look-alikes, so that an id spells no word and reads well aloud. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxz';
const LENGTH = 6;

/**
 * A claim's id at first sight: letters from the SHA-256 over the source's digest and the claim's
 * places in it, so that two people who build the same content mint the same id. Once minted it
 * is stored and never computed again; the article's name is no part of it and may change.
 */
export function mint(
  digest: string,
  parts: readonly { start: number; end: number }[],
  taken: (id: string) => boolean,
): string {
  const key = `${digest}\n${parts.map(({ start, end }) => `${start}-${end}`).join(',')}`;
  for (let salt = 0; ; salt++) {
    const letters = lettersOf(salt === 0 ? key : `${key}\n${salt}`);
    for (let length = LENGTH; length <= 12; length++) {
      const id = letters.slice(0, length);
      if (!taken(id)) return id;
    }
  }
}

function lettersOf(key: string): string {
  let number = BigInt(`0x${createHash('sha256').update(key).digest('hex')}`);
  const base = BigInt(ALPHABET.length);
  let letters = '';
  while (letters.length < 12) {
    letters += ALPHABET[Number(number % base)];
    number /= base;
  }
  return letters;
}
