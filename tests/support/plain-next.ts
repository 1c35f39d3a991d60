/** Removes the publication or preview that earlier tests may have left in this process. */
export function takeAwayHandover(): void {
  for (const name of ['standfirst.publication', 'standfirst.preview'])
    Reflect.deleteProperty(globalThis, Symbol.for(name));
}
