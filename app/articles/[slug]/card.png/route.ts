export { shareImageAnswer as GET } from '@/app/share-image-answer.ts';
