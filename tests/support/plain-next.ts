/** Takes away what the press or a preview has handed over to this process, as tests that ran before may have left it. */
export function takeAwayHandover(): void {
  for (const name of ['standfirst.publication', 'standfirst.preview'])
    Reflect.deleteProperty(globalThis, Symbol.for(name));
}
