import { printable } from './terminal.ts';

/** One line a stage, with what came of it and the time it took. */
export interface Progress {
  stage<T>(
    name: string,
    run: (tell: (note: string) => void) => Promise<T> | T,
    sum?: (result: T) => string,
  ): Promise<T>;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

export function progress(stream: NodeJS.WriteStream = process.stdout): Progress {
  const live = stream.isTTY === true;
  const show = (line: string) => live && stream.write(`\r\x1b[2K${printable(line)}`);
  return {
    async stage(name, run, sum = () => '') {
      const from = performance.now();
      show(`${name.padEnd(10)} …`);
      let told = 0;
      const tell = (note: string) => {
        if (performance.now() - told < 100) return;
        told = performance.now();
        show(`${name.padEnd(10)} ${note}`.slice(0, (stream.columns ?? 80) - 1));
      };
      try {
        const result = await run(tell);
        show('');
        stream.write(
          `${name.padEnd(10)} ${printable(sum(result)).padEnd(58)} ${seconds(performance.now() - from).padStart(8)}\n`,
        );
        return result;
      } catch (error) {
        show('');
        throw error instanceof Error && !('stage' in error)
          ? Object.assign(error, { stage: name })
          : error;
      }
    },
  };
}

export const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(0)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
