import { createHash } from 'node:crypto';

/** What a page holds that a policy has to name. */
export type PolicyNeeds = {
  /** The texts of its style elements. */
  styles: readonly string[];
  /** The texts of the scripts that run, speculation rules among them: beside hashes their own keyword is ignored. */
  scripts: readonly string[];
  /** Whether the page shows pictures of the site, its icon among them. */
  pictures: boolean;
  /** Whether it names a web manifest. */
  manifest: boolean;
  /** Whether the page searches: its script loads Pagefind's program, WebAssembly among it. */
  search: boolean;
};

/**
 * The content security policy of a page, for a `<meta>` that comes first in its head: nothing is allowed but what the
 * page holds, each inline text by its SHA-256 (CSP Level 3, §2.3.1), and what the site itself answers; if there is a script,
 * Trusted Types as well.
 *
 * What a `<meta>` cannot say (`frame-ancestors`) is in the headers of the server.
 */
export function policyFor({ styles, scripts, pictures, manifest, search }: PolicyNeeds): string {
  const scriptSources = [...scripts.map(hash), ...(search ? ["'self'", "'wasm-unsafe-eval'"] : [])];
  return [
    "default-src 'none'",
    styles.length > 0 && `style-src ${styles.map(hash).join(' ')}`,
    scripts.length > 0 && `script-src ${scriptSources.join(' ')}`,
    // Also for tools that look at a page from within it, as Lighthouse does for robots.txt.
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
