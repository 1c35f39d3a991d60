import type { Instant } from '../model/moment.ts';
import { WorkError } from '../processes/work-error.ts';
import { goneFrom, listGone, type PublicSite } from '../publication/public-texts.ts';

/** The error for a build for an earlier instant than the last one, which would take down what readers can see. */
export class EarlierInstantError extends WorkError {
  /** The instant of the last build. */
  readonly until: Instant;

  constructor(message: string, until: Instant) {
    super(message);
    this.until = until;
  }
}

/**
 * Refuses to take down articles or versions only because a clock was set back.
 *
 * @param last The site of the last build, which was for a later instant.
 * @param next The site that is to be built.
 * @throws EarlierInstantError that names what would be taken down.
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
