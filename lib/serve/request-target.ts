/** The target of a request: a decoded path, and the raw query with its question mark; or why it is refused. */
export type Target = { path: string; query: string } | { refused: 400 | 414 };

/** The longest target in bytes; RFC 9110, §4.1, requires at least this. */
const longest = 8000;

/**
 * Reads the target of a request (RFC 9112, §3.2), in its usual form or the absolute one, whose host is ignored.
 *
 * Refuses what could lead elsewhere once decoded (dot segments, encoded slashes and backslashes, control characters),
 * and what cannot be decoded.
 */
export function readTarget(target: string): Target {
  if (target.length > longest) return { refused: 414 };
  const [whole, path = '', query = ''] = /^(?:https?:\/\/[^/?#]+)?([^?#]*)(\?[^#]*)?$/i.exec(target) ?? [];
  if (whole === undefined || !/^[\x21-\x7e]+$/.test(target)) return { refused: 400 };
  if (path === '' && whole.length > query.length) return { path: '/', query };
  if (!path.startsWith('/') || path.includes('\\') || /%(2f|5c)/i.test(path)) return { refused: 400 };
  const decoded = decode(path);
  if (decoded === undefined || hasControls(decoded) || /\/\.{1,2}(\/|$)/.test(decoded)) return { refused: 400 };
  return { path: decoded, query };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
