/** The folder of the desk on the site. */
export const deskFolder = 'admin/';

/** Whether a file of the site belongs to the desk. */
export function isOfDesk(path: string): boolean {
  return path.startsWith(deskFolder);
}

/**
 * The headers of the desk, where they differ from those of readers' pages. The window in which an editor signs in goes from the
 * desk to the git host and back, and tells the desk the result: every other value would cut it off on the way.
 */
export const deskHeaders = { 'cross-origin-opener-policy': 'unsafe-none' } as const;

/**
 * The policy of the desk's page: it runs the scripts of its folder, shows pictures that an editor has just chosen, and
 * connects to the git host, and to nothing else.
 *
 * @param hosts The addresses of the git host.
 */
export function deskPolicy(hosts: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    `connect-src ${["'self'", 'blob:', 'data:', ...hosts].join(' ')}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
