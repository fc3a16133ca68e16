/* Makes core's font (digits, letters, the offline sign) from GNU Unifont's table: font unifont.hex > font.c */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ASCII_FIRST = 0x20, ASCII_LAST = 0x7E };

static const unsigned signs[] = {0x79BB, 0x7EBF}; /* 离 线 */
static char ascii[ASCII_LAST - ASCII_FIRST + 1][33];
static char wide[2][65];

static void print(const char *rows)
{
    printf("    {");
    for (; *rows != '\0'; rows += 2) {
        printf("0x%.2s,%s", rows, rows[2] == '\0' ? "" : " ");
    }
    printf("},\n");
}

int main(int count, char **arguments)
{
    char line[256];
    FILE *table = count == 2 ? fopen(arguments[1], "r") : NULL;

    if (table == NULL) {
        fprintf(stderr, "use: font unifont.hex > font.c\n");
        return 2;
    }
    while (fgets(line, sizeof line, table) != NULL) {
        char *rows = strchr(line, ':');

        if (rows == NULL) {
            continue;
        }
        unsigned code = (unsigned)strtoul(line, NULL, 16);
        rows++;
        rows[strcspn(rows, "\r\n")] = '\0';
        if (code >= ASCII_FIRST && code <= ASCII_LAST && strlen(rows) == 32) {
            strcpy(ascii[code - ASCII_FIRST], rows);
        }
        for (int i = 0; i < 2; i++) {
            if (code == signs[i] && strlen(rows) == 64) {
                strcpy(wide[i], rows);
            }
        }
    }
    fclose(table);
    printf("/* Made from GNU Unifont by tools/font.c. */\n#include \"font.h\"\n\n");
    printf("const uint8_t font_ascii[FONT_LAST - FONT_FIRST + 1][16] = {\n");
    for (int i = 0; i <= ASCII_LAST - ASCII_FIRST; i++) {
        if (ascii[i][0] == '\0') {
            fprintf(stderr, "U+%04X is not in the table\n", i + ASCII_FIRST);
            return 1;
        }
        print(ascii[i]);
    }
    printf("};\n\nconst uint8_t font_offline[FONT_SIGNS][32] = {\n");
    for (int i = 0; i < 2; i++) {
        if (wide[i][0] == '\0') {
            fprintf(stderr, "U+%04X is not in the table\n", signs[i]);
            return 1;
        }
        print(wide[i]);
    }
    printf("};\n");
    return 0;
}
