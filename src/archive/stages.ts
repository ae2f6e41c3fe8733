/** The one place that runs the stages: what our own code throws in one file is a message on that file. */
import type { VFile } from 'vfile';
import { complain, internalFault } from '../model/messages.ts';
import { faultInWords } from '../text/fault.ts';

class StageFault extends Error {
  readonly stage: string;
  constructor(stage: string, cause: unknown) {
    super(`fault in stage ${stage}`, { cause });
    this.stage = stage;
  }
}

/** Runs one stage; what it throws keeps the name of the innermost stage. */
export function stage<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof StageFault ? error : new StageFault(name, error);
  }
}

/**
 * Runs the stages of one file. Null where one throws, with an error on the file that names file and
 * stage; the message's `cause` is what was thrown. `of` names what was worked on, where that is not the file.
 */
export function guarded<T>(
  file: VFile,
  name: string,
  work: () => T,
  of: string = file.path,
): T | null {
  try {
    return stage(name, work);
  } catch (error) {
    const fault = error as StageFault;
    const thrown = fault.cause;
    complain(file, null, internalFault(fault.stage, of, faultInWords(thrown)));
    const message = file.messages.at(-1);
    if (message) message.cause = thrown;
    return null;
  }
}

/** Whether an error stands on the file already, so that nothing more can be read from it. */
export const isRefused = (file: VFile): boolean => file.messages.some(({ fatal }) => fatal);
