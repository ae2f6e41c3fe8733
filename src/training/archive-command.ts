/** `npm run train -- --from-archive`: fits how sure the machine is to what people decided in one archive. */
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { readContent } from '../build/archive-files/content.ts';
import { settle } from '../build/putting-in-place/put-in-place.ts';
import { enter } from '../build/settings.ts';
import { describe, explained, Refusal } from '../build/terminal/errors.ts';
import { Desk } from '../desk/desk.ts';
import { Workshop } from '../desk/state.ts';
import { Calibration } from '../archive/calibration.ts';
import { count } from '../model/wording.ts';
import { decidedIn, fitCalibration, type Fitted } from './from-archive.ts';

const PATH = 'content/calibration.json';
const FIGURES = {
  words: 'whether words are somebody’s',
  claim: 'whether words and whoever is printed are right',
  speaker: 'whether the speaker is',
} as const;

/** Fits and writes; says what is wrong and sets the exit code. */
export async function trainFromArchive(by: string | undefined): Promise<void> {
  const { root } = enter();
  try {
    settle(root);
    const desk = await Desk.open(root, { by: by?.trim() || undefined, isReading: true });
    const { signature } = desk;
    desk.close();
    const { calibration: _, ...content } = readContent(root);
    const decided = decidedIn(Workshop.holding(content, root).now);
    const { calibration, fitted } = fitCalibration(decided, signature);
    for (const [name, what] of Object.entries(FIGURES) as [keyof typeof FIGURES, string][])
      console.log(`${what}: ${inWords(fitted[name])}`);
    if (!calibration)
      throw new Refusal(
        `Nothing is written: people have decided on ${count(decided.claims, 'claim')} that the machine found, which is too little to fit its figures to. \`npm run desk\` shows what waits.`,
      );
    const text = `${JSON.stringify(Calibration.parse(calibration), null, 1)}\n`;
    writeFileAtomic.sync(join(root, PATH), text);
    console.log(
      `${PATH}: fitted to ${count(decided.claims, 'claim')}, ${Math.round(100 * calibration.heldOutShare)} % of them held out. The next build uses it and says so on the page about the archive; remove the file to undo it.`,
    );
  } catch (error) {
    console.error(describe(explained(error, root)));
    process.exitCode = 1;
  }
}

const inWords = (fitted: Fitted): string =>
  'why' in fitted
    ? `stays as it is: ${fitted.why}`
    : `fitted to ${fitted.curve.claims} claims; on ${fitted.curve.heldOut} held out the loss is ${fitted.curve.after}, before ${fitted.curve.before}`;
