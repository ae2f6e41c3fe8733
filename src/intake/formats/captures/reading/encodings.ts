/** Texts that are not in UTF-8, and the encoding that they are in: as they declare, or as their bytes tell. */
import { decodedAs } from '../../../../text/decoding.ts';
import { encodingStated, isSwitched } from '../../html/encoding.ts';

/** A text that was in another encoding, and what is to be said of that. */
export interface Recoded {
  text: string;
  note: string;
}

/** Of a text in UTF-8 one byte in so many may be damaged. */
const SOUND = 1000;
const REPLACED = '\ufffd';

/**
 * The text of bytes that are not UTF-8: in the encoding that `label` or the page in it states, in UTF-8 but for some
 * damaged bytes, or in Windows-1252 where nothing else is as likely. Null where that cannot be told.
 */
export function recoded(bytes: Uint8Array, label: string | null = null): Recoded | null {
  const stated = encodingStated(bytes, label);
  if (stated !== null && stated !== 'utf-8') return inEncoding(bytes, stated);
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const damaged = lenient.split(REPLACED).length - 1;
  if (/[^\0-\x7f\ufffd]/.test(lenient) && damaged * SOUND <= lenient.length)
    return {
      text: lenient,
      note: `${damaged === 1 ? 'One place' : `${damaged} places`} in it ${damaged === 1 ? 'is' : 'are'} not UTF-8 and ${damaged === 1 ? 'is' : 'are'} read as \`${REPLACED}\`.`,
    };
  return isWindows1252(bytes) ? inEncoding(bytes, 'windows-1252') : null;
}

/** A text whose bytes are UTF-8 too, and that declares an encoding which switches between sets of letters. */
export function switched(bytes: Uint8Array, text: string): Recoded | null {
  if (!text.includes('\u001b')) return null;
  const stated = encodingStated(bytes, null);
  return stated !== null && isSwitched(text, stated) ? inEncoding(bytes, stated) : null;
}

function inEncoding(bytes: Uint8Array, encoding: string): Recoded | null {
  const text = decodedAs(bytes, encoding);
  return text === null
    ? null
    : { text, note: `Its text was in ${encoding} and is taken in as UTF-8.` };
}

/** Letters of Windows-1252 that stand one after the other: words of another alphabet, or of two bytes a letter. */
const FOREIGN = /[\u00c0-\u00ff]{3}/;
/** Signs that stand in no word; in another encoding their bytes are letters. */
const IN_WORD = /\p{L}[¡-§©-¬®-¶¹-¿×÷†‡‰¨˜ˆ]\p{L}/u;
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]/;
/** Letters that are not of the English alphabet, among all. */
const MOST_ACCENTED = 0.2;

/** Whether bytes read well in Windows-1252, in which most programs for Windows wrote for decades. */
function isWindows1252(bytes: Uint8Array): boolean {
  const text = decodedAs(bytes, 'windows-1252');
  if (text === null || CONTROL.test(text)) return false;
  const plain = text.match(/[A-Za-z]/g)?.length ?? 0;
  const accented = text.match(/[\u00c0-\u00ff]/g)?.length ?? 0;
  return accented <= MOST_ACCENTED * plain && !FOREIGN.test(text) && !IN_WORD.test(text);
}
