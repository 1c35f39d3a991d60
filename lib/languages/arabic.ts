import type { Words } from './words.ts';

const minutes = new Intl.PluralRules('ar');

export const arabic: Words = {
  dir: 'rtl',
  skipToText: 'انتقل إلى النص',
  mainMenu: 'القائمة الرئيسية',
  about: 'من نحن',
  latest: 'أحدث المقالات',
  articlePages: 'مقالات أخرى',
  archivePage: (number) => `مقالات، صفحة ${number}`,
  older: 'مقالات أقدم',
  newer: 'مقالات أحدث',
  inThisArticle: 'في هذا المقال',
  keyPoints: 'أبرز النقاط',
  by: (names) => `بقلم ${names}`,
  readingTime: (count) => {
    const category = minutes.select(count);
    if (category === 'one') return 'دقيقة قراءة واحدة';
    if (category === 'two') return 'دقيقتا قراءة';
    return category === 'few' ? `${count} دقائق قراءة` : `${count} دقيقة قراءة`;
  },
  kinds: { report: 'تقرير', explainer: 'شرح', analysis: 'تحليل', opinion: 'رأي' },
  permalink: (title) => `رابط إلى القسم «${title}»`,
  timeline: 'تسلسل الأحداث',
  sources: 'كيف عرفنا',
  notes: 'هوامش',
  sourceKinds: { statement: 'بيان', post: 'منشور', document: 'وثيقة', interview: 'مقابلة', report: 'تقرير' },
  backToMention: (number, mention) => `العودة إلى الإشارة ${mention} للهامش ${number}`,
  noteMark: (number) => `هامش ${number}`,
  allStatements: 'جميع مصادر هذا المقال بيانات.',
  whosWho: 'من هم وما هي',
  glossary: 'مسرد',
  aboutGlossary: 'الأشخاص والمنظمات والأماكن المذكورة في المقالات.',
  entryKinds: { person: 'شخص', organisation: 'منظمة', place: 'مكان' },
  inTheGlossary: 'المزيد في المسرد',
  mentionedIn: 'مذكور في',
  close: 'إغلاق',
  printedLinks: 'روابط',
  printedFrom: 'طُبع من',
  theme: 'المظهر',
  themes: { system: 'النظام', light: 'فاتح', dark: 'داكن' },
  corrections: 'هل من خطأ؟ اكتب إلى',
  moved: 'انتقل هذا المقال إلى:',
  expired: { title: 'لم يعد متاحًا', text: 'أُزيل هذا المقال.' },
  notFound: {
    title: 'الصفحة غير موجودة',
    text: 'لا توجد صفحة على هذا العنوان. ربما نُقلت، أو أن الرابط غير كامل.',
    home: 'إلى الصفحة الأولى',
  },
  articlesOn: (topic) => `مقالات عن ${topic}`,
  articlesBy: (author) => `مقالات ${author}`,
  topics: 'مواضيع',
  table: 'جدول',
  externalLink: 'موقع خارجي',
  taskDone: 'تم',
  taskOpen: 'لم يتم',
};
