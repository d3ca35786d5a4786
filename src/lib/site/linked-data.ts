/** Linked data (schema.org) about pages: only what the page itself says, and addresses only where the site's own is known. */
import { href } from './addresses.ts';
import type { GuideInPlace } from './content.ts';
import { ownPages } from './pages.ts';
import { site, textLicence } from './site.ts';
import { trailToGuide, type Trail } from './trails.ts';

type Thing = Record<string, unknown>;

const publisher = { '@type': 'Organization', name: site.name };

export function guideData(guide: GuideInPlace, description: string, origin: URL | undefined): Thing[] {
  const url = origin && new URL(href(guide.path), origin).href;
  const article: Thing = {
    '@type': 'Article',
    headline: guide.title,
    description,
    inLanguage: 'en',
    dateModified: guide.updated,
    license: textLicence,
    publisher,
    ...(url && { url }),
  };
  if (!origin) return [article];
  return [article, breadcrumbData([...trailToGuide(guide), { label: guide.label, path: guide.path }], origin)];
}

function breadcrumbData(trail: Trail, origin: URL): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: new URL(href(path), origin).href,
    })),
  };
}

export function siteData(origin: URL | undefined): Thing[] {
  return [
    {
      '@type': 'WebSite',
      name: site.name,
      description: site.description,
      inLanguage: 'en',
      publisher,
      ...(origin && { url: new URL(href(ownPages.home.path), origin).href }),
    },
  ];
}
