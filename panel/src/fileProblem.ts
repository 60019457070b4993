const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "that is a folder",
  ENOTDIR: "a part of the path is not a folder",
  EEXIST: "that is not a folder",
  EACCES: "this user may not use it",
  EPERM: "this user may not use it",
  EROFS: "the file system is read-only",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "the links in the path lead in a circle",
  ENOSPC: "there is no room on the disk",
  EDQUOT: "there is no room in the quota",
  EFBIG: "there is no room: a limit on the size of files is in force",
  EIO: "the disk fails",
};

/** Why the system did not do what was asked of a file or folder, in words. */
export function fileProblem({
  code = "",
  syscall,
  message,
}: NodeJS.ErrnoException): string {
  if (code === "ENOENT" && syscall === "mkdir") return "no folder can be made there";
  return reasons[code] ?? message.split("\n", 1)[0] ?? code;
}
