/**
 * Details of a browser test that only `npm run test:long` runs, always or if it is long: tests beside it show on each change
 * that the whole works.
 */
export const onlyLong = (isLong = true): { tag: string[] } => ({ tag: isLong ? ['@long'] : [] });
