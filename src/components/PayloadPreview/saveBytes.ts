/** Lets the person save bytes as a file, unchanged. */
export function saveBytes(
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
  mediaType = "application/json",
): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}
