// SPDX-License-Identifier: MIT
#include "faults.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
    enum fault_kind kind;
    size_t left; /* calls until one fails; 0: none will */
    bool stays, fired;
} armed;

void faults_arm(enum fault_kind kind, size_t n, bool stays)
{
    armed.kind = kind;
    armed.left = n;
    armed.stays = stays;
    armed.fired = false;
}

bool faults_disarm(void)
{
    armed.left = 0;
    return armed.fired;
}

static bool fails(enum fault_kind kind)
{
    if (armed.left == 0 || kind != armed.kind)
        return false;
    if (armed.left > 1) {
        armed.left--;
        return false;
    }
    armed.fired = true;
    armed.left = armed.stays ? 1 : 0;
    return true;
}

/* ---- what the store itself asks of the system: these stand before the ones of the library */

static bool fails_with(int error)
{
    bool failed = fails(FAULT_SYSTEM);
    if (failed)
        errno = error;
    return failed;
}

int mkdir(const char *path, mode_t mode)
{
    return fails_with(ENOSPC) ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int mknod(const char *path, mode_t mode, dev_t device)
{
    return fails_with(EDQUOT) ? -1 : (int)syscall(SYS_mknodat, AT_FDCWD, path, mode, device);
}

int rename(const char *from, const char *to)
{
    return fails_with(EIO) ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

/* ---- files, as SQLite uses them */

struct shaky_file {
    sqlite3_file file;
    sqlite3_file *real;
};

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((struct shaky_file *)file)->real;
}

static int close_file(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int read_file(sqlite3_file *file, void *out, int amount, sqlite3_int64 at)
{
    return fails(FAULT_SYSTEM) ? SQLITE_IOERR_READ
                               : real_of(file)->pMethods->xRead(real_of(file), out, amount, at);
}

/* A full disk takes what fits. */
static int write_file(sqlite3_file *file, const void *bytes, int amount, sqlite3_int64 at)
{
    bool failed = fails(FAULT_SYSTEM);
    int code =
        real_of(file)->pMethods->xWrite(real_of(file), bytes, failed ? amount / 2 : amount, at);
    return failed ? SQLITE_FULL : code;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
    return fails(FAULT_SYSTEM) ? SQLITE_IOERR_TRUNCATE
                               : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int sync_file(sqlite3_file *file, int flags)
{
    return fails(FAULT_SYSTEM) ? SQLITE_IOERR_FSYNC
                               : real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int size_of_file(sqlite3_file *file, sqlite3_int64 *size)
{
    return fails(FAULT_SYSTEM) ? SQLITE_IOERR_FSTAT
                               : real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int lock_file(sqlite3_file *file, int lock)
{
    return fails(FAULT_SYSTEM) ? SQLITE_IOERR_LOCK
                               : real_of(file)->pMethods->xLock(real_of(file), lock);
}

static int unlock_file(sqlite3_file *file, int lock)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}

static int check_lock(sqlite3_file *file, int *out)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}

static int control_file(sqlite3_file *file, int what, void *argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), what, argument);
}

static int sector_of(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int traits_of(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static const sqlite3_io_methods shaky_methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = size_of_file,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_lock,
    .xFileControl = control_file,
    .xSectorSize = sector_of,
    .xDeviceCharacteristics = traits_of,
};

static sqlite3_vfs *real_vfs, shaky_vfs;

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
    (void)vfs;
    struct shaky_file *shaky = (struct shaky_file *)file;
    file->pMethods = NULL;
    if (fails(FAULT_SYSTEM))
        return SQLITE_CANTOPEN;
    shaky->real = (sqlite3_file *)(shaky + 1);
    int code = real_vfs->xOpen(real_vfs, name, shaky->real, flags, out);
    if (shaky->real->pMethods != NULL)
        file->pMethods = &shaky_methods;
    return code;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int sync)
{
    (void)vfs;
    return fails(FAULT_SYSTEM) ? SQLITE_IOERR_DELETE : real_vfs->xDelete(real_vfs, name, sync);
}

static int may_access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
    (void)vfs;
    return fails(FAULT_SYSTEM) ? SQLITE_IOERR_ACCESS
                               : real_vfs->xAccess(real_vfs, name, flags, out);
}

static int sleep_well(sqlite3_vfs *vfs, int time)
{
    (void)vfs;
    return time;
}

/* ---- memory */

static sqlite3_mem_methods real_memory;

static void *give(int size)
{
    return fails(FAULT_MEMORY) ? NULL : real_memory.xMalloc(size);
}

static void *resize(void *memory, int size)
{
    return fails(FAULT_MEMORY) ? NULL : real_memory.xRealloc(memory, size);
}

void faults_install(void)
{
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_memory);
    sqlite3_mem_methods shaky = real_memory;
    shaky.xMalloc = give;
    shaky.xRealloc = resize;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &shaky);
    /* Else most of what is wanted comes from there. */
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    sqlite3_initialize();
    real_vfs = sqlite3_vfs_find(NULL);
    shaky_vfs = *real_vfs;
    shaky_vfs.zName = "shaky";
    shaky_vfs.szOsFile = (int)sizeof(struct shaky_file) + real_vfs->szOsFile;
    shaky_vfs.xOpen = open_file;
    shaky_vfs.xDelete = delete_file;
    shaky_vfs.xAccess = may_access;
    shaky_vfs.xSleep = sleep_well;
    sqlite3_vfs_register(&shaky_vfs, 1);
}
