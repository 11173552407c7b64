/** An entry of a feed; instants ISO UTC. */
export type FeedEntry = { title: string; address: string; at: string; summary: string; author: string }
export type Feed = { title: string; address: string; self: string; entries: readonly FeedEntry[] }

/** An Atom feed (RFC 4287) as text. `updated` is that of the newest entry, so that the same entries make the same text. */
export function atomFeed({ title, address, self, entries }: Feed): string {
  const updated = entries.map(({ at }) => at).sort()
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
    `<id>${xml(address)}</id><title>${xml(title)}</title>`,
    `<link href="${xml(address)}"/><link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<updated>${updated.at(-1) ?? '1970-01-01T00:00:00.000Z'}</updated>`,
    ...entries.map(entryXml),
    '</feed>\n',
  ].join('\n')
}

function entryXml({ title, address, at, summary, author }: FeedEntry): string {
  return [
    `<entry><id>${xml(address)}</id><title>${xml(title)}</title><link href="${xml(address)}"/>`,
    `<updated>${at}</updated><author><name>${xml(author)}</name></author><summary>${xml(summary)}</summary></entry>`,
  ].join('\n')
}

/** A sitemap (sitemaps.org) as text. `at`: when the page last changed, ISO UTC. */
export function sitemap(pages: readonly { address: string; at?: string }[]): string {
  const lines = pages.map(
    ({ address, at }) => `<url><loc>${xml(address)}</loc>${at ? `<lastmod>${at.slice(0, 10)}</lastmod>` : ''}</url>`,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines,
    '</urlset>\n',
  ].join('\n')
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Safe between tags and in attributes; without characters that XML 1.0 cannot hold. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? '')
}
