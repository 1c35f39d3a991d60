import type { Config } from 'tailwindcss';

/** Where class names may stand. Content is left out: words of an article must not become CSS. */
export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
} satisfies Config;
