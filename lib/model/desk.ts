/** The git hosts at which the browser desk can save. */
export const deskBackends = ['github', 'gitlab', 'forgejo', 'gitea'] as const;

/** The browser desk of a publication: where editors sign in, and where it saves. */
export type Desk = {
  backend: (typeof deskBackends)[number];
  /** The repository with the content: its owner and its name. */
  repo: string;
  branch: string;
  /** The content folder in the repository; `.` if it is the repository itself. */
  folder: string;
  /** The address of a git host that is not the public one. */
  host: string | undefined;
  /** The id of the application that signs editors in. */
  app: string | undefined;
  /** Of GitHub, the address of a worker that signs editors in. */
  signIn: string | undefined;
};
