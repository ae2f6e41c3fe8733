/** Who has the word in the turns of a conversation: as the label says, else as introduction, title or by-line say. */
import type { Span } from '../../model/records.ts';
import { certain, first } from '../../text/certain.ts';
import { bare } from '../../text/spans.ts';
import type { LanguagePack } from '../pack.ts';
import type { Cast } from '../resolve/index.ts';
import { soundPart } from '../sound-names.ts';
import type { TurnDraft } from '../turns.ts';
import type { EngineText } from '../types.ts';
import { partiesOf, type Parties, type TurnSpeaker } from './parties.ts';

/** Who speaks in a turn, and what says so. */
interface Around {
  pack: LanguagePack;
  input: EngineText;
  cast: Cast;
  /** Whose the turns are on which no name stands. */
  parties: Parties;
}

/** Who speaks in each turn; null where the text leaves a choice. */
export function speakersOfTurns(
  pack: LanguagePack,
  input: EngineText,
  turns: readonly TurnDraft[],
  cast: Cast,
): (TurnSpeaker | null)[] {
  const around = { pack, input, cast, parties: partiesOf(pack, input, turns, cast) };
  const byKey = new Map<string, TurnSpeaker | null>();
  return turns.map((turn) => {
    const key = `${turn.key}\n${turn.kind}\n${turn.by?.start ?? ''}`;
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const speaker =
      turn.rule === 'label' ? onLabel(namedFirst(turn), around) : withoutName(turn, around);
    byKey.set(key, speaker);
    return speaker;
  });

  /** The turn under the same label, short and long, that prints a name: "Host:" and "Mia Dale:" */
  function namedFirst(turn: TurnDraft): TurnDraft {
    const isNamed = ({ label }: TurnDraft): boolean =>
      !pack.conversations.isRoleAlone(input.text.slice(label.start, label.end).toLowerCase());
    return isNamed(turn)
      ? turn
      : (turns.find((other) => other.key === turn.key && isNamed(other)) ?? turn);
  }
}

const labelled = (entity: number | null): TurnSpeaker | null =>
  entity === null ? null : { entity, basis: 'label' };

function onLabel(turn: TurnDraft, { pack, input, cast, parties }: Around): TurnSpeaker | null {
  const { text } = input;
  const { label } = turn;
  const words = text.slice(label.start, label.end).replace(/\s*[([].*$/, '');
  const span = { start: label.start, end: label.start + words.length };
  const key = words.toLowerCase().replace(/\s+/g, ' ');
  if (pack.conversations.isRoleAlone(key)) {
    const side = pack.conversations.sideOf(key);
    const known = side === null ? null : parties[side];
    return known ?? labelled(cast.describe(asPrinted(words), 'unnamed', bare(label)));
  }
  const initials = parties.withInitials(words);
  if (initials !== null) return labelled(initials);
  return labelled(named(pack, text, { span, words, paragraph: turn.from }, cast));
}

/** "UNIDENTIFIED MALE" as it would stand in running text; "Speaker 1" as it is. */
const asPrinted = (words: string): string =>
  words === words.toUpperCase() ? words.charAt(0) + words.slice(1).toLowerCase() : words;

function named(
  pack: LanguagePack,
  text: string,
  { span, words, paragraph }: { span: Span; words: string; paragraph: number },
  cast: Cast,
): number | null {
  const tokens = pack.text.tokenize(text, span.start, span.end, []);
  if (!soundPart(text, span, tokens).span) return null;
  const name = pack.names.read(text, tokens, paragraph);
  if (!name) return cast.describe(words, 'unnamed', span);
  const isShouted =
    name.words.every((word) => word === word.toUpperCase()) && /[A-Z]{3}/.test(words);
  const written = isShouted ? name.words.map(pack.names.properCase) : name.words;
  const { index } = cast.name({ ...name, words: written });
  if (index < 0) return null;
  const entity = certain(cast.entities[index], 'the cast has just given out this index');
  if (isShouted && entity.name === entity.name.toUpperCase()) entity.name = written.join(' ');
  // Whoever has the word in a conversation is a person, unless the name says otherwise.
  const [only, ...more] = written;
  if (only !== undefined && more.length === 0 && entity.kind === 'organisation')
    if (!pack.names.isBody(only)) entity.kind = 'person';
  return index;
}

/** Whose a turn is on which no name stands: whoever a line above says that asks, the only interviewer, or a party. */
function withoutName(turn: TurnDraft, { pack, input, cast, parties }: Around): TurnSpeaker | null {
  const { start, end } = turn.label;
  const { by, kind } = turn;
  if (kind === 'question' && by) {
    const words = input.text.slice(by.start, by.end);
    return labelled(named(pack, input.text, { span: by, words, paragraph: turn.from }, cast));
  }
  if (kind === 'question' && input.interviewers?.length === 1) {
    const place = { start, end: Math.max(end, start + 1) };
    return labelled(cast.describe(first(input.interviewers), 'person', place));
  }
  return turn.rule === 'dash' ? null : parties[kind];
}
