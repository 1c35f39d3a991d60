/** A build in its own process, for measuring: `resident-build.ts <content> <out> [stay]`. Reports to its parent what it did. */
import { openBuilder } from '../press/builder.ts';
import { watch } from '../press/watch.ts';

const [content = 'content', out = 'out', stay] = process.argv.slice(2);
const builder = openBuilder({ root: process.cwd(), content, out, say: () => {} });
const tell = (message: unknown) => process.send?.(message);

if (stay === 'stay') {
  await watch({
    content,
    builder,
    now: Date.now,
    built: ({ stages, made }) => void tell({ stages, made: made.length }),
    failed: (error) => void tell({ failed: String(error) }),
  });
  tell({ ready: true });
} else {
  const { stages, made } = await builder.build({ now: Date.now() });
  await builder.close();
  tell({ stages, made: made.length });
  process.disconnect?.();
}
