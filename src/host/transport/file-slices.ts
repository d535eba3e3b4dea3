import type { JsonObject } from "../wire/json";

/** The workbook's file, handed out in slices as `getFileAsync` wants it. */
export class FileSlices {
  private readonly files = new Map<number, { readonly bytes: Uint8Array; readonly size: number }>();
  private count = 0;

  /** `save` answers the workbook as the bytes of an .xlsx file. */
  constructor(private readonly save: () => Uint8Array) {}

  /** Takes the file as it is now; slices are that long, in bytes. */
  open(size: number): JsonObject {
    const bytes = this.save();
    const handle = ++this.count;
    this.files.set(handle, { bytes, size });
    return { "0": handle, "1": bytes.length };
  }

  /** One slice, counted from 0. */
  slice(handle: number, index: number): JsonObject {
    const file = this.files.get(handle);
    const bytes = file?.bytes.subarray(index * file.size, (index + 1) * file.size) ?? new Uint8Array();
    return { "0": [...bytes], "1": bytes.length };
  }

  close(handle: number): JsonObject {
    this.files.delete(handle);
    return {};
  }
}
