/**
 * Stops this process from contacting other machines with `fetch`.
 *
 * Next's development server asks the registry for its newest version as soon as a page is open, and has no setting
 * against that. It treats the failure as a missing network.
 */
export function askNobody(): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const { hostname } = new URL(input instanceof Request ? input.url : input);
    if (!ownNames.has(hostname)) throw new TypeError(`The preview contacts no other machine, such as ${hostname}.`);
    return fetch(input, init);
  };
}

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);
