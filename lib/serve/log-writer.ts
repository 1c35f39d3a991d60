import { write } from 'node:fs';
import { promisify } from 'node:util';

const writeSome = promisify(write);

/** Writes lines of a log without waiting. */
export type LogWriter = {
  write: (line: string) => void;
  /** Writes pending lines, if possible, and ends. */
  close: () => Promise<void>;
};

/** The most characters that are queued while the log cannot be written; further lines are lost. */
const mostWaiting = 1024 * 1024;

/** How long to wait before trying again to write to a full pipe, in milliseconds. */
const pause = 50;

/**
 * A log that never blocks the server: lines that cannot be written because the disk is full or nobody reads the pipe are
 * lost, and the log says how many as soon as it can be written again.
 *
 * `console.log` is not suitable: the error that its stream emits later ends the process.
 *
 * @param file The descriptor of an open file or pipe; 1 is standard output.
 * @param say Receives once that lines are being lost, and why.
 */
export function logWriter(file: number, say: (line: string) => void): LogWriter {
  let waiting: string[] = [];
  let characters = 0;
  let lost = 0;
  let isTorn = false;
  let isBusy = false;
  let isClosing = false;
  let ended = () => {};

  const lose = (count: number, reason: unknown) => {
    if (lost === 0 && count > 0) {
      say(
        `The log cannot be written: ${reason instanceof Error ? reason.message : reason}. Requests are still answered.`,
      );
    }
    lost += count;
  };
  const writeLines = async (lines: readonly string[]) => {
    const missing = lost;
    const notice = missing > 0 ? [`${new Date().toISOString()} ${missing} lines of this log were lost`] : [];
    let bytes = Buffer.from(`${isTorn ? '\n' : ''}${[...notice, ...lines].join('\n')}\n`);
    try {
      while (bytes.byteLength > 0) bytes = bytes.subarray(await writeOnce(bytes));
      lost -= missing;
      isTorn = false;
    } catch (error) {
      lose(lines.length, error);
    }
  };
  /** Writes as much as the system accepts; nothing while a pipe is full. */
  const writeOnce = async (bytes: Buffer): Promise<number> => {
    try {
      const { bytesWritten } = await writeSome(file, bytes);
      isTorn = bytesWritten < bytes.byteLength;
      return bytesWritten;
    } catch (error) {
      if (isClosing || !(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
      return 0;
    }
  };
  const work = async () => {
    isBusy = true;
    while (waiting.length > 0) {
      const lines = waiting;
      waiting = [];
      characters = 0;
      await writeLines(lines);
    }
    isBusy = false;
    ended();
  };
  return {
    write: (line) => {
      if (characters + line.length > mostWaiting) return lose(1, 'nobody reads its output');
      waiting.push(line);
      characters += line.length;
      if (!isBusy) void work();
    },
    close: () => {
      isClosing = true;
      return new Promise((resolve) => {
        ended = resolve;
        if (!isBusy) resolve();
      });
    },
  };
}
