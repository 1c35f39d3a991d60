import type { SiteAnswers } from '../../lib/authoring/site-answers.ts';

/** What a town’s paper says when it begins. */
export const harbour: SiteAnswers = {
  name: 'The Harbour Gazette',
  url: 'https://harbour.example',
  lang: 'en-GB',
  timeZone: 'Europe/London',
  publisher: 'Harbour Press',
  contact: 'desk@harbour.example',
};

/** What an organisation says that publishes in Arabic, under a path. */
export const hope: SiteAnswers = {
  name: 'منظمة الأمل',
  url: 'https://hope.example/ar',
  lang: 'ar',
  timeZone: 'Asia/Baghdad',
  publisher: 'منظمة الأمل',
  contact: 'info@hope.example',
};
