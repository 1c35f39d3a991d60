import type { Instant } from '../model/moment.ts';
import { WorkError } from '../processes/work-error.ts';
import { goneFrom, listGone, type PublicSite } from '../publication/public-texts.ts';

/** A build of an earlier instant than that of the last one, which would take down what readers can see. */
export class EarlierInstantError extends WorkError {
  /** From this instant on, a build is not one of an earlier instant. */
  readonly until: Instant;

  constructor(message: string, until: Instant) {
    super(message);
    this.until = until;
  }
}

/**
 * Refuses to take articles, or versions of them, down for no other reason than that a clock was set back.
 *
 * @param last The site of the last build, which was of a later instant.
 * @param next The site that is to be built.
 * @throws EarlierInstantError that names what would go.
 */
export function refuseEarlierInstant(
  out: string,
  last: PublicSite & { asOf: Instant },
  next: PublicSite & { asOf: Instant },
): void {
  const gone = goneFrom(last.texts, next).filter(({ what }) => what !== 'picture');
  if (gone.length === 0) return;
  const text = (instant: Instant) => new Date(instant).toISOString();
  throw new EarlierInstantError(
    `A build as of ${text(next.asOf)} would take down what the last build of ${out}/, as of ${text(last.asOf)}, has published: ${listGone(gone)}. Set the clock, or build that instant into another folder with --out. To take it down, add --take-down.`,
    last.asOf,
  );
}
