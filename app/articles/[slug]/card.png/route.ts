export { cardAnswer as GET } from '@/app/card-answer.ts';
