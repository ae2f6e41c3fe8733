declare module 'write-file-atomic' {
  const writeFileAtomic: {
    (path: string, data: string | Uint8Array): Promise<void>;
    /** Temporary file, fsync, rename. */
    sync(path: string, data: string | Uint8Array): void;
  };
  export default writeFileAtomic;
}
