/** RIS: one tag a line, UTF-8. A value is one line; what breaks lines becomes a blank. */

const BREAKS = /[\p{Cc}\u2028\u2029]/u;
const ALL_BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/** One record out of tags and values in order; a tag may stand more than once, an empty value stands not at all. */
export function risRecord(
  type: string,
  tags: readonly (readonly [tag: string, value: string | null | undefined])[],
): string {
  const lines = tags.flatMap(([tag, value]) => {
    const broken = value && BREAKS.test(value);
    const line = (broken ? value.replace(ALL_BREAKS, ' ') : value)?.trim();
    return line ? [`${tag}  - ${line}`] : [];
  });
  return `${[`TY  - ${type}`, ...lines, 'ER  - '].join('\n')}\n`;
}
