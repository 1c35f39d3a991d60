import { feed } from '@/lib/formats/feeds.ts';
import { type FeedForm, routes } from '@/lib/model/urls.ts';
import { currentSite } from './current-site.ts';
import { fileAnswer } from './file-answer.ts';

/** The answer of a route that is a feed, of the site or of a topic. */
export function feedAnswer(form: FeedForm, topic?: string): Response {
  return fileAnswer(routes.feed(form, topic), feed(currentSite().publication, form, topic));
}
