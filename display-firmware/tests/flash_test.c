/* Settings, images and updates on a flash that fails in the middle of whatever is written. What the emulator cannot show is shown here. */
#include <string.h>

#include "bench.h"
#include "board.h"
#include "boot.h"
#include "check.h"
#include "crc.h"
#include "image.h"
#include "port.h"
#include "update.h"
#include "version.h"

enum { IMAGE_SIZE = 3000, OPERATIONS = 40 };

static const uint8_t id[ID_SIZE] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
static uint8_t image[IMAGE_SIZE];

static void put_u32(uint8_t *at, uint32_t value)
{
    for (int i = 0; i < 4; i++) {
        at[i] = (uint8_t)(value >> 8 * i);
    }
}

static void make_image(uint8_t bank)
{
    for (int i = 0; i < IMAGE_SIZE; i++) {
        image[i] = (uint8_t)(i * 7 + bank);
    }
    uint8_t *head = image + IMAGE_HEAD_AT;

    memset(head, 0, IMAGE_HEAD);
    put_u32(head, IMAGE_MAGIC);
    put_u32(head + 4, IMAGE_SIZE);
    head[8] = bank;
    head[9] = HARDWARE_HOST;
    head[10] = 2;
    put_u32(image + IMAGE_SIZE - IMAGE_CRC_SIZE, crc32(image, IMAGE_SIZE - IMAGE_CRC_SIZE));
}

static void fresh(uint8_t bank)
{
    struct settings given = {KIND_DISPLAY, 32, 128, 7, bank, BANK_NONE, {0}};

    memset(given.id, 0xFF, ID_SIZE);
    bench_unit(&given, id);
    board_bank(bank);
    make_image(bank);
    memcpy(board_flash() + image_bank_at(bank), image, IMAGE_SIZE);
    bench_power();
}

/* Sends the image for the other bank; the first status that is not DONE. */
static int update(void)
{
    char text[600];
    uint8_t other = port_bank() ^ 1;
    int status;

    make_image(other);
    snprintf(text, sizeof text, "%02X%02X0000 %02X 02 020000", IMAGE_SIZE & 0xFF, IMAGE_SIZE >> 8, other);
    status = bench_say(7, CMD_UPDATE_BEGIN, text);
    for (int offset = 0; status == DONE && offset < IMAGE_SIZE;) {
        int length = IMAGE_SIZE - offset < 200 ? IMAGE_SIZE - offset : 200;
        int at = snprintf(text, sizeof text, "%02X%02X", offset & 0xFF, offset >> 8);

        for (int i = 0; i < length; i++) {
            at += snprintf(text + at, sizeof text - (size_t)at, "%02X", image[offset + i]);
        }
        status = bench_say(7, CMD_UPDATE_DATA, text);
        offset += length;
    }
    return status == DONE ? bench_say(7, CMD_UPDATE_END, "") : status;
}

/* What a start with the boot loader runs. */
static uint8_t start(void)
{
    settings_start();
    struct boot_choice choice = boot_choose();

    board_bank(choice.bank);
    board_started_by(choice.fell_back ? START_FELL_BACK : START_POWER);
    bench_power();
    return choice.bank;
}

static void an_update_runs_after_the_restart_and_stays_when_confirmed(void)
{
    fresh(0);
    CHECK(update() == DONE, "an update");
    CHECK(start() == 1, "the new one is tried");
    CHECK(update_on_trial(), "on trial");
    CHECK(bench_say(7, CMD_UPDATE_CONFIRM, "") == DONE, "confirmed");
    for (int i = 0; i < 5; i++) {
        CHECK(start() == 1, "it stays");
    }
}

static void without_a_word_of_the_master_the_old_one_comes_back_at_the_third_start(void)
{
    fresh(0);
    CHECK(update() == DONE, "an update");
    CHECK(start() == 1 && start() == 1, "tried twice");
    CHECK(start() == 0, "the old one");
    CHECK(port_start_cause() == START_FELL_BACK, "and says so");
    CHECK(start() == 0, "for good");
}

static void an_image_damaged_in_flash_is_not_started(void)
{
    fresh(0);
    CHECK(update() == DONE, "an update");
    board_flash()[image_bank_at(1) + 100] ^= 1;
    CHECK(start() == 0, "the old one");
}

static void a_damaged_bank_gives_way_to_the_other(void)
{
    fresh(0);
    make_image(1);
    memcpy(board_flash() + image_bank_at(1), image, IMAGE_SIZE);
    CHECK(start() == 0, "both whole: the confirmed one");
    board_flash()[image_bank_at(0) + 100] ^= 1;
    CHECK(start() == 1, "the other one");
    CHECK(port_start_cause() == START_FELL_BACK, "and says so");
    board_flash()[image_bank_at(1) + 100] ^= 1;
    CHECK(boot_choose().bank == BANK_NONE, "neither: it waits for a programmer");
}

static void an_image_damaged_on_the_way_is_refused_at_its_end(void)
{
    fresh(0);
    CHECK(update() == DONE, "an update");
    make_image(1);
    image[1000] ^= 1;
    memcpy(board_flash() + image_bank_at(1), image, IMAGE_SIZE);
    struct image_wanted wanted = {IMAGE_SIZE, 1, HARDWARE_HOST, {2, 0, 0}};

    CHECK(image_check(&wanted) == IMAGE_CRC, "another byte");
    wanted.version[0] = 3;
    CHECK(image_check(&wanted) == WRONG_IMAGE, "another version");
}

static void a_power_cut_in_the_middle_of_anything_leaves_a_unit_that_starts(void)
{
    for (uint32_t operations = 0; operations < OPERATIONS; operations++) {
        fresh(0);
        board_flash_fails_after(operations);
        int status = update();
        board_flash_fails_after(UINT32_MAX);
        uint8_t bank = start();

        CHECK(bank == 0 || status == DONE, "cut after %u: only a whole update is tried", operations);
        CHECK(settings()->address == 7, "cut after %u: its address is known", operations);
        CHECK(bench_say(7, CMD_IDENTIFY, "") == DONE, "cut after %u: it answers", operations);
    }
}

static void a_power_cut_while_settings_are_kept_leaves_the_old_or_the_new_ones(void)
{
    for (uint32_t operations = 0; operations < 3; operations++) {
        fresh(0);
        board_flash_fails_after(operations);
        (void)bench_say(ADDRESS_BY_ID, CMD_SET_ADDRESS, "0102030405060708090A0B0C 09");
        board_flash_fails_after(UINT32_MAX);
        bench_power();
        uint8_t address = settings()->address;

        CHECK(address == 7 || address == 9, "cut after %u: %u", operations, address);
        CHECK(settings()->width == 128, "cut after %u", operations);
    }
}

static void a_panel_names_the_id_that_counts(void)
{
    static const uint8_t factory[ID_SIZE] = {7, 7, 7};
    struct settings given = {KIND_DISPLAY, 32, 128, 7, 0, BANK_NONE, {0}};
    uint8_t chip_only[512];
    uint8_t both[512];

    memset(given.id, 0xFF, ID_SIZE);
    bench_unit(&given, factory);
    CHECK(bench_say(7, CMD_TEST, "03 3C") == DONE, "address and search key");
    bench_picture(7, chip_only, sizeof chip_only);
    memcpy(given.id, factory, ID_SIZE);
    bench_unit(&given, id);
    CHECK(bench_say(7, CMD_TEST, "03 3C") == DONE, "again, on another chip");
    bench_picture(7, both, sizeof both);
    CHECK(memcmp(chip_only, both, sizeof both) == 0, "the id given at the factory goes before the chip's");
}

static void a_flash_that_does_not_take_it_is_told(void)
{
    fresh(0);
    board_flash_fails_after(0);
    CHECK(bench_say(ADDRESS_BY_ID, CMD_SET_ADDRESS, "0102030405060708090A0B0C 09") == FLASH_FAILED, "told");
    CHECK(settings()->address == 7, "and nothing is changed");
}

int main(void)
{
    an_update_runs_after_the_restart_and_stays_when_confirmed();
    without_a_word_of_the_master_the_old_one_comes_back_at_the_third_start();
    an_image_damaged_in_flash_is_not_started();
    a_damaged_bank_gives_way_to_the_other();
    an_image_damaged_on_the_way_is_refused_at_its_end();
    a_power_cut_in_the_middle_of_anything_leaves_a_unit_that_starts();
    a_power_cut_while_settings_are_kept_leaves_the_old_or_the_new_ones();
    a_flash_that_does_not_take_it_is_told();
    a_panel_names_the_id_that_counts();
    printf("flash: 9 rules hold\n");
    return 0;
}
