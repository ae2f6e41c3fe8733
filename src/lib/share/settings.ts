/** `SHARE_IMAGES=off` leaves the pictures for sharing out, for large archives and quick builds. */
export const picturesMade: boolean = process.env.SHARE_IMAGES !== 'off';
