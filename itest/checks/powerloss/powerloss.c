/*
 * Writes down what a process has made durable below a directory, so that a test can take away the
 * rest. To be preloaded. Nothing is changed of what the calls do; what is unlinked or replaced keeps
 * another name, in case its going was not durable.
 *
 * POWERLOSS_DIRECTORY  what is watched; POWERLOSS_JOURNAL  a file, appended to, a line an event:
 *   sync PATH OCTETS - | create PATH - - | rename FROM TO SAVED | unlink PATH SAVED - | entries PATH - -
 *   | reuse FROM TO COPY
 * parted by tabs; POWERLOSS_SAVED  a directory on the same file system for the other names. A log that is
 * renamed to another log is written over: COPY is what it was, and of logs OCTETS are those in front of
 * the place where the next ones are written.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *directory, *saved;
static int journal = -1;
static atomic_long names;

static int (*real_open)(const char *, int, ...);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_rename)(const char *, const char *);
static int (*real_unlink)(const char *);

__attribute__((constructor)) static void begin(void) {
  real_open = dlsym(RTLD_NEXT, "open");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_rename = dlsym(RTLD_NEXT, "rename");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  directory = getenv("POWERLOSS_DIRECTORY");
  saved = getenv("POWERLOSS_SAVED");
  const char *path = getenv("POWERLOSS_JOURNAL");
  if (directory && saved && path) {
    journal = real_open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
  }
}

static int watched(const char *path) {
  return journal >= 0 && path && strncmp(path, directory, strlen(directory)) == 0;
}

static void say(const char *kind, const char *path, const char *second, const char *third) {
  char line[3 * PATH_MAX + 64];
  int length = snprintf(line, sizeof line, "%s\t%s\t%s\t%s\n", kind, path, second, third);
  if (write(journal, line, length) != length) {
    abort(); /* a test that does not know what was synced shows nothing */
  }
}

/* Gives a file another name, so that it can come back; "-" where there is none. */
static void keep(const char *path, char *name) {
  snprintf(name, PATH_MAX, "%s/%ld", saved, atomic_fetch_add(&names, 1));
  if (link(path, name) != 0) {
    strcpy(name, "-");
  }
}

static int is_log(const char *path) {
  size_t length = strlen(path);
  return length > 4 && strcmp(path + length - 4, ".log") == 0;
}

/* What a file is now; a copy that is not whole shows nothing. */
static void copy(const char *path, char *name) {
  const size_t most = 1 << 16;
  char *octets = malloc(most); /* stacks may be small */
  snprintf(name, PATH_MAX, "%s/%ld", saved, atomic_fetch_add(&names, 1));
  int from = real_open(path, O_RDONLY | O_CLOEXEC);
  int to = real_open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  ssize_t length = 0;
  while (octets && from >= 0 && to >= 0 && (length = read(from, octets, most)) > 0) {
    if (write(to, octets, length) != length) {
      abort();
    }
  }
  if (!octets || from < 0 || to < 0 || length < 0) {
    abort();
  }
  free(octets);
  close(from);
  close(to);
}

static int opened(const char *path, int flags, mode_t mode) {
  int creates = (flags & O_CREAT) && watched(path) && access(path, F_OK) != 0;
  int fd = real_open(path, flags, mode);
  if (fd >= 0 && creates) {
    say("create", path, "-", "-");
  }
  return fd;
}

int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | O_TMPFILE)) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
  }
  return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & (O_CREAT | O_TMPFILE)) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
  }
  return opened(path, flags | O_LARGEFILE, mode);
}

static int synced(int fd, int (*call)(int)) {
  struct stat before;
  char link_[64], path[PATH_MAX], octets[32];
  int known = journal >= 0 && fstat(fd, &before) == 0;
  int result = call(fd);
  int error = errno;
  if (result == 0 && known) {
    snprintf(link_, sizeof link_, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link_, path, sizeof path - 1);
    if (length > 0) {
      path[length] = 0;
      if (watched(path)) {
        off_t end = is_log(path) ? lseek(fd, 0, SEEK_CUR) : before.st_size;
        snprintf(octets, sizeof octets, "%lld", (long long) end);
        say(S_ISDIR(before.st_mode) ? "entries" : "sync", path, octets, "-");
      }
    }
  }
  errno = error;
  return result;
}

int fsync(int fd) { return synced(fd, real_fsync); }

int fdatasync(int fd) { return synced(fd, real_fdatasync); }

int rename(const char *from, const char *to) {
  char name[PATH_MAX] = "-";
  int watch = watched(to);
  int reuse = watch && is_log(from) && is_log(to);
  if (reuse) {
    copy(from, name);
  } else if (watch) {
    keep(to, name);
  }
  int result = real_rename(from, to);
  if (result == 0 && watch) {
    say(reuse ? "reuse" : "rename", from, to, name);
  }
  return result;
}

int unlink(const char *path) {
  char name[PATH_MAX] = "-";
  int watch = watched(path);
  if (watch) {
    keep(path, name);
  }
  int result = real_unlink(path);
  if (result == 0 && watch) {
    say("unlink", path, name, "-");
  }
  return result;
}
