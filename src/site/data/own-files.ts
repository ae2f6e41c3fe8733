/** The style sheet that has the archive's own accent, where it has one. */
export const ACCENT_FILE = 'accent.css';
