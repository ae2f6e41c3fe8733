/** Long lists in pages. */
export const CLAIMS_A_PAGE = 100;

export const pagesOfClaims = (claims: number): number => Math.max(1, Math.ceil(claims / CLAIMS_A_PAGE));
/** `number` counts from 1. */
export const claimPage = <T>(claims: readonly T[], number: number): T[] => claims.slice((number - 1) * CLAIMS_A_PAGE, number * CLAIMS_A_PAGE);
