import { createHash } from 'node:crypto';

/** What a policy needs to know about a page. */
export type PolicyNeeds = {
  /** The texts of its style elements. */
  styles: readonly string[];
  /** The texts of the scripts that run, including speculation rules, whose own keyword is ignored if there are hashes. */
  scripts: readonly string[];
  /** Whether the page shows pictures of the site, including its icon. */
  pictures: boolean;
  /** Whether it names a web manifest. */
  manifest: boolean;
  /** Whether the page searches: its script loads Pagefind's program, which includes WebAssembly. */
  search: boolean;
};

/**
 * The content security policy of a page, for a `<meta>` at the start of its head: it allows only the page's own inline
 * texts, by SHA-256 (CSP Level 3, §2.3.1), and files of the site; if there is a script, it requires Trusted Types.
 *
 * What a `<meta>` cannot say (`frame-ancestors`) is in the headers of the server.
 */
export function contentSecurityPolicy({ styles, scripts, pictures, manifest, search }: PolicyNeeds): string {
  const scriptSources = [...scripts.map(hash), ...(search ? ["'self'", "'wasm-unsafe-eval'"] : [])];
  return [
    "default-src 'none'",
    styles.length > 0 && `style-src ${styles.map(hash).join(' ')}`,
    scripts.length > 0 && `script-src ${scriptSources.join(' ')}`,
    // Tools such as Lighthouse fetch robots.txt from inside the page.
    scripts.length > 0 && "connect-src 'self'",
    pictures && "img-src 'self'",
    styles.some((style) => style.includes('@font-face')) && "font-src 'self'",
    manifest && "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    scripts.length > 0 && "require-trusted-types-for 'script'",
  ]
    .filter((directive) => directive !== false)
    .join('; ');
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
