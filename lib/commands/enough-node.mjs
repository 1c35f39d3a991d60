/**
 * Stops a command with a message if Node is too old to run it. Loaded before any TypeScript, which an old Node may not be
 * able to read; so this file is JavaScript that old versions understand.
 */
const oldest = 26;

if (Number.parseInt(process.versions.node, 10) < oldest) {
  console.error(
    `Standfirst needs Node ${oldest} or later. This is Node ${process.versions.node}.
Install the packages with npm ci, which brings Node ${oldest}, and start commands with npm, such as npm run build.
If you installed without it (--workspaces=false), put a Node ${oldest} or later of your own first on PATH.`,
  );
  process.exit(2);
}
