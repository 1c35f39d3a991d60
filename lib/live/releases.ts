/** The link to the release that is live, in the folder that a server serves from. */
export const current = 'current';

/** A release's manifest, which is not served. */
export const manifestFile = 'manifest.json';

/** The folder of a release in which the site lies, which is served. */
export const siteFolder = 'site';
