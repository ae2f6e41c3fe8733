/** A thread that draws a share of the pictures; `write-pictures.ts` starts it. */
import { workerData } from 'node:worker_threads';
import { drawAll } from './draw-all.ts';
import type { Job } from './kept.ts';

const { jobs, cache } = workerData as { jobs: readonly Job[]; cache: string };
drawAll(jobs, cache);
