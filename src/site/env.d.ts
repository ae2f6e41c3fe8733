/** What Astro and Vite add to the language: `import.meta.env`, components, styles by address. */
/// <reference types="astro/client" />
