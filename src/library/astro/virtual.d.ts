declare module 'virtual:verbatim' {
  import type { PageClaim } from 'verbatim/astro';
  export const claims: readonly PageClaim[];
}
