import type { NextConfig } from 'next';

// Next allows one development server in a folder: a second preview has its own.
const second = process.env['STANDFIRST_PREVIEW_FOLDER'];

const config: NextConfig = {
  ...(second && { distDir: second }),
  // Every page is the index.html of a folder, so that any static host serves it.
  trailingSlash: true,
  // Machine-readable files share one handler, which has an address of its own: elsewhere pages would come before it.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: '/:folder((?!_next)[^/]+)*/:file([^/]+\\.(?:xml|json|md|txt|webmanifest))',
        destination: '/press/files/:folder*/:file',
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
  // Metadata always belongs in head: every agent counts as one that cannot wait for it.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  // Builds compress files themselves, and send requests only on this machine.
  compress: false,
  // Every page is rendered afresh, by a build or from files that may have changed: there is nothing to cache.
  cacheMaxMemorySize: 0,
  // The pages bundle their own small scripts, which needs esbuild unbundled.
  serverExternalPackages: ['esbuild'],
  // `npm test` checks types; a build for editors does not repeat it.
  typescript: { ignoreBuildErrors: true, ...(second && { tsconfigPath: `${second}.tsconfig.json` }) },
  agentRules: false,
  // `npm run dev` shows pages as readers will see them, and its terminal is for reports to editors.
  devIndicators: false,
  logging: false,
  experimental: {
    globalNotFound: true,
    // It takes a fifth of the time of compiling, and only the server reads that code. The style sheet is what readers get.
    turbopackMinify: { server: false, client: true },
    turbopackSourceMaps: false,
    // A second start of the preview is quicker by it, and the first one slower: in CI there is only a first one.
    turbopackFileSystemCacheForDev: !process.env['CI'],
    serverSourceMaps: false,
    // It would tell agents where the project is.
    mcpServer: false,
  },
};

export default config;
