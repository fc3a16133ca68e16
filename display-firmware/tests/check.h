/* A test is a main with CHECKs; the first that fails says where and ends the program. */
#ifndef YICHUANG_CHECK_H
#define YICHUANG_CHECK_H

#include <stdio.h>
#include <stdlib.h>

#define CHECK(what, ...)                                                                                               \
    do {                                                                                                               \
        if (!(what)) {                                                                                                 \
            fprintf(stderr, "%s:%d: not so: %s: ", __FILE__, __LINE__, #what);                                         \
            fprintf(stderr, __VA_ARGS__);                                                                              \
            fprintf(stderr, "\n");                                                                                     \
            exit(1);                                                                                                   \
        }                                                                                                              \
    } while (0)

#endif
