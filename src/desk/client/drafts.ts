/** What is being typed, kept in the tab's own storage until it is saved, so that a crash or a reload loses nothing. */
export interface Draft {
  read(): string | null;
  keep(text: string): void;
  drop(): void;
}

export const draftOf = (
  name: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = sessionStorage,
): Draft => {
  const key = `desk.draft.${name}`;
  return {
    read: () => storage.getItem(key),
    keep: (text) => storage.setItem(key, text),
    drop: () => storage.removeItem(key),
  };
};
