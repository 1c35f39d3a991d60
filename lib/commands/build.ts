import { buildOptions, buildOptionsHelp, buildSite } from './build-site.ts';
import { runCommand } from './command-line.ts';

const help = `
Checks the content, compiles the code where it has changed, and presses the site.
${buildOptionsHelp}

Exit status: 0 the site is finished; 1 content or code is at fault; 2 the call is.`;

await runCommand({ name: 'npm run build', help, options: buildOptions }, buildSite);
