import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** Whether the title quotes a headline, which is longer than the name of a page. */
  isLong?: boolean;
  children?: ReactNode;
};

/** The head of every page that is not an article: its title, and a line or two under it. */
export function PageHeading({ title, isLong = false, children }: Props) {
  return (
    <header className="pbs-10 pbe-6">
      <h1 className={isLong ? 'page-title long' : 'page-title'}>{title}</h1>
      {children}
    </header>
  );
}
