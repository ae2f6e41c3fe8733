/** `SHARE_IMAGES=0` or `off` leaves the pictures for sharing out, for quick builds. */
export const picturesMade: boolean = !['0', 'off'].includes(process.env.SHARE_IMAGES ?? '');
