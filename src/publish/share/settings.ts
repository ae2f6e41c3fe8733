/** `SHARE_IMAGES=off` leaves the pictures for sharing out, for large archives and quick builds. */
export const picturesMade: boolean = process.env.SHARE_IMAGES !== 'off';

/**
 * `SHARE_IMAGES=empty` makes pages that name the pictures, and files with nothing in them: for a check of the
 * pages.
 */
export const picturesEmpty: boolean = process.env.SHARE_IMAGES === 'empty';
