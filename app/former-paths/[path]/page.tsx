import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { staticParams } from '@/app/static-params.ts';
import { MovedNotice } from '@/components/furniture/moved-notice.tsx';
import { leadsElsewhere } from '@/lib/model/former-path.ts';
import { findRedirect, titleAt } from '@/lib/publication/find.ts';

type Props = { params: Promise<{ path: string }> };

export const generateStaticParams = staticParams('formerPath');

async function find({ params }: Props) {
  const { publication, urls, words } = currentSite();
  const redirect = findRedirect(publication, (await params).path);
  if (!redirect) return undefined;
  const to = leadsElsewhere(redirect.to) ? redirect.to : urls.path(redirect.to);
  return { title: titleAt(publication, redirect.to), to, address: urls.absolute(to), words };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props);
  if (!found) return {};
  return { title: found.title, alternates: { canonical: found.address }, robots: { index: false } };
}

export default async function FormerPathPage(props: Props) {
  const found = await find(props);
  if (!found) notFound();
  return <MovedNotice title={found.title} to={found.to} words={found.words} />;
}
