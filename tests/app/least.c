// SPDX-License-Identifier: MIT
/* usage: least PID SAMPLES
 * Looks at a process so many times, every few milliseconds, and prints the least it had of each:
 * its own memory in kilobytes, open descriptors, threads. */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { EVERY_MS = 5 };

struct taken {
    long memory, descriptors, threads;
};

static long least_of(long a, long b)
{
    return a < b ? a : b;
}

static long descriptors_of(const char *pid)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%s/fd", pid);
    DIR *folder = opendir(path);
    if (folder == NULL)
        return -1;
    long count = -2; /* itself and its parent */
    while (readdir(folder) != NULL)
        count++;
    closedir(folder);
    return count;
}

static bool look(const char *pid, struct taken *taken)
{
    char path[64], line[256];
    *taken = (struct taken){.descriptors = descriptors_of(pid)};
    snprintf(path, sizeof path, "/proc/%s/status", pid);
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return false;
    while (fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, "RssAnon:", 8) == 0)
            taken->memory = strtol(line + 8, NULL, 10);
        else if (strncmp(line, "Threads:", 8) == 0)
            taken->threads = strtol(line + 8, NULL, 10);
    fclose(file);
    return taken->memory > 0 && taken->descriptors >= 0;
}

int main(int argc, char **argv)
{
    struct taken least, now;
    if (argc != 3 || !look(argv[1], &least))
        return 1;
    for (long i = strtol(argv[2], NULL, 10); i > 0; i--) {
        nanosleep(&(struct timespec){0, EVERY_MS * 1000000}, NULL);
        if (!look(argv[1], &now))
            return 1;
        least.memory = least_of(least.memory, now.memory);
        least.descriptors = least_of(least.descriptors, now.descriptors);
        least.threads = least_of(least.threads, now.threads);
    }
    printf("%ld %ld %ld\n", least.memory, least.descriptors, least.threads);
    return 0;
}
