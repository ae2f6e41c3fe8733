declare module 'virtual:verbatim' {
  export const claims: readonly import('./mark.ts').PageClaim[];
}
