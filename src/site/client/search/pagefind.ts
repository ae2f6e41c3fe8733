/** The part of Pagefind's JavaScript interface that the search uses. */
export interface PagefindData {
  content: string;
  raw_url?: string;
  url: string;
  meta: Record<string, string>;
}
export interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<PagefindData>;
}
export interface PagefindInstance {
  search(term: string): Promise<{ results: PagefindResult[] }>;
  /** Answers once the index is loaded. */
  filters(): Promise<unknown>;
}
export interface PagefindLibrary {
  createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance;
}
