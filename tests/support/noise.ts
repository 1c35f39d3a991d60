import { createHash } from 'node:crypto';

/** Letters that hardly compress (to about three quarters), the same ones for the same seed. */
export function noise(seed: string, length: number): string {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
    createHash('sha256').update(`${seed} ${index}`).digest('hex'),
  );
  return blocks.join('').slice(0, length);
}
