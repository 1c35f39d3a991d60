import type { IncomingMessage } from 'node:http';

/** Why a request is refused, in plain words. */
export type Refusal = { status: 400 | 403 | 404 | 421; text: string };

/** The names of this machine, as browsers write them in `Host` and `Origin`. */
const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/** Paths of Next's development server. */
const internal = /(?:^|\/)(?:_next|__nextjs)/i;

/**
 * Those of them that a page needs: its files, and what shows an error with its lines of code. Others write settings,
 * open editors and debuggers, restart the server, or describe the project to agents.
 */
const needed =
  /^\/_next\/(?:static|development)\/|^\/__nextjs_font\/|^\/__nextjs_(?:original-stack-frames|source-map)$/;

/** The path of the WebSocket by which Next tells pages about changed code. */
const changesPath = '/_next/hmr';

/**
 * Why the preview refuses a request; `undefined` if it answers.
 *
 * It shows drafts, so it answers only the browser of its own machine. A page elsewhere can make this browser send
 * requests: through its own name that resolves to this machine (then `Host` is that name), or from its page (then `Origin`
 * or `Sec-Fetch-Site` say so). Links to the preview may be followed from anywhere.
 *
 * @param port The port of the preview.
 * @param isUpgrade Whether the request is for a WebSocket.
 */
export function refusalOf(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  port: number,
  isUpgrade = false,
): Refusal | undefined {
  const hosts = ownNames.flatMap((name) => (port === 80 ? [name, `${name}:80`] : `${name}:${port}`));
  if (!hosts.includes(headers.host?.toLowerCase() ?? '')) {
    const text = `The preview answers only at http://localhost:${port}. Open it there.`;
    return { status: 421, text };
  }
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`)) return foreign;
  const path = pathOf(url);
  if (path === undefined) return { status: 400, text: 'This is not the address of a page. Begin it with one slash.' };
  const isLink = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  const isElsewhere = /^(?:cross|same)-site$/.test(headers['sec-fetch-site'] ?? '');
  const isInternal = internal.test(decodeURIComponent(path));
  if (isElsewhere && (isInternal || !isLink)) return foreign;
  const isNeeded = isUpgrade ? path === changesPath : !isInternal || needed.test(path);
  return isNeeded ? undefined : { status: 404, text: 'The preview has nothing here.' };
}

const foreign: Refusal = {
  status: 403,
  text: 'The preview answers only its own pages, and this request came from another.',
};

/** The path of an address, with `..` resolved; `undefined` if it is not an address. */
function pathOf(url: string): string | undefined {
  if (!url.startsWith('/') || url.startsWith('//') || !URL.canParse(url, 'http://localhost')) return undefined;
  const { pathname } = new URL(url, 'http://localhost');
  try {
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return undefined;
  }
}
