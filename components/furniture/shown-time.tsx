import type { ShownDate } from '@/lib/model/dates.ts';

/** A date for readers and machines. */
export function ShownTime({ date }: { date: ShownDate }) {
  return <time dateTime={date.machine}>{date.text}</time>;
}
