/*
 * A disk that is as large as a test wants it to be, for one process. To be preloaded. Files below a
 * directory take from a budget what they grow by, and give back what they shrink by or had when they
 * went; where it is used up, a write is cut short and the next one has no room (ENOSPC).
 *
 * FULLDISK_DIRECTORY  what is watched
 * FULLDISK_BUDGET     a file of four numbers of 8 octets, mapped, changed by both sides while it runs:
 *   granted (the test's) | used (ours) | writes refused (ours) | creations refused where not 0 (the test's)
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 65536

struct budget {
  _Atomic long granted, used, refused, strict;
};

static struct budget *budget;
static const char *directory;
static atomic_char watched[FILES]; /* by file descriptor */

static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_copy)(int, off_t *, int, off_t *, size_t, unsigned);
static ssize_t (*real_sendfile)(int, int, off_t *, size_t);
static int (*real_fallocate)(int, int, off_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static int (*real_remove)(const char *);
static int (*real_rename)(const char *, const char *);
static int (*real_statvfs)(const char *, struct statvfs *);
static int (*real_fstatvfs)(int, struct statvfs *);

__attribute__((constructor)) static void begin(void) {
  real_open = dlsym(RTLD_NEXT, "open");
  real_openat = dlsym(RTLD_NEXT, "openat");
  real_close = dlsym(RTLD_NEXT, "close");
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite");
  real_writev = dlsym(RTLD_NEXT, "writev");
  real_copy = dlsym(RTLD_NEXT, "copy_file_range");
  real_sendfile = dlsym(RTLD_NEXT, "sendfile");
  real_fallocate = dlsym(RTLD_NEXT, "fallocate");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_remove = dlsym(RTLD_NEXT, "remove");
  real_rename = dlsym(RTLD_NEXT, "rename");
  real_statvfs = dlsym(RTLD_NEXT, "statvfs");
  real_fstatvfs = dlsym(RTLD_NEXT, "fstatvfs");
  directory = getenv("FULLDISK_DIRECTORY");
  const char *path = getenv("FULLDISK_BUDGET");
  int file = directory && path ? real_open(path, O_RDWR | O_CLOEXEC) : -1;
  if (file >= 0) {
    void *at = mmap(NULL, sizeof *budget, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (at == MAP_FAILED) {
      abort(); /* a test of a disk without an end shows nothing */
    }
    budget = at;
    real_close(file);
  }
}

static int below(const char *path) {
  return budget && path && strncmp(path, directory, strlen(directory)) == 0;
}

static int is_watched(int fd) {
  return budget && fd >= 0 && fd < FILES && watched[fd];
}

static long left(void) {
  long room = budget->granted - budget->used;
  return room > 0 ? room : 0;
}

/* Takes what a file may grow by, at most what it wants; -1 where it gets nothing. */
static long take(long wanted) {
  while (wanted > 0) {
    long used = budget->used;
    long room = budget->granted - used;
    if (room <= 0) {
      budget->refused++;
      errno = ENOSPC;
      return -1;
    }
    long gets = wanted < room ? wanted : room;
    if (atomic_compare_exchange_weak(&budget->used, &used, used + gets)) {
      return gets;
    }
  }
  return 0;
}

/* Octets of a write of a length at a position that may be written; -1: none. */
static long allowed(int fd, long position, long length) {
  struct stat file;
  if (fstat(fd, &file) != 0 || !S_ISREG(file.st_mode)) {
    return length;
  }
  if (position < 0) {
    position = fcntl(fd, F_GETFL) & O_APPEND ? file.st_size : lseek(fd, 0, SEEK_CUR);
  }
  long growth = position + length - file.st_size;
  if (growth <= 0) {
    return length;
  }
  if (growth > length) {
    growth = length; /* a hole takes no room */
  }
  long gets = take(growth);
  return gets < 0 ? (length > growth ? length - growth : -1) : length - growth + gets;
}

static int opened(int fd, const char *path) {
  if (fd >= 0 && fd < FILES) {
    watched[fd] = below(path);
  }
  return fd;
}

static long size_of(const char *path) {
  struct stat file;
  return lstat(path, &file) == 0 && S_ISREG(file.st_mode) && file.st_nlink == 1 ? file.st_size : 0;
}

/* What goes when a file is opened anew; -1 where it may not be made. */
static long before_opening(const char *path, int flags) {
  if (!below(path)) {
    return 0;
  }
  if ((flags & O_CREAT) && budget->strict && left() == 0 && access(path, F_OK) != 0) {
    budget->refused++;
    errno = ENOSPC;
    return -1;
  }
  return flags & O_TRUNC ? size_of(path) : 0;
}

static int open_watched(const char *path, int flags, mode_t mode) {
  long goes = before_opening(path, flags);
  int fd = goes < 0 ? -1 : opened(real_open(path, flags, mode), path);
  if (fd >= 0 && goes > 0) {
    budget->used -= goes;
  }
  return fd;
}

#define MODE(flags, mode)                      \
  if ((flags) & (O_CREAT | O_TMPFILE)) {       \
    va_list rest;                              \
    va_start(rest, flags);                     \
    mode = va_arg(rest, mode_t);               \
    va_end(rest);                              \
  }

int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  MODE(flags, mode)
  return open_watched(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  mode_t mode = 0;
  MODE(flags, mode)
  return open_watched(path, flags | O_LARGEFILE, mode);
}

int openat(int at, const char *path, int flags, ...) {
  mode_t mode = 0;
  MODE(flags, mode)
  return opened(real_openat(at, path, flags, mode), path);
}

int openat64(int at, const char *path, int flags, ...) {
  mode_t mode = 0;
  MODE(flags, mode)
  return opened(real_openat(at, path, flags | O_LARGEFILE, mode), path);
}

int close(int fd) {
  if (fd >= 0 && fd < FILES) {
    watched[fd] = 0;
  }
  return real_close(fd);
}

ssize_t write(int fd, const void *octets, size_t length) {
  long may = is_watched(fd) ? allowed(fd, -1, length) : (long) length;
  return may < 0 ? -1 : real_write(fd, octets, may);
}

ssize_t pwrite(int fd, const void *octets, size_t length, off_t position) {
  long may = is_watched(fd) ? allowed(fd, position, length) : (long) length;
  return may < 0 ? -1 : real_pwrite(fd, octets, may, position);
}

ssize_t pwrite64(int fd, const void *octets, size_t length, off_t position) {
  return pwrite(fd, octets, length, position);
}

/* Short: the first piece, which is what a caller has to expect anyway. */
ssize_t writev(int fd, const struct iovec *pieces, int count) {
  if (!is_watched(fd)) {
    return real_writev(fd, pieces, count);
  }
  for (int i = 0; i < count; i++) {
    if (pieces[i].iov_len > 0) {
      return write(fd, pieces[i].iov_base, pieces[i].iov_len);
    }
  }
  return 0;
}

ssize_t copy_file_range(int from, off_t *from_at, int to, off_t *to_at, size_t length, unsigned flags) {
  if (is_watched(to)) {
    errno = ENOSYS; /* who asks has another way, that we count */
    return -1;
  }
  return real_copy(from, from_at, to, to_at, length, flags);
}

ssize_t sendfile(int to, int from, off_t *at, size_t length) {
  if (is_watched(to)) {
    errno = EINVAL;
    return -1;
  }
  return real_sendfile(to, from, at, length);
}

ssize_t sendfile64(int to, int from, off_t *at, size_t length) {
  return sendfile(to, from, at, length);
}

/* Room that was asked for ahead is not counted, so it can't be promised. */
int fallocate(int fd, int mode, off_t offset, off_t length) {
  if (is_watched(fd)) {
    errno = left() < length ? ENOSPC : EOPNOTSUPP;
    return -1;
  }
  return real_fallocate(fd, mode, offset, length);
}

int fallocate64(int fd, int mode, off_t offset, off_t length) {
  return fallocate(fd, mode, offset, length);
}

int ftruncate(int fd, off_t length) {
  struct stat file;
  long goes = is_watched(fd) && fstat(fd, &file) == 0 ? file.st_size - length : 0;
  int result = real_ftruncate(fd, length);
  if (result == 0 && goes > 0) {
    budget->used -= goes;
  }
  return result;
}

int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }

static int removed(const char *path, int (*call)(const char *)) {
  long goes = below(path) ? size_of(path) : 0;
  int result = call(path);
  if (result == 0 && goes > 0) {
    budget->used -= goes;
  }
  return result;
}

int unlink(const char *path) { return removed(path, real_unlink); }

int remove(const char *path) { return removed(path, real_remove); }

int rename(const char *from, const char *to) {
  long goes = below(to) ? size_of(to) : 0;
  int result = real_rename(from, to);
  if (result == 0 && goes > 0) {
    budget->used -= goes;
  }
  return result;
}

static int told(int result, struct statvfs *about) {
  if (result == 0) {
    about->f_bavail = about->f_bfree = left() / (about->f_frsize ? about->f_frsize : 1);
  }
  return result;
}

int statvfs(const char *path, struct statvfs *about) {
  int result = real_statvfs(path, about);
  return below(path) ? told(result, about) : result;
}

int statvfs64(const char *path, struct statvfs64 *about) {
  return statvfs(path, (struct statvfs *) about); /* the same on 64 bits */
}

int fstatvfs(int fd, struct statvfs *about) {
  int result = real_fstatvfs(fd, about);
  return is_watched(fd) ? told(result, about) : result;
}
