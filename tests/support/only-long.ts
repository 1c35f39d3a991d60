/** Details of a browser test that only `npm run test:long` runs, if it is long: the tests beside it show the same on each change. */
export const onlyLong = (isLong: boolean): { tag: string[] } => ({ tag: isLong ? ['@long'] : [] });
