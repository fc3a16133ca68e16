#include "emulated.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench.h"
#include "board.h"
#include "check.h"
#include "frame.h"

enum { PATH_MAX_LENGTH = 100, COMMAND_MAX = 600, ANSWER_MS = 200, START_MS = 20000, NAP_MS = 5 };

static const unsigned long USART1_CR1 = 0x4001380C;
static const uint32_t LISTENING = 0x202C;

static char folder[PATH_MAX_LENGTH];
static pid_t emulator;
static int line = -1;
static int monitor = -1;

/* Nothing drives its pins, and its flash is read-only. Flash is for flash_test, keys are for talks_test on the host. */
static const char *const beyond[] = {
    "an address is given by id and kept over power-off",
    "key events stay until they are taken",
    "a pad that started anew does not lose its first press to an old number",
    "presses bounce, queue, overflow",
    "a pad offline forgets its presses",
    "a key held for ten seconds is stuck",
    "firmware goes only into the bank that does not run",
};

bool bench_plays(const char *talk)
{
    for (size_t i = 0; i < sizeof beyond / sizeof beyond[0]; i++) {
        if (strcmp(beyond[i], talk) == 0) {
            return false;
        }
    }
    return true;
}

enum hardware bench_hardware(void)
{
    return HARDWARE_STM32F1;
}

void board_press(uint8_t key, bool down)
{
    CHECK(false, "nobody can press key %u %d here", key, down);
}

static void nap(uint32_t ms)
{
    struct timespec time = {ms / 1000, (long)(ms % 1000) * 1000000};

    while (nanosleep(&time, &time) != 0 && errno == EINTR) {
    }
}

static uint32_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint32_t)now.tv_sec * 1000u + (uint32_t)(now.tv_nsec / 1000000);
}

static int join(const char *name)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    struct timeval patience = {.tv_usec = NAP_MS * 1000};

    snprintf(at.sun_path, sizeof at.sun_path, "%s/%s", folder, name);
    for (uint32_t begun = now_ms(); now_ms() - begun < START_MS; nap(NAP_MS)) {
        int joined = socket(AF_UNIX, SOCK_STREAM, 0);

        CHECK(joined >= 0, "a socket");
        if (connect(joined, (struct sockaddr *)&at, sizeof at) == 0) {
            (void)setsockopt(joined, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
            return joined;
        }
        close(joined);
    }
    CHECK(false, "no emulator at %s", at.sun_path);
    return -1;
}

/* A word of the chip's memory, asked at the monitor, so that the unit hears nothing of it. */
static uint32_t word(unsigned long address)
{
    char ask[64];
    char heard[1000];
    size_t length = 0;
    const char *answer = NULL;
    unsigned value;

    snprintf(ask, sizeof ask, "xp /1wx 0x%lx\n", address);
    CHECK(write(monitor, ask, strlen(ask)) > 0, "a monitor");
    for (uint32_t begun = now_ms(); answer == NULL && now_ms() - begun < START_MS && length < sizeof heard - 1;) {
        ssize_t got = read(monitor, heard + length, sizeof heard - 1 - length);

        length += got > 0 ? (size_t)got : 0;
        heard[length] = '\0';
        answer = strstr(heard, ": 0x");
        answer = answer != NULL && strchr(answer, '\n') != NULL ? answer : NULL;
    }
    CHECK(answer != NULL && sscanf(answer, ": 0x%x", &value) == 1, "the monitor says %s", heard);
    return value;
}

/* Until the firmware has its USART's receiver on, bytes are lost. */
static void await_start(void)
{
    for (uint32_t begun = now_ms(); word(USART1_CR1) != LISTENING; nap(NAP_MS)) {
        CHECK(now_ms() - begun < START_MS, "the firmware does not listen");
    }
}

/* The board's own clock: on a busy computer an emulated one is slow. */
static uint32_t board_ms(void)
{
    static unsigned long at;

    if (at == 0) {
        const char *text = getenv("TICKS");

        CHECK(text != NULL, "TICKS says where the firmware counts them");
        at = strtoul(text, NULL, 16);
    }
    return word(at);
}

/* How much of it has passed; a board that started anew meanwhile counts from there. */
static uint32_t since(uint32_t begun)
{
    uint32_t now = board_ms();

    return now >= begun ? now - begun : now;
}

static void switch_off(void)
{
    if (emulator > 0) {
        kill(emulator, SIGKILL);
        waitpid(emulator, NULL, 0);
        emulator = 0;
    }
    if (line >= 0) {
        close(line);
        close(monitor);
        line = -1;
    }
}

static void clear_up(void)
{
    char path[PATH_MAX_LENGTH + 20];
    static const char *const files[] = {"line", "monitor", "flash.bin"};

    switch_off();
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

void bench_power(void)
{
    char kernel[COMMAND_MAX];
    char serial[COMMAND_MAX];
    char controlled[COMMAND_MAX];

    switch_off();
    snprintf(kernel, sizeof kernel, "%s/flash.bin", folder);
    snprintf(serial, sizeof serial, "unix:%s/line,server=on,wait=off", folder);
    snprintf(controlled, sizeof controlled, "unix:%s/monitor,server=on,wait=off", folder);
    emulator = fork();
    if (emulator == 0) {
        (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
        execlp("qemu-system-arm", "qemu-system-arm", "-M", "stm32vldiscovery", "-accel", "tcg", "-display", "none", "-kernel", kernel,
               "-serial", serial, "-monitor", controlled, (char *)NULL);
        perror("qemu-system-arm");
        _exit(127);
    }
    line = join("line");
    monitor = join("monitor");
    await_start();
}

void emulated_board(const char *words)
{
    char command[COMMAND_MAX];
    const char *build = getenv("BUILD");

    switch_off();
    if (*folder == '\0') {
        snprintf(folder, sizeof folder, "/tmp/board-XXXXXX");
        CHECK(mkdtemp(folder) != NULL, "a folder");
        atexit(clear_up);
    }
    snprintf(command, sizeof command, "%s/factory %s > %s/flash.bin", build == NULL ? "build" : build, words, folder);
    CHECK(system(command) == 0, "%s", command);
    bench_power();
}

void bench_unit(const struct settings *settings, const uint8_t id[ID_SIZE])
{
    char words[COMMAND_MAX];
    char id_text[2 * ID_SIZE + 1];
    const char *build = getenv("BUILD") == NULL ? "build" : getenv("BUILD");

    for (int i = 0; i < ID_SIZE; i++) {
        snprintf(id_text + 2 * i, 3, "%02X", id[i]);
    }
    snprintf(words, sizeof words, "%s/boot.bin %s/firmware_a.bin - %s %ux%u %s %02X", build, build,
             settings->kind == KIND_PAD ? "pad" : "display", settings->width, settings->height, id_text, settings->address);
    emulated_board(words);
}

void bench_wait(uint32_t ms)
{
    uint32_t begun = board_ms();

    for (uint32_t passed = 0; passed < ms; passed = since(begun)) {
        nap((ms - passed + 1) / 2);
    }
}

static void send_out(const uint8_t *frame)
{
    uint8_t wire[FRAME_WIRE_MAX];
    size_t length = 0;
    struct frame_sender sender;

    frame_sender_start(&sender, frame);
    for (int byte = frame_next(&sender); byte >= 0; byte = frame_next(&sender)) {
        wire[length++] = (uint8_t)byte;
    }
    CHECK(write(line, wire, length) == (ssize_t)length, "the line takes %zu bytes", length);
}

const uint8_t *bench_ask(const uint8_t *frame)
{
    static struct frame_receiver receiver;
    uint8_t byte;

    frame_receiver_start(&receiver);
    send_out(frame);
    uint32_t begun = board_ms();

    do {
        while (read(line, &byte, 1) == 1) {
            if (frame_receive(&receiver, byte) && receiver.bytes[FRAME_SEQ] == frame[FRAME_SEQ] &&
                receiver.bytes[FRAME_CMD] == (frame[FRAME_CMD] | REPLY_BIT)) {
                return receiver.bytes;
            }
        }
    } while (since(begun) < ANSWER_MS);
    return NULL;
}
