import { jsonInScript } from '@/lib/formats/json-in-script.ts';

/** What the page is about, in JSON-LD for search engines. It does not run, and readers do not see it. */
export function StructuredData({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonInScript(data) }} />;
}
