/** A file that an action made, by the SHA-256 of its bytes. */
export type OutputFile = { path: string; digest: string; size: number };

/*
 * An `ActionResult` of Bazel's remote execution API, as protobuf, so that servers which check what they store take it:
 * https://github.com/bazelbuild/remote-apis/blob/main/build/bazel/remote/execution/v2/remote_execution.proto. Of all its fields, only `output_files` (2)
 * is used: an `OutputFile` with `path` (1) and `digest` (2), which is a `Digest` with `hash` (1) and `size_bytes` (2).
 */

/** The result of an action that made these files. */
export function encodeActionResult(files: readonly OutputFile[]): Buffer {
  return Buffer.concat(
    files.map(({ path, digest, size }) => {
      const ofDigest = Buffer.concat([field(1, Buffer.from(digest)), Buffer.from([2 << 3]), varint(size)]);
      return field(2, Buffer.concat([field(1, Buffer.from(path)), field(2, ofDigest)]));
    }),
  );
}

/** The files of a result; `undefined` if it is none. Unknown fields are skipped. */
export function decodeActionResult(bytes: Uint8Array): OutputFile[] | undefined {
  try {
    return fieldsOf(bytes).flatMap(({ number, value }) => {
      if (number !== 2 || typeof value === 'number') return [];
      const file = fieldsOf(value);
      const digest = fieldsOf(bytesIn(file, 2));
      const size = digest.find((one) => one.number === 2)?.value ?? 0;
      return {
        path: Buffer.from(bytesIn(file, 1)).toString('utf8'),
        digest: Buffer.from(bytesIn(digest, 1)).toString('utf8'),
        size: Number(size),
      };
    });
  } catch {
    return undefined;
  }
}

type Field = { number: number; value: number | Uint8Array };

function bytesIn(fields: readonly Field[], number: number): Uint8Array {
  const value = fields.find((one) => one.number === number)?.value;
  return value instanceof Uint8Array ? value : new Uint8Array();
}

/** A length-delimited field. */
function field(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2]), varint(bytes.byteLength), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}

/** @throws RangeError if the bytes end too early or have another form. */
function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const next = () => {
    const byte = bytes[at];
    if (byte === undefined) throw new RangeError('It ends too early.');
    at += 1;
    return byte;
  };
  const readVarint = () => {
    let [value, factor] = [0, 1];
    for (let byte = next(); ; byte = next()) {
      value += (byte & 127) * factor;
      factor *= 128;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.byteLength) {
    const tag = readVarint();
    const wire = tag & 7;
    if (wire === 0) fields.push({ number: tag >>> 3, value: readVarint() });
    else if (wire === 2) {
      const length = readVarint();
      if (at + length > bytes.byteLength) throw new RangeError('It ends too early.');
      fields.push({ number: tag >>> 3, value: bytes.subarray(at, at + length) });
      at += length;
    } else throw new RangeError('It has another form.');
  }
  return fields;
}
