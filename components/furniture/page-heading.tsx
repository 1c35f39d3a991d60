import type { ReactNode } from 'react';

type Props = { title: string; children?: ReactNode };

/** The head of every page that is not an article: its title, and a line or two under it. */
export function PageHeading({ title, children }: Props) {
  return (
    <header className="pbs-10 pbe-6">
      <h1 className="page-title">{title}</h1>
      {children}
    </header>
  );
}
