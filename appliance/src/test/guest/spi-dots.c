// SPDX-License-Identifier: GPL-2.0
/*
 * A simulated SPI bus with a chain of MAX7219 dot modules (data sheet 19-4452) behind chip select
 * 0, the first module next to the controller.
 *
 * The far side is in /sys/module/spi_dots/parameters:
 *   dots      eight rows per module, as they shine: 0 while a module is shut down; read only
 *   refused   transfers that were no whole number of words or named no register; read only
 *
 * As on the chips, each module latches the word that stands in its shift register when chip select
 * rises: at the end of a message, unless its last transfer asks to leave chip select low.
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/spi/spi.h>

#define MODULES 4
#define ROWS 8

enum {
	NO_OP = 0x0,
	FIRST_ROW = 0x1,
	LAST_ROW = 0x8,
	DECODE = 0x9,
	INTENSITY = 0xa,
	SCAN_LIMIT = 0xb,
	SHUTDOWN = 0xc,
	TEST = 0xf,
	REGISTERS = 0x10,
};

static u8 reg[MODULES][REGISTERS];
static u16 shifted[MODULES];
static u8 dots[MODULES * ROWS];
static int dots_count = MODULES * ROWS;
static uint refused;
module_param_array(dots, byte, &dots_count, 0444);
module_param(refused, uint, 0444);

static struct platform_device *platform;
static struct spi_controller *controller;

/* Nearest module first; a word pushes every earlier one a module further. */
static void shift_in(const u8 *bytes, unsigned int length)
{
	unsigned int i;

	for (i = 0; i + 1 < length; i += 2) {
		memmove(&shifted[1], &shifted[0], sizeof(shifted) - sizeof(shifted[0]));
		shifted[0] = bytes[i] << 8 | bytes[i + 1];
	}
}

static void latch(void)
{
	int module, row;

	for (module = 0; module < MODULES; module++) {
		u8 address = shifted[module] >> 8 & 0xf;

		if (address == 0xd || address == 0xe) {
			refused++;
			continue;
		}
		reg[module][address] = shifted[module] & 0xff;
		for (row = 0; row < ROWS; row++) {
			bool scanned = row <= (reg[module][SCAN_LIMIT] & 7);
			bool on = reg[module][SHUTDOWN] & 1;
			u8 shines = on && scanned && !reg[module][DECODE] ?
				reg[module][FIRST_ROW + row] : 0;

			dots[module * ROWS + row] = reg[module][TEST] & 1 ? 0xff : shines;
		}
	}
}

static int transfer_message(struct spi_controller *to, struct spi_message *message)
{
	struct spi_transfer *part;
	bool rises = true;

	message->actual_length = 0;
	message->status = 0;
	list_for_each_entry(part, &message->transfers, transfer_list) {
		if (part->len % 2)
			refused++;
		else if (part->tx_buf)
			shift_in(part->tx_buf, part->len);
		if (part->rx_buf)
			memset(part->rx_buf, 0, part->len);
		message->actual_length += part->len;
		rises = !part->cs_change;
	}
	if (rises)
		latch();
	spi_finalize_current_message(to);
	return 0;
}

/* spidev takes only names that it knows, as the overlays of a Pi do. */
static struct spi_board_info board = {
	.modalias = "dh2228fv",
	.max_speed_hz = 10000000,
	.chip_select = 0,
	.mode = SPI_MODE_0,
};

static int __init dots_init(void)
{
	int err;

	platform = platform_device_register_simple("spi-dots", -1, NULL, 0);
	if (IS_ERR(platform))
		return PTR_ERR(platform);
	controller = spi_alloc_master(&platform->dev, 0);
	if (!controller) {
		platform_device_unregister(platform);
		return -ENOMEM;
	}
	controller->bus_num = 0;
	controller->num_chipselect = 1;
	controller->mode_bits = SPI_CPOL | SPI_CPHA;
	controller->transfer_one_message = transfer_message;
	err = spi_register_controller(controller);
	if (err) {
		spi_controller_put(controller);
		platform_device_unregister(platform);
		return err;
	}
	return spi_new_device(controller, &board) ? 0 : -ENODEV;
}

static void __exit dots_exit(void)
{
	spi_unregister_controller(controller);
	platform_device_unregister(platform);
}

module_init(dots_init);
module_exit(dots_exit);
MODULE_DESCRIPTION("Simulated chain of MAX7219 dot modules");
MODULE_LICENSE("GPL");
