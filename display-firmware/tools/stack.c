/* How deep the stack can get, from what the compiler writes with -fcallgraph-info=su:
     stack BYTES FILE.ci... -- ROOT ROOT...
   The roots may lie upon each other: the first is the program, the others interrupt it and each other. Fails on recursion, on calls through
   pointers, on a function without a known frame, and when BYTES do not do. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FUNCTIONS_MAX = 1000, EDGES_MAX = 5000, NAME_MAX_LENGTH = 160, EXCEPTION = 36 }; /* eight words, and one to align them */

struct function {
    char name[NAME_MAX_LENGTH];
    long frame; /* -1: not known */
    long depth; /* -1: not looked at yet, -2: being looked at */
};

static struct function functions[FUNCTIONS_MAX];
static int count;
static struct {
    int from;
    int to;
} edges[EDGES_MAX];
static int edge_count;

static int find(const char *name, size_t length)
{
    for (int i = 0; i < count; i++) {
        if (strlen(functions[i].name) == length && memcmp(functions[i].name, name, length) == 0) {
            return i;
        }
    }
    if (count == FUNCTIONS_MAX || length >= NAME_MAX_LENGTH) {
        fprintf(stderr, "stack: too many functions\n");
        exit(2);
    }
    memcpy(functions[count].name, name, length);
    functions[count].frame = -1;
    functions[count].depth = -1;
    return count++;
}

/* The function named between the quotes after `key`. */
static int named(const char *line, const char *key)
{
    const char *at = strstr(line, key);
    const char *end;

    if (at == NULL || (end = strchr(at + strlen(key), '"')) == NULL) {
        fprintf(stderr, "stack: not understood: %s", line);
        exit(2);
    }
    at += strlen(key);
    return find(at, (size_t)(end - at));
}

static void read(const char *path)
{
    char line[1000];
    FILE *file = fopen(path, "r");

    if (file == NULL) {
        perror(path);
        exit(2);
    }
    while (fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, "node:", 5) == 0) {
            int which = named(line, "title: \"");
            const char *bytes = strstr(line, " bytes (");

            if (bytes != NULL) {
                while (bytes[-1] >= '0' && bytes[-1] <= '9') {
                    bytes--;
                }
                functions[which].frame = strstr(line, " bytes (static)") != NULL ? strtol(bytes, NULL, 10) : -1;
            }
        } else if (strncmp(line, "edge:", 5) == 0) {
            if (edge_count == EDGES_MAX) {
                fprintf(stderr, "stack: too many calls\n");
                exit(2);
            }
            edges[edge_count].from = named(line, "sourcename: \"");
            edges[edge_count++].to = named(line, "targetname: \"");
        }
    }
    fclose(file);
}

static long depth(int which) /* this one may call itself: it runs on a computer */
{
    struct function *function = &functions[which];
    long deepest = 0;

    if (function->depth == -2) {
        fprintf(stderr, "stack: %s calls itself\n", function->name);
        exit(1);
    }
    if (function->depth >= 0) {
        return function->depth;
    }
    if (function->frame < 0) {
        fprintf(stderr, "stack: the frame of %s is not known\n", function->name);
        exit(1);
    }
    function->depth = -2;
    for (int i = 0; i < edge_count; i++) {
        if (edges[i].from == which) {
            long below = depth(edges[i].to);

            deepest = below > deepest ? below : deepest;
        }
    }
    return function->depth = function->frame + deepest;
}

int main(int arguments, char **argument)
{
    long all = 0;
    int i = 2;

    if (arguments < 5) {
        fprintf(stderr, "use: stack BYTES FILE.ci... -- ROOT...\n");
        return 2;
    }
    for (; i < arguments && strcmp(argument[i], "--") != 0; i++) {
        read(argument[i]);
    }
    long room = strtol(argument[1], NULL, 10);

    for (int root = i + 1; root < arguments; root++) {
        all += depth(find(argument[root], strlen(argument[root]))) + (root > i + 1 ? EXCEPTION : 0);
    }
    printf("stack: at most %ld of %ld bytes, no recursion\n", all, room);
    return all <= room ? 0 : 1;
}
